package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Timing;

/**
 * What all drugs of an order share.
 *
 * @param schedule how often and how long
 * @param route by which way
 * @param form dosage form as written, may be empty
 * @param list which of the three lists it stands on
 * @param indication what it is for, where told
 * @param troubles what could not be read of all that
 */
record RegimenFrame(
    Schedule schedule,
    String route,
    String form,
    MedicationOrder.ListKind list,
    Optional<String> indication,
    Troubles troubles) {
  /** The same; of doses as needed at most so many a day. */
  RegimenFrame atMost(double dosesPerDay) {
    return schedule.timing().kind() == Timing.Kind.AS_NEEDED
        ? new RegimenFrame(schedule.atMost(dosesPerDay), route, form, list, indication, troubles)
        : this;
  }

  /** The order of one of its drugs. */
  MedicationOrder order(
      String id,
      List<Coding> drug,
      Giving giving,
      Optional<OrderRequest> request,
      Troubles ofDose) {
    return new MedicationOrder(
        id,
        drug,
        giving.dose().least(),
        giving.dose().most(),
        schedule.timing(),
        route,
        form,
        schedule.start(),
        schedule.stop(),
        list,
        schedule.stat(),
        indication,
        problems(ofDose),
        giving.infusion(),
        steps(giving.dose()),
        request);
  }

  private List<ReadProblem> problems(Troubles ofDose) {
    Troubles all = new Troubles();
    all.addAll(troubles);
    all.addAll(ofDose);
    return all.all();
  }

  /** The steps of its schedule; where the drug has another dose than they, they take it. */
  private List<OrderPhase> steps(DoseRange dose) {
    if (dose.equals(schedule.dose())) {
      return schedule.phases();
    }
    return schedule.phases().stream()
        .map(each -> new OrderPhase(dose.least(), dose.most(), each.timing(), each.hours()))
        .toList();
  }
}
