package org.rxtwin.hl7.reader;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.Timing;

/**
 * When doses are due.
 *
 * @param dose amount of one dose, as the order's amount and the schedule's quantity tell together
 * @param stat to be given at once
 * @param phases steps of a taper; or the one step of a course of which no start is told
 * @param occurrenceHours how long one dose runs (h), where told
 */
record Schedule(
    DoseRange dose,
    Timing timing,
    Optional<ClinicalTime> start,
    Optional<ClinicalTime> stop,
    boolean stat,
    List<OrderPhase> phases,
    Optional<Double> occurrenceHours) {
  /** The same, at most so many doses a day. */
  Schedule atMost(double dosesPerDay) {
    return new Schedule(
        dose, timing.atMost(dosesPerDay), start, stop, stat, phases, occurrenceHours);
  }

  /** The same, its times of day and days of the week by the clock of that zone. */
  Schedule in(ZoneId zone) {
    List<OrderPhase> steps =
        phases.stream()
            .map(
                each ->
                    new OrderPhase(
                        each.dose(), each.doseMax(), each.timing().in(zone), each.hours()))
            .toList();
    return new Schedule(dose, timing.in(zone), start, stop, stat, steps, occurrenceHours);
  }
}
