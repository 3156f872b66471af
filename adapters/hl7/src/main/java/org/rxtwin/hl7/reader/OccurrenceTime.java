package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rxtwin.hl7.value.DurationText;

/** How long one dose runs, by TQ1-13 or the eleventh part of type TQ. */
final class OccurrenceTime {
  private static final int OCCURRENCE = 13;
  private static final double SECONDS_PER_HOUR = 3600;

  private OccurrenceTime() {}

  /** The first that is told (h). */
  static Optional<Double> hours(List<List<ScheduleFields>> groups, Troubles troubles) {
    Optional<ScheduleFields> told =
        groups.stream()
            .flatMap(List::stream)
            .filter(each -> !each.occurrence().isEmpty())
            .findFirst();
    Optional<Duration> length = told.flatMap(each -> DurationText.find(each.occurrence()));
    if (length.isEmpty()) {
      told.ifPresent(
          each ->
              troubles.refuse(
                  each.segment(),
                  each.ofTq1() ? OCCURRENCE : each.field(),
                  "expected the time that one dose runs, as number and unit"));
    }
    return length.map(each -> each.toSeconds() / SECONDS_PER_HOUR);
  }
}
