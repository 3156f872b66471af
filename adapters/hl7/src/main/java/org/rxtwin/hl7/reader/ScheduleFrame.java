package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Timing;

/**
 * From when to when an order runs, as its schedules tell it.
 *
 * @param place where problems are told; empty where no schedule stands
 * @param stat to be given at once
 */
record ScheduleFrame(
    Optional<ScheduleFields> place,
    Optional<ClinicalTime> start,
    Optional<ClinicalTime> stop,
    boolean stat) {
  static ScheduleFrame read(List<List<ScheduleFields>> groups, Reading reading, Troubles troubles) {
    Optional<ClinicalTime> start = Optional.empty();
    Optional<ClinicalTime> stop = Optional.empty();
    boolean stat = false;
    for (List<ScheduleFields> group : groups) {
      ScheduleFields first = group.get(0);
      ScheduleFields last = group.get(group.size() - 1);
      if (start.isEmpty()) {
        start = reading.time(first.segment(), first.field(), first.start(), troubles);
      }
      if (stop.isEmpty()) {
        stop = reading.time(last.segment(), last.field(), last.stop(), troubles);
      }
      stat |= group.stream().anyMatch(each -> saysStat(each.priority()));
    }
    return new ScheduleFrame(
        groups.stream().findFirst().map(each -> each.get(0)), start, stop, stat);
  }

  /** The end as told, else by that length where the start is told. */
  Optional<ClinicalTime> end(Optional<Duration> length) {
    return stop.or(() -> start.flatMap(from -> length.map(each -> later(from, each))));
  }

  /**
   * An end that does not come after the start would keep the order from ever running: it is not
   * used. One dose that ends when it starts is only written so.
   */
  Optional<ClinicalTime> believed(Optional<ClinicalTime> end, Timing timing, Troubles troubles) {
    if (start.isEmpty() || end.isEmpty()) {
      return end;
    }
    int after = end.get().instant().compareTo(start.get().instant());
    if (after > 0) {
      return end;
    }
    if (after < 0 || timing.kind() != Timing.Kind.ONCE) {
      place.ifPresent(
          each ->
              troubles.refuse(
                  each.segment(),
                  each.field(),
                  "expected an end after the start; the order is read without an end"));
    }
    return Optional.empty();
  }

  private static ClinicalTime later(ClinicalTime from, Duration length) {
    return new ClinicalTime(
        from.instant().plus(length), from.precision(), from.original() + "+" + length);
  }

  private static boolean saysStat(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals("S") || upper.equals("STAT");
  }
}
