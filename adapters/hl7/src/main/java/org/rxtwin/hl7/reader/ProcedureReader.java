package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.hl7.segment.Fields;

/** Reads PR1: what was done to the patient, such as a transplantation or a dialysis. */
final class ProcedureReader {
  private static final int PROCEDURE = 3;
  private static final int DONE = 5;
  private static final int IDENTIFIER = 19;
  private static final int ACTION = 20;

  private final Reading reading;

  ProcedureReader(Reading reading) {
    this.reading = reading;
  }

  /** The procedure that a PR1 records, changes or takes off. */
  Optional<ChartEvent> read(Fields pr1, Troubles troubles) {
    List<Coding> codes = ClinicalCodes.list(pr1, reading, method -> true);
    if (codes.isEmpty()) {
      troubles.refuse(
          pr1, PROCEDURE, "expected a procedure in code or words; the line is not used");
      return Optional.empty();
    }
    boolean deleted = ClinicalCodes.deleted(pr1, ACTION, troubles);
    Optional<ClinicalTime> done = reading.time(pr1, DONE, troubles);
    return Optional.of(
        new ChartEvent.ConditionRecorded(
            new Condition(
                key(pr1, codes, done),
                codes,
                !deleted,
                done,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Condition.Kind.PROCEDURE))));
  }

  /** Its own number; else the same thing done at the same time is the same. */
  private String key(Fields pr1, List<Coding> codes, Optional<ClinicalTime> done) {
    String number = RecordNumber.of(pr1, IDENTIFIER, reading);
    return number.isEmpty()
        ? "procedure:"
            + ClinicalCodes.key(codes)
            + done.map(each -> "|" + each.instant()).orElse("")
        : "procedure:" + number;
  }
}
