package org.rxtwin.hl7.value;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingPhrase.Amount;

/** What the clauses of a sentence have told so far; what is told twice must not differ. */
final class TimingTold {
  private final TimingRate rate = new TimingRate();
  private final DoseLimits limits = new DoseLimits();
  private boolean contradicts;
  private boolean needed;
  private boolean reasoned;
  private boolean once;
  private boolean stat;
  private boolean continuous;
  private int doses;
  private Optional<Duration> length = Optional.empty();
  private final AmountsTold amounts = new AmountsTold();

  TimingRate rate() {
    return rate;
  }

  void moment(String code) {
    moment(code, "", true);
  }

  /**
   * A moment of the day.
   *
   * @param joiner {@code AND}, a comma, or nothing where it follows the words before at once
   * @param apposed whether a word such as "at" stands before it
   */
  void moment(String code, String joiner, boolean apposed) {
    contradicts |= reasoned;
    rate.moment(code, joiner, apposed);
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
    rate.days(day -> day.getValue() >= from && day.getValue() <= to);
  }

  /** Every day but these. */
  void daysExcept(String codes) {
    contradicts |= reasoned;
    rate.days(day -> codes.indexOf('0' + day.getValue()) < 0);
  }

  /** Before, after or with meals: three a day where nothing else tells how often. */
  void meals(String code, String joiner) {
    rate.meals(code, joiner);
  }

  void most(String count) {
    contradicts |= !limits.most(Integer.parseInt(count));
  }

  void apart(String number, String unit) {
    contradicts |= !limits.apart(Integer.parseInt(number) * TimingUnits.hours(unit));
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

  void amount(String least, String most, String unit, String joiner) {
    Amount told = new Amount(Double.parseDouble(least), Double.parseDouble(most), unit);
    contradicts |= !told.sound() || !amounts.take(told, joiner);
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

  /** How often, whatever else is told; empty where that does not agree. */
  Optional<Timing> howOften() {
    return contradicts ? Optional.empty() : rate.timing("");
  }

  List<Amount> amounts() {
    return amounts.all();
  }

  DoseLimits limits() {
    return limits;
  }

  boolean isNeeded() {
    return needed;
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
    return new TimingPhrase(each, length, single(each) ? 0 : doses, amounts.all(), stat);
  }

  private static boolean single(Timing timing) {
    return timing.kind() == Timing.Kind.ONCE;
  }

  private Optional<Timing> timing(String original) {
    boolean scheduled = rate.told();
    if (continuous) {
      return scheduled || once || needed || limits.toldMost()
          ? Optional.empty()
          : Optional.of(Timing.of(Timing.Kind.CONTINUOUS, original));
    }
    if (!scheduled && !needed && !limits.told()) {
      boolean alone = once || (stat && doses == 0) || doses == 1;
      return alone ? Optional.of(Timing.of(Timing.Kind.ONCE, original)) : Optional.empty();
    }
    if (once) {
      return scheduled || !needed
          ? Optional.empty()
          : Optional.of(TimingText.asNeeded(Timing.of(Timing.Kind.ONCE, original)));
    }
    if (needed || !scheduled) {
      return limits.ceiling(rate, original);
    }
    return rate.isRange() ? Optional.empty() : rate.timing(original).filter(limits::allow);
  }
}
