package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads results; what reads as a gene without doubt becomes a genotype. */
final class ResultReader {
  private static final int ANALYTE = 3;
  private static final int SUB_ID = 4;
  private static final int VALUE = 5;

  private final Reading reading;
  private final ValueReader values;
  private final SpecimenReader specimens;
  private final DocumentReader documents;

  /** How often each result was told in this message. */
  private final Map<String, Integer> told = new HashMap<>();

  ResultReader(Reading reading) {
    this.reading = reading;
    this.values = new ValueReader(reading);
    this.specimens = new SpecimenReader(reading);
    this.documents = new DocumentReader(reading);
  }

  /** The events of all results of one patient, in the order of the message. */
  List<OccurredEvent> read(PatientPart patient) {
    List<OccurredEvent> events = new ArrayList<>();
    told.clear();
    ParentResult parents = new ParentResult(patient.results());
    for (ResultPart part : patient.results()) {
      Troubles troubles = new Troubles();
      ResultWithdrawal.find(part, reading, troubles)
          .ifPresent(each -> events.add(at(Optional.empty(), each)));
      troubled(troubles).ifPresent(each -> events.add(at(Optional.empty(), each)));
      events.addAll(read(part, parents.find(part)));
    }
    return events;
  }

  private List<OccurredEvent> read(ResultPart part, Optional<String> parent) {
    List<GeneLine> lines = new ArrayList<>();
    List<OccurredEvent> events = new ArrayList<>();
    for (ObservationPart each : part.observations()) {
      Troubles troubles = new Troubles();
      for (LabResult result : results(part, each, parent, troubles)) {
        lines.add(GeneNames.line(result, values.commonWords(each.obx()), each.obx().text(SUB_ID)));
      }
      troubled(troubles).ifPresent(event -> events.add(at(Optional.empty(), event)));
    }
    GenotypeReader.Told genetics = GenotypeReader.read(lines);
    genetics
        .genotypes()
        .forEach(each -> events.add(at(each.sampledAt(), new ChartEvent.GenotypeReported(each))));
    genetics
        .others()
        .forEach(each -> events.add(at(each.sampledAt(), new ChartEvent.ResultReported(each))));
    documents
        .values(part, genetics.others())
        .forEach(each -> events.add(at(Optional.empty(), new ChartEvent.ResultReported(each))));
    Troubles genes = new Troubles();
    genetics.refused().forEach(reason -> genes.refuse(part.observations().get(0).obx(), 5, reason));
    troubled(genes).ifPresent(event -> events.add(at(Optional.empty(), event)));
    return events;
  }

  private Optional<ChartEvent> troubled(Troubles troubles) {
    reading.troubles().addAll(troubles);
    return troubles.refused().isEmpty()
        ? Optional.empty()
        : Optional.of(new ChartEvent.ReadingTroubled("result", troubles.refused()));
  }

  private OccurredEvent at(Optional<ClinicalTime> sampled, ChartEvent event) {
    return new OccurredEvent(reading.sampled(sampled), event);
  }

  /** One result; of a blood pressure two, and none where nobody says what was observed. */
  private List<LabResult> results(
      ResultPart part, ObservationPart observation, Optional<String> parent, Troubles troubles) {
    Fields obx = observation.obx();
    List<Coding> analyte = VitalSigns.named(Codes.list(obx, ANALYTE, 0, reading.profile()));
    if (analyte.isEmpty()) {
      troubles.refuse(
          obx, ANALYTE, "expected what was observed, came nothing; the line is not used");
      return List.of();
    }
    Status status = ResultStatus.of(part, obx, reading, troubles);
    ResultDraft draft =
        new ResultDraft(
            analyte,
            status,
            specimens.sampledAt(part, obx, troubles),
            specimens.comments(part, observation),
            reading.messageTime(),
            ResultNumber.panel(part),
            parent,
            SpecimenReader.interpretation(obx),
            part.origin());
    Optional<VitalSigns.Pressure> pressure = VitalSigns.pressure(analyte, obx.whole(VALUE, 0));
    boolean gone = status == Status.WITHDRAWN || status == Status.NOT_OBTAINED;
    if (pressure.isPresent() && !gone) {
      return pressures(part, obx, draft, pressure.get(), troubles);
    }
    Optional<ResultValue> value = gone ? Optional.empty() : values.read(obx, analyte, troubles);
    String id = ResultNumber.of(part, obx, draft.sampledAt(), reading);
    return List.of(draft.with(apart(id, obx, value, troubles), value, troubles.all()));
  }

  private List<LabResult> pressures(
      ResultPart part,
      Fields obx,
      ResultDraft draft,
      VitalSigns.Pressure pressure,
      Troubles troubles) {
    List<LabResult> both = new ArrayList<>();
    Map<Coding, ResultValue> values =
        Map.of(
            VitalSigns.SYSTOLIC, pressure.systolic(), VitalSigns.DIASTOLIC, pressure.diastolic());
    for (Coding each : List.of(VitalSigns.SYSTOLIC, VitalSigns.DIASTOLIC)) {
      String id = ResultNumber.of(part, each.code(), obx.text(SUB_ID), draft.sampledAt(), reading);
      Optional<ResultValue> value = Optional.ofNullable(values.get(each));
      String apart = apart(id, obx, value, troubles);
      both.add(draft.of(List.of(each)).with(apart, value, troubles.all()));
    }
    return both;
  }

  /**
   * Two values of one analyte that no sub-id tells apart are two results: none covers the other.
   */
  private String apart(String id, Fields obx, Optional<ResultValue> value, Troubles troubles) {
    int times = told.merge(id, 1, Integer::sum);
    if (times == 1) {
      return id;
    }
    if (value.filter(each -> !(each instanceof ResultValue.Text)).isPresent()) {
      troubles.lacks(obx, SUB_ID, "expected a sub-id for another value of the same; both are kept");
    }
    return id + "#" + times;
  }
}
