package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.hl7.segment.Fields;

/**
 * Reads DG1, and the pregnancy that PV1-15 tells. What a message does not list stays; what it
 * denies ("no diabetes") never stands.
 */
final class ConditionReader {
  private static final int DIAGNOSIS = 3;
  private static final int SINCE = 5;
  private static final int TYPE = 6;
  private static final int ACTION = 21;
  private static final int AMBULATORY_STATUS = 15;
  private static final Optional<Condition.Kind> STATE = Optional.of(Condition.Kind.STATE);
  private static final Coding PREGNANT = new Coding("B6", "HL70009", "Pregnant");

  private final Reading reading;

  ConditionReader(Reading reading) {
    this.reading = reading;
  }

  /** The condition that a DG1 records, changes or takes off. */
  Optional<ChartEvent> read(Fields dg1, Troubles troubles) {
    List<Coding> codes = codes(dg1);
    if (codes.isEmpty()) {
      troubles.refuse(
          dg1, DIAGNOSIS, "expected a diagnosis in code or words; the line is not used");
      return Optional.empty();
    }
    boolean deleted = ClinicalCodes.deleted(dg1, ACTION, troubles);
    String type = dg1.text(TYPE).toUpperCase(Locale.ROOT);
    return Optional.of(
        new ChartEvent.ConditionRecorded(
            new Condition(
                ClinicalCodes.key(codes),
                codes,
                !deleted && !Denial.of(codes),
                reading.time(dg1, SINCE, troubles),
                Optional.empty(),
                type.isEmpty() ? Optional.empty() : Optional.of(type),
                STATE)));
  }

  /** PV1-15 holds B6 (table 0009): pregnant. The field emptied by its sender: no longer. */
  static Optional<ChartEvent> pregnancy(Fields pv1) {
    boolean pregnant = false;
    for (int i = 0; i < pv1.repetitions(AMBULATORY_STATUS); i++) {
      pregnant |= pv1.part(AMBULATORY_STATUS, i, 1, 1).equalsIgnoreCase(PREGNANT.code());
    }
    return pregnant || pv1.deleted(AMBULATORY_STATUS)
        ? Optional.of(
            new ChartEvent.ConditionRecorded(
                new Condition(
                    ClinicalCodes.key(List.of(PREGNANT)),
                    List.of(PREGNANT),
                    pregnant,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    STATE)))
        : Optional.empty();
  }

  /** All codes and words of a diagnosis; the system may stand in DG1-2, as it did of old. */
  List<Coding> codes(Fields dg1) {
    return ClinicalCodes.list(dg1, reading, ClinicalCodes.COMMON::contains).stream()
        .map(ClinicalCodes::plain)
        .toList();
  }
}
