package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.DayTimes;
import org.rxtwin.hl7.value.DurationText;
import org.rxtwin.hl7.value.NamedFrequencies;
import org.rxtwin.hl7.value.TimingAgreement;
import org.rxtwin.hl7.value.TimingPhrase;
import org.rxtwin.hl7.value.TimingText;

/** Reads one place of a schedule: how often, on which condition, for how long. */
final class StepReader {
  private static final int TIMES = 4;
  private static final int RELATIVE = 5;
  private static final int CONDITION = 10;

  /** When a single dose is to be left out; how often doses are due stays as it is. */
  private static final Pattern HELD =
      Pattern.compile("(?i)(please )?(hold|withhold|skip|omit)( dose)? (if|for|when)\\b.*");

  private static final Pattern WITHHOLDS =
      Pattern.compile("(?i).*\\b(stop|unless|except|not|nicht|pausieren)\\b.*");

  private StepReader() {}

  static ScheduleStep read(ScheduleFields place, Troubles troubles) {
    TimingPhrase phrase = place.saysHowOften() ? phrase(place, troubles) : silent();
    TimingPhrase all =
        place.saysHowOften() && !phrase.understood()
            ? phrase
            : conditional(place, remarked(place, phrase, troubles), troubles);
    return new ScheduleStep(place, all, length(place, all, troubles));
  }

  static TimingPhrase silent() {
    return TimingText.phrase("");
  }

  /** How often by patterns, explicit times and relative time. */
  private static TimingPhrase phrase(ScheduleFields place, Troubles troubles) {
    TimingPhrase pattern = silent();
    if (!place.patterns().isEmpty()) {
      Optional<TimingPhrase> read = PatternReader.read(place.patterns());
      if (read.isEmpty()) {
        troubles.refuse(
            place.segment(),
            place.field(),
            "expected a repeat pattern of table 0335 or plain words that agree with one another");
        return silent();
      }
      pattern = read.get();
    }
    return timed(place, spaced(place, pattern, troubles), troubles);
  }

  private static TimingPhrase spaced(
      ScheduleFields place, TimingPhrase pattern, Troubles troubles) {
    TimingPhrase relative = TimingText.phrase(place.relative());
    Optional<Timing> both = TimingAgreement.of(pattern.timing(), relative.timing());
    if (both.isEmpty() || (!place.relative().isEmpty() && !relative.understood())) {
      troubles.refuse(
          place.segment(), RELATIVE, "expected a time between doses that agrees with the pattern");
      return silent();
    }
    return pattern.with(both.get());
  }

  private static TimingPhrase timed(ScheduleFields place, TimingPhrase phrase, Troubles troubles) {
    if (place.times().isEmpty() || (!phrase.understood() && !place.patterns().isEmpty())) {
      return phrase;
    }
    List<LocalTime> times = new ArrayList<>();
    place.times().forEach(each -> DayTimes.list(each).ifPresent(times::addAll));
    boolean all = times.size() >= place.times().size();
    Optional<TimingPhrase> read = all ? at(phrase, times) : Optional.empty();
    if (read.isEmpty()) {
      troubles.refuse(
          place.segment(), TIMES, "expected as many times of day as the pattern has doses");
    }
    return read.orElseGet(StepReader::silent);
  }

  private static Optional<TimingPhrase> at(TimingPhrase phrase, List<LocalTime> times) {
    if (phrase.understood()) {
      return PatternReader.at(phrase, times);
    }
    boolean once = times.stream().distinct().count() == times.size();
    return once ? Optional.of(phrase.with(TimingText.daily(times, ""))) : Optional.empty();
  }

  /**
   * A remark must agree. One that is not understood as a whole can only say that it is as needed.
   */
  private static TimingPhrase remarked(
      ScheduleFields place, TimingPhrase phrase, Troubles troubles) {
    TimingPhrase remark = TimingText.phrase(place.remark());
    Timing timing = phrase.timing();
    boolean other = !remark.understood() && NamedFrequencies.contradict(place.remark(), timing);
    if (!remark.understood() && !other) {
      boolean needed = TimingText.saysNeeded(place.remark());
      return phrase.beside(remark).with(needed ? TimingText.asNeeded(timing) : timing);
    }
    Optional<Timing> both = other ? Optional.empty() : TimingAgreement.of(timing, remark.timing());
    if (both.isEmpty()) {
      troubles.refuse(
          place.segment(),
          place.ofTq1() ? 11 : place.field(),
          "expected a text that agrees with the pattern");
      return silent();
    }
    return phrase.beside(remark).with(both.get());
  }

  /** What is given on a condition is given as needed: the pattern is a ceiling. */
  private static TimingPhrase conditional(
      ScheduleFields place, TimingPhrase phrase, Troubles troubles) {
    boolean needed = TimingText.saysNeeded(place.priority());
    TimingPhrase first = needed ? phrase.with(TimingText.asNeeded(phrase.timing())) : phrase;
    String condition = place.condition();
    TimingPhrase read = TimingText.phrase(condition);
    boolean held = HELD.matcher(condition).matches();
    if (condition.isEmpty() || held || TimingText.tellsNoTime(condition)) {
      return first;
    }
    boolean withholds = !read.understood() && WITHHOLDS.matcher(condition).matches();
    Timing other = read.understood() ? read.timing() : TimingText.asNeeded(first.timing());
    boolean changes =
        withholds || (!read.understood() && NamedFrequencies.contradict(condition, first.timing()));
    Optional<Timing> both = changes ? Optional.empty() : TimingAgreement.of(first.timing(), other);
    if (both.isEmpty()) {
      troubles.refuse(
          place.segment(),
          place.ofTq1() ? CONDITION : place.field(),
          "expected a condition under which the drug is given, not one that changes the schedule");
    }
    return both.map(first::with).orElseGet(StepReader::silent);
  }

  /** The shortest of the lengths that are told: in time, or as a number of doses. */
  private static Optional<Duration> length(
      ScheduleFields place, TimingPhrase phrase, Troubles troubles) {
    List<Duration> told = new ArrayList<>();
    phrase.length().ifPresent(told::add);
    lasting(place, phrase.doses(), phrase, troubles).ifPresent(told::add);
    String written = place.duration();
    if (!written.isEmpty() && !DurationText.endless(written)) {
      OptionalInt doses = DurationText.doses(written);
      Optional<Duration> length =
          doses.isPresent()
              ? lasting(place, doses.getAsInt(), phrase, troubles)
              : DurationText.ofOrder(written);
      length.ifPresent(told::add);
      if (doses.isEmpty() && length.isEmpty()) {
        troubles.refuse(
            place.segment(),
            place.durationField(),
            "expected a duration as time or number of doses; the order is read without an end");
      }
    }
    total(place, phrase, troubles).ifPresent(told::add);
    return told.stream().min(Duration::compareTo);
  }

  private static Optional<Duration> total(
      ScheduleFields place, TimingPhrase phrase, Troubles troubles) {
    String total = place.total();
    if (total.isEmpty() || total.equals("0")) {
      return Optional.empty();
    }
    if (!total.matches("\\d{1,4}")) {
      troubles.refuse(
          place.segment(),
          place.ofTq1() ? 14 : place.field(),
          "expected a number of doses; the order is read without an end");
      return Optional.empty();
    }
    return lasting(place, Integer.parseInt(total), phrase, troubles);
  }

  private static Optional<Duration> lasting(
      ScheduleFields place, int doses, TimingPhrase phrase, Troubles troubles) {
    Optional<Duration> length = TimingText.lastingFor(doses, phrase.timing());
    boolean one = doses == 1 && phrase.timing().kind() == Timing.Kind.ONCE;
    if (doses > 0 && length.isEmpty() && !one && phrase.understood()) {
      troubles.refuse(
          place.segment(),
          place.durationField(),
          "expected a number of doses of a schedule by the clock; the order is read without an end");
    }
    return length;
  }
}
