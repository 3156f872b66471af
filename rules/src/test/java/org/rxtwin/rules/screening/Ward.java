package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** Events of a ward that the plain builder of patients does not write. */
final class Ward {
  private Ward() {}

  static ChartEvent ordered(
      String id, String drug, Optional<Dose> dose, String route, Timing timing, ListKind list) {
    return new ChartEvent.MedicationOrdered(
        new MedicationOrder(
            id,
            List.of(Coding.ofText(drug)),
            dose,
            Optional.empty(),
            timing,
            route,
            "",
            Optional.empty(),
            Optional.empty(),
            list,
            false,
            Optional.empty(),
            List.of()));
  }

  static ChartEvent asNeeded(String drug, double milligrams, String route, double everyHours) {
    return ordered(
        drug + " as needed",
        drug,
        Optional.of(Dose.milligrams(milligrams)),
        route,
        new Timing(Timing.Kind.AS_NEEDED, everyHours, Optional.empty(), "PRN"),
        ListKind.INPATIENT);
  }

  static ChartEvent once(String drug, double milligrams, String route) {
    return ordered(
        drug + " once",
        drug,
        Optional.of(Dose.milligrams(milligrams)),
        route,
        Timing.of(Timing.Kind.ONCE, "ONCE"),
        ListKind.INPATIENT);
  }

  static ChartEvent atHome(String drug, double milligrams, double everyHours) {
    return ordered(
        drug + " at home",
        drug,
        Optional.of(Dose.milligrams(milligrams)),
        "PO",
        Timing.everyHours(everyHours, "Q"),
        ListKind.HOME);
  }

  static ChartEvent patch(String words, double everyHours) {
    return ordered(
        "patch",
        words,
        Optional.of(new Dose(1, DoseUnit.PIECE)),
        "TD",
        Timing.everyHours(everyHours, "Q72H"),
        ListKind.INPATIENT);
  }

  static ChartEvent diagnosed(String code, String words) {
    return diagnosed(code, words, Optional.empty());
  }

  static ChartEvent diagnosed(String code, String words, Optional<ClinicalTime> until) {
    return new ChartEvent.ConditionRecorded(
        new Condition(
            code + words,
            List.of(new Coding(code, code.isEmpty() ? "" : "I10", words)),
            true,
            Optional.empty(),
            until));
  }

  static ChartEvent answered(String loinc, ResultValue value) {
    return new ChartEvent.ResultReported(
        new LabResult(
            loinc + value.hashCode(),
            List.of(new Coding(loinc, "LOINC", "")),
            Optional.of(value),
            LabResult.Status.FINAL,
            Optional.empty(),
            List.of(),
            List.of()));
  }
}
