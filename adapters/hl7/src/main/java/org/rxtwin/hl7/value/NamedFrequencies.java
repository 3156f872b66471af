package org.rxtwin.hl7.value;

import java.util.List;
import java.util.regex.Pattern;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingPhrase.Amount;

/**
 * What words that are not understood as a whole still name of a frequency or an amount. It is not
 * enough to be read as a schedule, but enough to contradict one.
 */
public final class NamedFrequencies {
  /** More of a text (characters) is not looked through. */
  private static final int LONGEST = 4_000;

  private final List<Gleaning> sentences;

  /** A full stop, not one within a number. */
  private static final Pattern BETWEEN = Pattern.compile("[.;!\u3002\uff1b](?:\\s+|$)|[\\r\\n]+");

  private NamedFrequencies(List<Gleaning> sentences) {
    this.sentences = sentences;
  }

  /** Those of such words; of a text without end those of its beginning. */
  public static NamedFrequencies of(String words) {
    return new NamedFrequencies(
        BETWEEN
            .splitAsStream(head(words, LONGEST))
            .filter(each -> !each.isBlank())
            .map(each -> Gleaning.of(head(each, TimingText.LONGEST)))
            .toList());
  }

  /** So many characters of it, cut between two words. */
  private static String head(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int blank = text.lastIndexOf(' ', most);
    return text.substring(0, blank > 0 ? blank : most);
  }

  /** Whether such words name another frequency than a schedule that was read. */
  public static boolean contradict(String words, Timing coded) {
    return of(words).contradict(coded);
  }

  /** Whether they name another frequency than a schedule that was read. */
  public boolean contradict(Timing coded) {
    return switch (coded.kind()) {
      case UNKNOWN, CONTINUOUS -> false;
      default -> sentences.stream().anyMatch(each -> contradicts(each, coded));
    };
  }

  /** Whether they say that the drug is given as needed. */
  public boolean sayNeeded() {
    return sentences.stream().anyMatch(Gleaning::needed);
  }

  /** Amounts of one dose that they begin with, or that stand after "take". */
  public List<Amount> amounts() {
    return sentences.stream()
        .map(each -> each.told().amounts())
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static boolean contradicts(Gleaning named, Timing coded) {
    boolean counted =
        named.counted() > 0
            && coded.mostPerDay().filter(each -> each != named.counted()).isPresent();
    boolean ceiling =
        coded.kind() == Timing.Kind.INTERVAL && !named.told().limits().allowCount(coded);
    return named.doubtful() || counted || ceiling || denies(named, coded) || differs(named, coded);
  }

  /** "Not daily" beside a daily dose. */
  private static boolean denies(Gleaning named, Timing coded) {
    return named.denied().rate().rated()
        && named.denied().howOften().map(each -> agree(coded, each)).orElse(true);
  }

  private static boolean differs(Gleaning named, Timing coded) {
    TimingTold told = named.told();
    if (told.rate().rated() || named.everyMoment()) {
      return told.howOften().map(each -> !agree(coded, each)).orElse(true);
    }
    int moments = told.rate().namedInADay();
    boolean several = moments > 1 && coded.kind() == Timing.Kind.INTERVAL;
    return several && coded.mostPerDay().filter(most -> most != moments).isPresent();
  }

  private static boolean agree(Timing coded, Timing told) {
    return TimingAgreement.of(coded, told).isPresent();
  }
}
