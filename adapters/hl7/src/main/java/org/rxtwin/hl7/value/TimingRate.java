package org.rxtwin.hl7.value;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rxtwin.chart.Timing;

/**
 * How often, from all that tells of it: a count, an interval, moments of the day, times of day,
 * days of the week. They must agree.
 */
final class TimingRate {
  private static final int MOST_A_DAY = 24;
  private static final double DAY = 24;
  private static final double WEEK = 7 * DAY;

  private double counted;
  private double every;
  private boolean ranged;
  private boolean contradicts;
  private final DayMoments moments = new DayMoments();
  private final List<LocalTime> times = new ArrayList<>();
  private final List<DayOfWeek> days = new ArrayList<>();

  /** So many times in a day, week or month. */
  void count(String count, String unit) {
    int doses = Integer.parseInt(count);
    contradicts |= counted > 0 || doses < 1 || doses > MOST_A_DAY;
    counted = TimingUnits.hours(unit) / Math.max(1, doses);
  }

  /** Three or four times a day: only as needed can that be read, and it allows the larger. */
  void countRange(String fewest, String most, String unit) {
    contradicts |= Integer.parseInt(fewest) >= Integer.parseInt(most);
    ranged = true;
    count(most, unit);
  }

  void every(String number, String unit) {
    int count = Integer.parseInt(number);
    contradicts |= every > 0 || count < 1;
    every = count * TimingUnits.hours(unit);
  }

  void everyRange(String shortest, String longest, String unit) {
    contradicts |= Integer.parseInt(shortest) >= Integer.parseInt(longest);
    ranged = true;
    every(shortest, unit);
  }

  /**
   * A moment of the day.
   *
   * @param joiner {@code AND}, a comma, or nothing where it follows the words before at once
   * @param apposed whether a word such as "at" or "every" stands before it
   */
  void moment(String code, String joiner, boolean apposed) {
    moments.take(code, joiner, apposed, counted > 0 || every > 0);
  }

  void meals(String code, String joiner) {
    moments.meals(code, joiner, counted > 0 || every > 0);
  }

  void day(DayOfWeek day) {
    contradicts |= days.contains(day);
    days.add(day);
  }

  void days(Predicate<DayOfWeek> which) {
    Stream.of(DayOfWeek.values()).filter(which).forEach(this::day);
  }

  void at(String figures) {
    Optional<LocalTime> time = DayTimes.find(figures);
    contradicts |= time.isEmpty() || times.contains(time.get());
    time.ifPresent(times::add);
  }

  boolean tellsTimes() {
    return !times.isEmpty();
  }

  boolean told() {
    boolean rated = counted > 0 || every > 0 || moments.toldMeals();
    return rated || !moments.isEmpty() || !times.isEmpty() || !days.isEmpty();
  }

  /** Whether a count, an interval or days of the week are told, and not only when in a day. */
  boolean rated() {
    return counted > 0 || every > 0 || !days.isEmpty();
  }

  /** How many moments and times of a day are named. */
  int namedInADay() {
    return moments.size() + times.size();
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
    boolean differ = counted > 0 && every > 0 && counted != every;
    if (contradicts || differ || moments.contradict()) {
      return Optional.empty();
    }
    double rate = counted > 0 ? counted : every;
    boolean byMeals = rate == 0 && times.isEmpty() && moments.byMeals() > 0;
    return daily(byMeals ? DAY / moments.byMeals() : rate).flatMap(hours -> timed(hours, original));
  }

  /** Hours between doses by rate and moments; of a rate beyond a day the rate, one moment a day. */
  private Optional<Double> daily(double told) {
    int own = moments.own();
    int added = moments.onTop();
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
