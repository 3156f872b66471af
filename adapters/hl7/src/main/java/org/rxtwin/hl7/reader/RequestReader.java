package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/**
 * Reads what was asked for (RXO) where the pharmacy's encoding (RXE) says something else. Half a
 * gram and two tablets of 250 mg are no difference; nor is what only one of the two tells.
 */
final class RequestReader {
  private static final double CLOSE = 0.005;
  private final DrugReader drugs;
  private final GivingReader givings;
  private final ScheduleReader schedules;

  RequestReader(Reading reading, ScheduleReader schedules) {
    this.drugs = new DrugReader(reading);
    this.givings = new GivingReader(reading);
    this.schedules = schedules;
  }

  /** The request, where something in it differs. */
  Optional<OrderRequest> read(
      OrderPart part, List<Coding> drug, DoseRange encoded, Schedule encodedSchedule) {
    if (part.rxo().isEmpty() || part.rxe().isEmpty()) {
      return Optional.empty();
    }
    DoseFields at = DoseFields.of(part.rxo().get());
    List<Coding> asked = drugs.codings(at);
    DoseRange amount = givings.amount(at, Mixture.NONE, new Troubles()).dose();
    Schedule told = schedules.read(part.request(), amount, new Troubles());
    DoseRange dose = told.dose();
    Timing schedule = told.timing();
    List<String> differences = new ArrayList<>();
    if (DrugReader.differ(asked, drug)) {
      differences.add("drug");
    }
    if (part.components().isEmpty() && differ(dose, encoded)) {
      differences.add("dose");
    }
    if (differ(schedule, encodedSchedule.timing())) {
      differences.add("schedule");
    }
    if (part.components().isEmpty() && differ(told.phases(), encodedSchedule.phases())) {
      differences.add("steps");
    }
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new OrderRequest(asked, dose.least(), dose.most(), schedule, differences));
  }

  /** Whether anything behind the first step differs: what is told of that is compared apart. */
  private static boolean differ(List<OrderPhase> asked, List<OrderPhase> encoded) {
    if (asked.isEmpty() || encoded.isEmpty() || asked.size() + encoded.size() == 2) {
      return false;
    }
    boolean differ = asked.size() != encoded.size();
    for (int i = 0; !differ && i < asked.size(); i++) {
      OrderPhase one = asked.get(i);
      OrderPhase other = encoded.get(i);
      boolean length =
          one.hours().isPresent()
              && other.hours().isPresent()
              && !one.hours().equals(other.hours());
      boolean later =
          i > 0 && (differ(dose(one), dose(other)) || differ(one.timing(), other.timing()));
      differ = length || later;
    }
    return differ;
  }

  private static DoseRange dose(OrderPhase step) {
    return new DoseRange(step.dose(), step.doseMax());
  }

  private static boolean differ(DoseRange asked, DoseRange encoded) {
    Optional<Dose> low = asked.least().or(asked::most);
    Optional<Dose> high = asked.most().or(asked::least);
    return differ(low, encoded.least().or(encoded::most))
        || differ(high, encoded.most().or(encoded::least));
  }

  private static boolean differ(Optional<Dose> one, Optional<Dose> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().unit() == other.get().unit()
        && Math.abs(one.get().amount() - other.get().amount())
            > CLOSE * Math.max(one.get().amount(), other.get().amount());
  }

  private static boolean differ(Timing asked, Timing encoded) {
    return asked.kind() != Timing.Kind.UNKNOWN
        && encoded.kind() != Timing.Kind.UNKNOWN
        && (asked.kind() != encoded.kind()
            || asked.intervalHours() != encoded.intervalHours()
            || otherDays(asked, encoded));
  }

  private static boolean otherDays(Timing asked, Timing encoded) {
    boolean both = !asked.weekdays().isEmpty() && !encoded.weekdays().isEmpty();
    return both && !asked.weekdays().equals(encoded.weekdays());
  }
}
