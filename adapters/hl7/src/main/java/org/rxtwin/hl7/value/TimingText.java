package org.rxtwin.hl7.value;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Timing;

/**
 * Reads a repeat pattern (HL7 table 0335) or the plain words people put in its place, in many
 * languages. What is written for use as needed is a ceiling. What is not understood as a whole is
 * {@code UNKNOWN}: never guessed.
 */
public final class TimingText {
  private static final Pattern CRON = Pattern.compile("U ?([\\d*].*)");
  private static final Pattern NEEDED = Pattern.compile("(?:^|.* )PRN(?: .*|$)");
  private static final Pattern TIMELESS =
      Pattern.compile("(?:(?:TAKE|ON|[,()]|[API]C|CC|\\d{1,3} [MH])(?: |$))*");
  private static final double DAY = 24;

  private static final double SHORTEST_HOURS = 5 / 60.0;

  /** Nobody writes a schedule longer (characters); what is would only be searched for ever. */
  public static final int LONGEST = 400;

  private TimingText() {}

  /** The schedule that this text tells; {@code UNKNOWN} when it cannot be told. */
  public static Timing read(String text) {
    return phrase(text).timing();
  }

  /** The schedule and what else the text tells: length, number of doses, amount. */
  public static TimingPhrase phrase(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return TimingPhrase.unknown(text);
    }
    if (plain.equals("C")) {
      return TimingPhrase.of(Timing.of(Timing.Kind.CONTINUOUS, text));
    }
    Optional<TimingPhrase> coded = plain.startsWith("U") ? cron(plain, text) : Optional.empty();
    if (coded.isPresent()) {
      return coded.get();
    }
    if (DoseScheme.looksSo(plain)) {
      return DoseScheme.read(plain, text).orElseGet(() -> TimingPhrase.unknown(text));
    }
    return TimingGrammar.read(TimingScanner.sentence(plain))
        .map(told -> told.phrase(text))
        .filter(TimingText::sound)
        .orElseGet(() -> TimingPhrase.unknown(text));
  }

  private static Optional<TimingPhrase> cron(String plain, String text) {
    Matcher cron = CRON.matcher(plain);
    return cron.matches()
        ? Optional.of(
            CronTimes.read(cron.group(1), text)
                .map(TimingPhrase::of)
                .orElseGet(() -> TimingPhrase.unknown(text)))
        : Optional.empty();
  }

  /** One dose has no length, and no dose comes again within minutes. */
  private static boolean sound(TimingPhrase told) {
    return switch (told.timing().kind()) {
      case ONCE -> told.length().isEmpty();
      case INTERVAL -> told.timing().intervalHours() >= SHORTEST_HOURS;
      default -> true;
    };
  }

  /** Whether a text says that something is given as needed, whatever else it says. */
  public static boolean saysNeeded(String text) {
    return NEEDED.matcher(TimingScanner.sentence(head(text))).matches();
  }

  /** Whether a text speaks of meals or of the way of giving only. */
  public static boolean tellsNoTime(String text) {
    return text.length() <= LONGEST && TIMELESS.matcher(TimingScanner.sentence(text)).matches();
  }

  private static String head(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** The same schedule, to be given as needed only: what was an interval is a ceiling. */
  public static Timing asNeeded(Timing timing) {
    return switch (timing.kind()) {
      case AS_NEEDED, CONTINUOUS -> timing;
      case INTERVAL ->
          new Timing(
              Timing.Kind.AS_NEEDED,
              timing.intervalHours(),
              timing.maxPerDay(),
              timing.original(),
              timing.times(),
              timing.weekdays());
      case ONCE -> new Timing(Timing.Kind.AS_NEEDED, 0, Optional.of(1.0), timing.original());
      case UNKNOWN -> Timing.of(Timing.Kind.AS_NEEDED, timing.original());
    };
  }

  /**
   * The schedule with its times of day; empty where their number contradicts it. A schedule that
   * already has times must have the same.
   */
  public static Optional<Timing> at(Timing timing, List<LocalTime> times) {
    if (timing.kind() == Timing.Kind.ONCE && times.size() == 1) {
      return Optional.of(timing);
    }
    double mean = timing.intervalHours();
    double hours =
        timing.weekdays().isEmpty() ? mean : Math.min(DAY, mean * timing.weekdays().size() / 7);
    boolean counts = hours <= DAY && Math.abs(times.size() - DAY / hours) < 1e-9;
    boolean rarer = times.size() == 1 && hours > DAY && hours % DAY == 0;
    boolean agrees = timing.times().isEmpty() || timing.times().equals(times);
    boolean spaced =
        timing.kind() == Timing.Kind.INTERVAL || timing.kind() == Timing.Kind.AS_NEEDED;
    return spaced && hours > 0 && agrees && (counts || rarer)
        ? Optional.of(
            new Timing(
                timing.kind(),
                mean,
                timing.maxPerDay(),
                timing.original(),
                times,
                timing.weekdays()))
        : Optional.empty();
  }

  /** A schedule of which only the times of day are told: every day at each of them. */
  public static Timing daily(List<LocalTime> times, String original) {
    return new Timing(
        Timing.Kind.INTERVAL, DAY / times.size(), Optional.empty(), original, times, List.of());
  }

  /** How long so many doses of this schedule last; empty where that is no time. */
  public static Optional<Duration> lastingFor(int doses, Timing timing) {
    return timing.kind() == Timing.Kind.INTERVAL && doses > 0
        ? Optional.of(Duration.ofSeconds(Math.round(doses * timing.intervalHours() * 3600)))
        : Optional.empty();
  }
}
