package org.rxtwin.hl7.reader;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.DayTimes;
import org.rxtwin.hl7.value.NamedFrequencies;
import org.rxtwin.hl7.value.TimingAgreement;
import org.rxtwin.hl7.value.TimingPhrase;
import org.rxtwin.hl7.value.TimingText;

/**
 * Reads repeat patterns: the code, what its text, period and event say beside, and explicit times.
 * Parts that contradict one another, or of which one is needed and not understood, tell nothing.
 */
final class PatternReader {
  private static final double DAY = 24;

  private PatternReader() {}

  /** What one or several patterns tell together: several are given one beside the other. */
  static Optional<TimingPhrase> read(List<RepeatPattern> patterns) {
    if (patterns.size() == 1) {
      return read(patterns.get(0));
    }
    if (patterns.size() > ScheduleFields.MOST) {
      return Optional.empty();
    }
    List<TimingPhrase> scheduled = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    boolean needed = false;
    for (RepeatPattern each : patterns) {
      Optional<TimingPhrase> phrase = read(each);
      if (phrase.isEmpty()) {
        return Optional.empty();
      }
      needed |= saysOnlyNeeded(phrase.get().timing());
      if (!saysOnlyNeeded(phrase.get().timing())) {
        scheduled.add(phrase.get());
        texts.add(text(each));
      }
    }
    boolean ceiling = needed;
    return together(scheduled, String.join(" & ", texts))
        .map(each -> ceiling ? each.with(TimingText.asNeeded(each.timing())) : each);
  }

  /** Once a day at six and once a day at eighteen is twice a day; else the words add up. */
  private static Optional<TimingPhrase> together(List<TimingPhrase> phrases, String text) {
    List<LocalTime> times =
        phrases.stream().flatMap(each -> each.timing().times().stream()).toList();
    if (!phrases.isEmpty() && phrases.stream().allMatch(PatternReader::dailyAtTimes)) {
      boolean distinct = times.stream().distinct().count() == times.size();
      return Optional.of(phrases.get(0).with(TimingText.daily(times, text)))
          .filter(each -> distinct);
    }
    return Optional.of(TimingText.phrase(text))
        .filter(TimingPhrase::understood)
        .flatMap(each -> times.isEmpty() ? Optional.of(each) : at(each, times));
  }

  private static boolean dailyAtTimes(TimingPhrase phrase) {
    Timing timing = phrase.timing();
    return timing.kind() == Timing.Kind.INTERVAL
        && timing.intervalHours() <= DAY
        && timing.weekdays().isEmpty()
        && !timing.times().isEmpty();
  }

  private static boolean saysOnlyNeeded(Timing timing) {
    return timing.kind() == Timing.Kind.AS_NEEDED
        && timing.intervalHours() == 0
        && timing.maxPerDay().isEmpty();
  }

  /** The same with explicit times of day. */
  static Optional<TimingPhrase> at(TimingPhrase phrase, List<LocalTime> times) {
    List<LocalTime> sorted = times.stream().distinct().sorted().toList();
    return sorted.size() == times.size()
        ? TimingText.at(phrase.timing(), sorted).map(phrase::with)
        : Optional.empty();
  }

  private static String text(RepeatPattern pattern) {
    boolean coded = TimingText.phrase(pattern.code()).understood();
    return coded || pattern.words().isEmpty() ? pattern.original() : pattern.words();
  }

  private static Optional<TimingPhrase> read(RepeatPattern pattern) {
    if (pattern.timesOnly()) {
      return DayTimes.list(pattern.times())
          .map(times -> TimingText.phrase("").with(TimingText.daily(times, pattern.times())));
    }
    Optional<TimingPhrase> named = named(pattern);
    TimingPhrase period = TimingText.phrase(pattern.period());
    if (named.isEmpty() && !period.understood()) {
      return Optional.empty();
    }
    if (!pattern.period().isEmpty() && !period.understood()) {
      return Optional.empty();
    }
    TimingPhrase first = named.orElse(period);
    return TimingAgreement.of(first.timing(), period.timing())
        .flatMap(each -> aligned(pattern, each))
        .flatMap(each -> atEvent(pattern, each))
        .map(first::with)
        .flatMap(each -> atTimes(pattern, each));
  }

  /** What code and words tell; where both are understood they must agree. */
  private static Optional<TimingPhrase> named(RepeatPattern pattern) {
    TimingPhrase code = TimingText.phrase(pattern.code());
    TimingPhrase words = TimingText.phrase(pattern.words());
    TimingPhrase first = code.understood() ? code : words;
    if (!first.understood()) {
      boolean eventOnly = pattern.code().isEmpty() && pattern.words().isEmpty();
      TimingPhrase event = TimingText.phrase(eventOnly ? pattern.event() : "");
      return Optional.of(event).filter(TimingPhrase::understood);
    }
    boolean contradicted =
        code.understood()
            && !words.understood()
            && NamedFrequencies.contradict(pattern.words(), code.timing());
    return contradicted
        ? Optional.empty()
        : TimingAgreement.of(code.timing(), words.timing()).map(first::with);
  }

  /** A phase of one day of the week, or of one hour of the day; others are not read. */
  private static Optional<Timing> aligned(RepeatPattern pattern, Timing timing) {
    if (pattern.begin().isEmpty()) {
      return Optional.of(timing);
    }
    boolean point = pattern.end().isEmpty() || pattern.end().equals(pattern.begin());
    if (!point || !pattern.begin().matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int begin = Integer.parseInt(pattern.begin());
    boolean weeks = timing.intervalHours() > 0 && timing.intervalHours() % (7 * DAY) == 0;
    if (pattern.alignment().equals("DW") && begin >= 1 && begin <= 7 && weeks) {
      TimingPhrase day = TimingText.phrase(pattern.period() + " QJ" + begin);
      return Optional.of(day.timing())
          .filter(each -> day.understood())
          .flatMap(each -> TimingAgreement.of(timing, each));
    }
    return pattern.alignment().equals("HD") && begin < DAY
        ? TimingText.at(timing, List.of(LocalTime.of(begin, 0)))
        : Optional.empty();
  }

  /** An event that comes once a day, as going to bed, makes no more doses than one. */
  private static Optional<Timing> atEvent(RepeatPattern pattern, Timing timing) {
    Timing event = TimingText.read(pattern.event());
    boolean repeats = timing.kind() == Timing.Kind.INTERVAL && timing.intervalHours() < DAY;
    boolean daily = event.kind() == Timing.Kind.INTERVAL;
    return repeats && daily ? Optional.empty() : Optional.of(timing);
  }

  private static Optional<TimingPhrase> atTimes(RepeatPattern pattern, TimingPhrase phrase) {
    return pattern.times().isEmpty()
        ? Optional.of(phrase)
        : DayTimes.list(pattern.times()).flatMap(times -> at(phrase, times));
  }
}
