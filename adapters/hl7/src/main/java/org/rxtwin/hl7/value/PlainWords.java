package org.rxtwin.hl7.value;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the words of a schedule alike: small letters, one blank between, codes apart. */
final class PlainWords {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Unit letters of table 0335 that mean something else in words: there they are capitals. */
  private static final Pattern SECONDS = Pattern.compile("\\bQ ?(\\d{1,4})S\\b");

  /**
   * {@code Q3M} of a depot means months to a ward, whatever the table says: only five and its like.
   */
  private static final Pattern MINUTES = Pattern.compile("\\bQ ?(\\d{0,3}[05])M\\b");

  private static final Pattern MONTHS = Pattern.compile("\\bQ ?(\\d{1,4})L\\b");
  private static final Pattern ABBREVIATED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
  private static final Pattern DOTTED_HOURS = Pattern.compile("\\bq\\.(\\d{1,2})\\.h\\b");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int LONGEST_DAYS = 28;

  /** Days in two letters, where nothing else stands: alone they are words of many languages. */
  private static final String DAY = "(?:mo|tu|we|th|fr|sa|su)";

  private static final Pattern DAYS = Pattern.compile(DAY + "(?:[ ,/]{1,2}" + DAY + ")+");
  private static final Map<String, String> DAY_NAMES =
      Map.of(
          "mo", "mon", "tu", "tue", "we", "wed", "th", "thu", "fr", "fri", "sa", "sat", "su",
          "sun");

  private static final Pattern NEEDED_BEFORE = Pattern.compile("\\bprn(?=\\p{L})");
  private static final Pattern NEEDED_AFTER = Pattern.compile("(?<=\\d[hd])prn\\b");
  private static final List<String> MEALS = List.of("ac", "pc", "wc", "wm");
  private static final Pattern WITH_MEALS =
      Pattern.compile("\\b([bt]id|qid|q\\d{1,2}h|[bt]ds?|qds)([apw]c|wm)\\b");

  /** {@code q8h once} is not "once every eight hours", whatever it is. */
  private static final Pattern HOURS_ONCE = Pattern.compile("(h|hrs?|hours) once$");

  private static final Pattern FIGURE_AFTER_Q = Pattern.compile("Q ?[\\dML]");

  private PlainWords() {}

  static String of(String words) {
    String wide = oneBlank(words);
    String lower =
        (FIGURE_AFTER_Q.matcher(wide).find() ? units(wide) : wide).toLowerCase(Locale.ROOT);
    if (lower.length() < LONGEST_DAYS && DAYS.matcher(lower).matches()) {
      return WORD.matcher(lower).replaceAll(each -> DAY_NAMES.get(each.group()));
    }
    String joined = lower.indexOf('.') < 0 ? lower : undotted(lower);
    String meals = MEALS.stream().anyMatch(joined::contains) ? meals(joined) : joined;
    String once = meals.endsWith(" once") ? HOURS_ONCE.matcher(meals).replaceAll("$1 !") : meals;
    return once.contains("prn") ? needed(once) : once;
  }

  private static String oneBlank(String words) {
    boolean plain = words.chars().allMatch(each -> each >= ' ' && each <= '~');
    if (plain) {
      return words.contains("  ") ? BLANKS.matcher(words).replaceAll(" ") : words;
    }
    String halves = words.replace("\u00bd", " 0.5");
    return BLANKS.matcher(Normalizer.normalize(halves, Normalizer.Form.NFKC)).replaceAll(" ");
  }

  private static String units(String text) {
    String minutes = MINUTES.matcher(text).replaceAll("q $1 min");
    String months = MONTHS.matcher(minutes).replaceAll("q $1 month");
    return SECONDS.matcher(months).replaceAll("q $1 sec");
  }

  private static String undotted(String text) {
    return ABBREVIATED.matcher(DOTTED_HOURS.matcher(text).replaceAll("q$1h")).replaceAll("");
  }

  private static String meals(String text) {
    return WITH_MEALS.matcher(text).replaceAll("$1 $2");
  }

  private static String needed(String text) {
    String apart = NEEDED_BEFORE.matcher(text).replaceAll("prn ");
    return NEEDED_AFTER.matcher(apart).replaceAll(" prn");
  }
}
