package org.rxtwin.hl7.value;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;

/**
 * How often, from all that tells of it: a count, an interval, moments of the day, times of day,
 * days of the week. They must agree.
 */
final class TimingRate {
  private static final double DAY = 24;
  private static final double WEEK = 7 * DAY;
  private static final int MEALS = 3;

  private double counted;
  private double every;
  private boolean ranged;
  private boolean contradicts;
  private final List<String> moments = new ArrayList<>();
  private int added;
  private String meals = "";
  private final List<LocalTime> times = new ArrayList<>();
  private final List<DayOfWeek> days = new ArrayList<>();

  /** A count, as the mean hours between two doses. */
  void counted(double hours) {
    contradicts |= counted > 0;
    counted = hours;
  }

  void every(double hours) {
    contradicts |= every > 0;
    every = hours;
  }

  void ranged() {
    ranged = true;
  }

  /**
   * A moment of the day. "Every morning before breakfast" is one dose told by two names; one that
   * follows a rate after an "and" comes on top of it.
   */
  void moment(String code, String joiner) {
    boolean same = moments.stream().anyMatch(each -> near(each, code));
    if (same && joiner.isEmpty() && !moments.contains(code)) {
      return;
    }
    boolean evening = part(code) == 'V' || part(code) == 'N';
    boolean list = joiner.equals("AND") || moments.size() > 1;
    contradicts |= same && !(evening && list && !moments.contains(code));
    boolean rated = counted > 0 || every > 0 || !meals.isEmpty();
    boolean onTop = joiner.equals("AND") && rated && moments.size() == added;
    contradicts |= onTop && !meals.isEmpty() && (counted > 0 || every > 0);
    added += onTop ? 1 : 0;
    moments.add(code);
  }

  /** Whether two names may stand for one moment: the evening and the night are near. */
  private static boolean near(String one, String other) {
    boolean late = "VN".indexOf(part(one)) >= 0 && "VN".indexOf(part(other)) >= 0;
    return late || part(one) == part(other);
  }

  /** Part of the day: M morning, D noon, V evening, N night; as table 0335 names the meals. */
  private static char part(String code) {
    return switch (code) {
      case "QAM" -> 'M';
      case "QNN" -> 'D';
      case "QPM" -> 'V';
      case "QHS" -> 'N';
      default -> code.charAt(code.length() - 1);
    };
  }

  void meals(String code) {
    contradicts |= !meals.isEmpty() && !meals.equals(code);
    meals = code;
  }

  void day(DayOfWeek day) {
    contradicts |= days.contains(day);
    days.add(day);
  }

  void at(LocalTime time) {
    contradicts |= times.contains(time);
    times.add(time);
  }

  boolean tellsTimes() {
    return !times.isEmpty();
  }

  boolean told() {
    boolean rated = counted > 0 || every > 0 || !meals.isEmpty();
    return rated || !moments.isEmpty() || !times.isEmpty() || !days.isEmpty();
  }

  boolean isRange() {
    return ranged;
  }

  /** Whether doses are counted, not spaced. */
  boolean isCount() {
    return every == 0;
  }

  /** The schedule; empty where what was told does not agree. */
  Optional<Timing> timing(String original) {
    if (contradicts || (counted > 0 && every > 0 && counted != every)) {
      return Optional.empty();
    }
    boolean mealsOnly = !meals.isEmpty() && moments.size() == added && times.isEmpty();
    double rate = counted > 0 ? counted : every;
    double told = rate == 0 && mealsOnly ? DAY / MEALS : rate;
    return daily(told).flatMap(hours -> timed(hours, original));
  }

  /** Hours between doses by rate and moments; of a rate beyond a day the rate, one moment a day. */
  private Optional<Double> daily(double told) {
    int own = moments.size() - added;
    if (told == 0) {
      return Optional.of(own > 0 ? DAY / own : 0.0);
    }
    if (told > DAY) {
      return own > 1 || added > 0 ? Optional.empty() : Optional.of(told);
    }
    if (own > 0 && !same(DAY / own, told)) {
      return Optional.empty();
    }
    return Optional.of(added > 0 ? DAY / (DAY / told + added) : told);
  }

  private Optional<Timing> timed(double hours, String original) {
    double base = hours > 0 ? hours : times.isEmpty() ? 0 : DAY / times.size();
    if (!times.isEmpty() && !same(times.size(), Math.max(1, DAY / base))) {
      return Optional.empty();
    }
    if (!times.isEmpty() && base > DAY && base % DAY != 0) {
      return Optional.empty();
    }
    return weekly(base)
        .filter(each -> each > 0)
        .map(
            each ->
                new Timing(
                    Timing.Kind.INTERVAL, each, Optional.empty(), original, times, everyDay()));
  }

  private List<DayOfWeek> everyDay() {
    return days.size() == 7 ? List.of() : days;
  }

  private Optional<Double> weekly(double hours) {
    int count = days.size();
    if (count == 0) {
      return Optional.of(hours);
    }
    if (hours == 0) {
      return Optional.of(WEEK / count);
    }
    if (hours <= DAY) {
      return Optional.of(WEEK / (count * (DAY / hours)));
    }
    boolean weeks = count == 1 && same(hours % WEEK, 0);
    return weeks || same(hours, WEEK / count) ? Optional.of(hours) : Optional.empty();
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) < 1e-9;
  }
}
