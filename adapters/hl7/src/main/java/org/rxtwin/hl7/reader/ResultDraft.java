package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.ResultValue;

/** All of a result but its number and its value; the parts are those of {@link LabResult}. */
record ResultDraft(
    List<Coding> analyte,
    LabResult.Status status,
    Optional<ClinicalTime> sampledAt,
    List<String> comments,
    Optional<ClinicalTime> toldAt,
    Optional<String> panel,
    Optional<String> parent,
    Optional<String> interpretation,
    LabResult.Origin origin) {
  /** The same of another analyte. */
  ResultDraft of(List<Coding> other) {
    return new ResultDraft(
        other, status, sampledAt, comments, toldAt, panel, parent, interpretation, origin);
  }

  LabResult with(String id, Optional<ResultValue> value, List<ReadProblem> problems) {
    return new LabResult(
        id,
        analyte,
        value,
        status,
        sampledAt,
        comments,
        problems,
        toldAt,
        panel,
        parent,
        interpretation,
        Optional.of(origin));
  }
}
