package org.rxtwin.hl7.value;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingPhrase.Amount;

/** What the clauses of a sentence have told so far; what is told twice must not differ. */
final class TimingTold {
  private static final int MOST_A_DAY = 24;

  private final TimingRate rate = new TimingRate();
  private boolean contradicts;
  private boolean needed;
  private boolean reasoned;
  private boolean once;
  private boolean stat;
  private boolean continuous;
  private double apart;
  private int most;
  private int doses;
  private Optional<Duration> length = Optional.empty();
  private Optional<Amount> amount = Optional.empty();

  /** So many times in a day, week or month. */
  void count(String count, String unit) {
    int times = Integer.parseInt(count);
    if (times < 1 || times > MOST_A_DAY) {
      contradict();
    } else {
      rate.counted(TimingUnits.hours(unit) / times);
    }
  }

  /** Three or four times a day: only as needed can that be read, and it allows the larger. */
  void countRange(String fewest, String most, String unit) {
    contradicts |= Integer.parseInt(fewest) >= Integer.parseInt(most);
    rate.ranged();
    count(most, unit);
  }

  void every(String number, String unit) {
    int count = Integer.parseInt(number);
    if (count < 1) {
      contradict();
    } else {
      rate.every(count * TimingUnits.hours(unit));
    }
  }

  void everyRange(String shortest, String longest, String unit) {
    contradicts |= Integer.parseInt(shortest) >= Integer.parseInt(longest);
    rate.ranged();
    every(shortest, unit);
  }

  void moment(String code) {
    moment(code, "");
  }

  /**
   * A moment of the day.
   *
   * @param joiner {@code AND}, a comma, or nothing where it follows the words before at once
   */
  void moment(String code, String joiner) {
    contradicts |= reasoned;
    rate.moment(code, joiner);
  }

  void days(String codes) {
    contradicts |= reasoned;
    codes
        .chars()
        .filter(Character::isDigit)
        .mapToObj(each -> DayOfWeek.of(each - '0'))
        .forEach(rate::day);
  }

  /** From one day of the week to a later one. */
  void dayRange(String first, String last) {
    int from = Integer.parseInt(first);
    int to = Integer.parseInt(last);
    contradicts |= reasoned || from >= to;
    for (int day = from; day <= to; day++) {
      rate.day(DayOfWeek.of(day));
    }
  }

  /** Every day but these. */
  void daysExcept(String codes) {
    contradicts |= reasoned;
    for (DayOfWeek day : DayOfWeek.values()) {
      if (codes.indexOf('0' + day.getValue()) < 0) {
        rate.day(day);
      }
    }
  }

  /** Before, after or with meals: three a day where nothing else tells how often. */
  void meals(String code) {
    rate.meals(code);
  }

  void at(String figures) {
    Optional<LocalTime> time = DayTimes.find(figures);
    contradicts |= time.isEmpty();
    time.ifPresent(rate::at);
  }

  boolean tellsTimes() {
    return rate.tellsTimes();
  }

  void most(String count) {
    int each = Integer.parseInt(count);
    contradicts |= each < 1 || (most > 0 && most != each);
    most = each;
  }

  void apart(String number, String unit) {
    contradicts |= apart > 0;
    apart = Integer.parseInt(number) * TimingUnits.hours(unit);
  }

  /** As needed; words of a reason that are not known may hide anything but a ceiling. */
  void needed(boolean unknownWords) {
    needed = true;
    reasoned |= unknownWords;
  }

  void lasts(String number, String unit) {
    int count = Integer.parseInt(number);
    Duration each = TimingUnits.duration(unit).multipliedBy(count);
    contradicts |= count < 1 || length.isPresent();
    length = Optional.of(each);
  }

  void doses(String count) {
    contradicts |= doses > 0 || Integer.parseInt(count) < 1;
    doses = Integer.parseInt(count);
  }

  void amount(String least, String most, String unit) {
    Amount told = new Amount(Double.parseDouble(least), Double.parseDouble(most), unit);
    contradicts |= amount.filter(each -> !each.equals(told)).isPresent();
    amount = Optional.of(told);
  }

  void once() {
    contradicts |= once;
    once = true;
  }

  void stat() {
    stat = true;
  }

  void continuous() {
    continuous = true;
  }

  void contradict() {
    contradicts = true;
  }

  /** All of it put together. */
  TimingPhrase phrase(String original) {
    if (contradicts) {
      return TimingPhrase.unknown(original);
    }
    Optional<Timing> timing = timing(original);
    if (timing.isEmpty() && (rate.told() || once || needed || continuous)) {
      return TimingPhrase.unknown(original);
    }
    Timing each = timing.orElseGet(() -> Timing.of(Timing.Kind.UNKNOWN, original));
    return new TimingPhrase(each, length, single(each) ? 0 : doses, amount, stat);
  }

  private static boolean single(Timing timing) {
    return timing.kind() == Timing.Kind.ONCE;
  }

  private Optional<Timing> timing(String original) {
    boolean scheduled = rate.told();
    if (continuous) {
      return scheduled || once || needed || most > 0
          ? Optional.empty()
          : Optional.of(Timing.of(Timing.Kind.CONTINUOUS, original));
    }
    if (!scheduled && !needed && most == 0 && apart == 0) {
      boolean alone = once || (stat && doses == 0) || doses == 1;
      return alone ? Optional.of(Timing.of(Timing.Kind.ONCE, original)) : Optional.empty();
    }
    if (once) {
      return scheduled || !needed
          ? Optional.empty()
          : Optional.of(TimingText.asNeeded(Timing.of(Timing.Kind.ONCE, original)));
    }
    if (needed || !scheduled) {
      return ceiling(original);
    }
    Optional<Timing> timing = rate.isRange() ? Optional.empty() : rate.timing(original);
    return timing.filter(each -> apart <= each.intervalHours()).filter(this::within);
  }

  /** A ceiling below what is scheduled contradicts it. */
  private boolean within(Timing timing) {
    return most == 0 || timing.mostPerDay().orElse(0.0) <= most + 1e-9;
  }

  private Optional<Timing> ceiling(String original) {
    Optional<Double> told = most > 0 ? Optional.of((double) most) : Optional.empty();
    if (!rate.told()) {
      return Optional.of(
          new Timing(Timing.Kind.AS_NEEDED, apart, told, original, List.of(), List.of()));
    }
    Optional<Timing> scheduled = rate.timing(original).map(TimingText::asNeeded);
    if (apart == 0) {
      return scheduled.map(each -> limited(each, each.intervalHours(), told));
    }
    return scheduled
        .filter(each -> rate.isCount() && apart <= each.intervalHours())
        .map(each -> limited(each, apart, told.or(each::mostPerDay)));
  }

  private static Timing limited(Timing timing, double hours, Optional<Double> most) {
    return new Timing(
        timing.kind(), hours, most, timing.original(), timing.times(), timing.weekdays());
  }
}
