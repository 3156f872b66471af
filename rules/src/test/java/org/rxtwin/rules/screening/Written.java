package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.Dispense;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** Orders, doses given and conditions as the tests write them. */
final class Written {
  private Written() {}

  /**
   * An order.
   *
   * @param how {@code 6} every six hours, {@code PRN 6} as needed, {@code ONCE}
   */
  static ChartEvent order(String id, String drug, Dose dose, String route, String how) {
    return order(
        id, drug, dose, route, how, ListKind.INPATIENT, Optional.empty(), Optional.empty());
  }

  static ChartEvent order(
      String id,
      String drug,
      Dose dose,
      String route,
      String how,
      ListKind list,
      Optional<Instant> stop,
      Optional<String> indication) {
    return new ChartEvent.MedicationOrdered(
        new MedicationOrder(
            id,
            List.of(Coding.ofText(drug)),
            Optional.of(dose),
            Optional.empty(),
            timing(how),
            route,
            "",
            Optional.empty(),
            stop.map(ClinicalTime::exact),
            list,
            false,
            indication,
            List.of()));
  }

  /** An order every six hours by mouth whose first dose is due later than it is written. */
  static ChartEvent orderFrom(Instant first, String id, String drug, Dose dose) {
    return new ChartEvent.MedicationOrdered(
        new MedicationOrder(
            id,
            List.of(Coding.ofText(drug)),
            Optional.of(dose),
            Optional.empty(),
            timing("6"),
            "PO",
            "",
            Optional.of(ClinicalTime.exact(first)),
            Optional.empty(),
            ListKind.INPATIENT,
            false,
            Optional.empty(),
            List.of()));
  }

  static Dose tablets(double number) {
    return new Dose(number, DoseUnit.PIECE);
  }

  static Dose mg(double milligrams) {
    return Dose.milligrams(milligrams);
  }

  private static Timing timing(String how) {
    if (how.equals("ONCE")) {
      return Timing.of(Timing.Kind.ONCE, how);
    }
    if (how.startsWith("PRN")) {
      double hours = Double.parseDouble(how.substring(4));
      return new Timing(Timing.Kind.AS_NEEDED, hours, Optional.empty(), how);
    }
    return Timing.everyHours(Double.parseDouble(how), how);
  }

  static ChartEvent given(String id, String order, String drug, Dose dose, Instant at) {
    return new ChartEvent.Administered(
        new Administration(
            id,
            order,
            List.of(Coding.ofText(drug)),
            Optional.of(dose),
            ClinicalTime.exact(at),
            Optional.empty(),
            Administration.Outcome.GIVEN,
            "PO",
            List.of()));
  }

  static ChartEvent dispensed(String id, String drug, Instant at) {
    return new ChartEvent.Dispensed(
        new Dispense(
            id,
            "",
            List.of(Coding.ofText(drug)),
            ClinicalTime.exact(at),
            Optional.of(7.0),
            List.of()));
  }

  static ChartEvent diagnosis(String code, String words) {
    return new ChartEvent.ConditionRecorded(
        new Condition(
            code,
            List.of(new Coding(code, "I10", words)),
            true,
            Optional.empty(),
            Optional.empty()));
  }
}
