package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.quantity.Dose;

/** Events for tests: a small invented patient. */
final class Events {
  static final Instant DAY_ONE = Instant.parse("2026-03-02T08:00:00Z");
  static final ChartId CHART = new KeyedHash(new byte[32]).chart(new Identifier("HOSP", "4711"));

  private Events() {}

  static StoredEvent at(int hours, long seq, ChartEvent event) {
    Instant when = DAY_ONE.plus(Duration.ofHours(hours));
    return new StoredEvent(CHART, seq, ClinicalTime.exact(when), when, "m" + seq, event);
  }

  static MedicationOrder warfarin(String orderId, double milligrams) {
    return new MedicationOrder(
        orderId,
        List.of(new Coding("11289", "RXNORM", "warfarin")),
        Optional.of(Dose.milligrams(milligrams)),
        Optional.empty(),
        Timing.everyHours(24, "QD"),
        "PO",
        "TAB",
        Optional.empty(),
        Optional.empty(),
        MedicationOrder.ListKind.INPATIENT,
        false,
        Optional.empty(),
        List.of());
  }

  static LabResult inr(String resultId, double value, LabResult.Status status) {
    return new LabResult(
        resultId,
        List.of(new Coding("6301-6", "LOINC", "INR")),
        Optional.of(new ResultValue.Numeric(ResultValue.Comparator.EQUAL, value, "1")),
        status,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /**
   * A record of a dose of order A1, from a sender that does not count; no milligrams: none told.
   */
  static ChartEvent given(
      int hours, double milligrams, Administration.Outcome outcome, boolean correction) {
    return new ChartEvent.Administered(
        new Administration(
            "A1|0|1|11289",
            "A1",
            List.of(new Coding("11289", "RXNORM", "warfarin")),
            milligrams > 0 ? Optional.of(Dose.milligrams(milligrams)) : Optional.empty(),
            ClinicalTime.exact(DAY_ONE.plus(Duration.ofHours(hours))),
            Optional.empty(),
            outcome,
            "PO",
            List.of(),
            Optional.empty(),
            correction));
  }
}
