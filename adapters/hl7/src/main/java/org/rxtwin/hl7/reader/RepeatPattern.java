package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;

/**
 * One repeat pattern as text: type RPT in TQ1-3, or the interval in the old type TQ.
 *
 * @param code code of table 0335, or a local one
 * @param words its text
 * @param times explicit times of day of the interval in type TQ
 * @param alignment calendar alignment of table 0527: what the phase counts ({@code DW} days of the
 *     week, {@code HD} hours of the day)
 * @param begin where the phase begins
 * @param end where it ends
 * @param period period in words; may be empty
 * @param event event of table 0528 that doses are tied to
 * @param general whether a general timing specification stands there
 */
record RepeatPattern(
    String code,
    String words,
    String times,
    String alignment,
    String begin,
    String end,
    String period,
    String event,
    boolean general) {
  private static final int GENERAL = 11;

  /** The literal form of a periodic interval without a phase: {@code /(8 h)}. */
  private static final Pattern PERIODIC = Pattern.compile("/\\( ?(\\d{1,3}) ?([a-z]+) ?\\)");

  /** A code of table 0527. */
  private static final Pattern ALIGNMENT = Pattern.compile("[A-Z]{0,2}");

  /**
   * A repetition of a field of type RPT. Where a sender writes it as a coded element, its text
   * stands in the place of the alignment.
   */
  static RepeatPattern ofRpt(Fields segment, int field, int repetition) {
    String text = segment.part(field, repetition, 1, 2);
    String second = segment.part(field, repetition, 2, 1);
    boolean aligned = ALIGNMENT.matcher(second).matches();
    return new RepeatPattern(
        segment.part(field, repetition, 1, 1),
        aligned
            ? text
            : text.isEmpty() ? segment.words(field, repetition, 2) : text + ". " + second,
        "",
        aligned ? second : "",
        segment.part(field, repetition, 3, 1),
        segment.part(field, repetition, 4, 1),
        period(segment, field, repetition),
        segment.part(field, repetition, 8, 1),
        !segment.part(field, repetition, GENERAL, 1).isEmpty());
  }

  /** The period by quantity and unit, else by a general specification that tells no more. */
  private static String period(Fields segment, int field, int repetition) {
    String told = every(segment.part(field, repetition, 5, 1), unit(segment, field, repetition, 6));
    Matcher literal = PERIODIC.matcher(segment.part(field, repetition, GENERAL, 1));
    return told.isEmpty() && literal.matches() ? every(literal.group(1), literal.group(2)) : told;
  }

  /** The interval of one repetition of a field of type TQ. */
  static RepeatPattern ofTq(Fields segment, int field, int repetition) {
    return new RepeatPattern(
        segment.part(field, repetition, 2, 1),
        "",
        segment.part(field, repetition, 2, 2),
        "",
        "",
        "",
        "",
        "",
        false);
  }

  /** The same with what was agreed with the sender in place of its own code and words. */
  RepeatPattern agreed(FeedProfile profile) {
    return new RepeatPattern(
        profile.findFrequency(code).orElse(code),
        profile.findFrequency(words).orElse(words),
        times,
        alignment,
        begin,
        end,
        period,
        event,
        general);
  }

  /** The same at explicit times of day. */
  RepeatPattern at(List<String> explicit) {
    return explicit.isEmpty()
        ? this
        : new RepeatPattern(
            code, words, String.join(",", explicit), alignment, begin, end, period, event, general);
  }

  /** Words that stand where no pattern does. */
  static RepeatPattern ofWords(String words) {
    return new RepeatPattern("", words, "", "", "", "", "", "", false);
  }

  /** A period in words: quantity and unit of time, the unit if it stands there. */
  static String every(String quantity, String unit) {
    return quantity.isEmpty() ? "" : ("EVERY " + quantity + " " + unit).strip();
  }

  /** The code of a unit, else its text. */
  static String unit(Fields segment, int field, int repetition, int component) {
    String code = segment.part(field, repetition, component, 1);
    return code.isEmpty() ? segment.part(field, repetition, component, 2) : code;
  }

  /** Whether anything says how often. */
  boolean saysHowOften() {
    boolean coded = !code.isEmpty() || !words.isEmpty() || !times.isEmpty();
    return coded || !period.isEmpty() || !event.isEmpty() || general;
  }

  /** Whether times of day are all that is told. */
  boolean timesOnly() {
    boolean coded = !code.isEmpty() || !words.isEmpty() || !event.isEmpty();
    return !times.isEmpty() && !coded && period.isEmpty() && !general;
  }

  /** What was written, to be kept beside its meaning. */
  String original() {
    return !code.isEmpty() ? code : !words.isEmpty() ? words : period.isEmpty() ? event : period;
  }
}
