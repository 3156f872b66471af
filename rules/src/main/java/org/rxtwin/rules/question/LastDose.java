package org.rxtwin.rules.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Chart;
import org.rxtwin.rules.question.GivenDoses.Taken;

/**
 * The last dose before a specimen was drawn: as recorded, else as it was due by the orders.
 *
 * @param hours from the dose to the specimen
 * @param given whether the dose is recorded; else assumed as ordered
 */
public record LastDose(double hours, boolean given) {
  /** Further back no dose is looked for. */
  private static final Duration LOOK_BACK = Duration.ofDays(7);

  private static final double MINUTES_PER_HOUR = 60;

  /**
   * The last dose, where one is known. A record of later than the specimen says that its dose was
   * not given before, so records count up to now.
   *
   * @param orderIds orders of the drug
   * @param given what the ward recorded of it
   * @param drawn when the specimen was drawn
   * @param now the evaluation time
   */
  public static Optional<LastDose> of(
      Chart chart, List<String> orderIds, List<Administration> given, Instant drawn, Instant now) {
    Instant until = now.isAfter(drawn) ? now : drawn;
    List<OrderRun> runs =
        OrderRuns.of(chart).stream()
            .filter(run -> orderIds.contains(run.order().orderId()))
            .toList();
    List<Administration> records =
        given.stream()
            .filter(each -> each.start().instant().isAfter(drawn.minus(LOOK_BACK)))
            .toList();
    GivenDoses doses =
        new GivenDoses(
            new DoseSchedule(runs).between(drawn.minus(LOOK_BACK), until), records, until);
    return doses.taken().stream()
        .filter(each -> each.at().isBefore(drawn))
        .reduce((earlier, later) -> later)
        .map(last -> new LastDose(hours(last, drawn), last.given()));
  }

  private static double hours(Taken last, Instant drawn) {
    return Duration.between(last.at(), drawn).toMinutes() / MINUTES_PER_HOUR;
  }
}
