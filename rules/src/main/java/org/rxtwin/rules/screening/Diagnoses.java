package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ConditionState;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.ConditionGroup;
import org.rxtwin.knowledge.DrugText;

/** Which of the states that rules ask for a patient has. */
final class Diagnoses {
  private static final Pattern ICD_SYSTEM = Pattern.compile("(i10|icd-?10).*");
  private static final Pattern ICD_CODE = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?");

  /** Words that say the contrary, or speak of somebody else. */
  private static final Pattern DENIED =
      Pattern.compile("\\b(no|not|without|denies|family|negative|excluded|rule out|history of)\\b");

  /** Begins what is denied to the end, as in a list of what a patient does not have. */
  private static final Pattern BEGINS =
      Pattern.compile("^ (no \\w|not \\w|without|denies|family|rule out|history of)");

  private static final Pattern ALONE =
      Pattern.compile(
          " (is )?(no|not present|denied|negative(?! for)|excluded|ruled out|refuted)\\b.*");

  private static final Pattern PARTS = Pattern.compile("[,;:()/]| - ");

  private Diagnoses() {}

  /** The latest record of a group that counts now. */
  static Optional<ConditionState> find(Scene scene, String group) {
    return scene
        .knowledge()
        .conditions()
        .find(group)
        .flatMap(
            wanted ->
                scene.chart().conditions().stream()
                    .filter(each -> counts(each, wanted, scene.at()))
                    .filter(each -> means(each.condition().codes(), wanted))
                    .reduce((earlier, later) -> later));
  }

  /** When a condition began, else when it was recorded. */
  static Instant since(ConditionState state) {
    return state.condition().since().map(ClinicalTime::instant).orElse(state.at().instant());
  }

  /** Whether it has ended by then. */
  static boolean ended(ConditionState state, Instant at) {
    return state.condition().until().map(end -> !end.instant().isAfter(at)).orElse(false);
  }

  private static boolean counts(ConditionState state, ConditionGroup group, Instant at) {
    boolean recent =
        group.days().isEmpty()
            || !since(state).plus(Duration.ofDays(group.days().getAsInt())).isBefore(at);
    return recent && !ended(state, at);
  }

  private static boolean means(List<Coding> codings, ConditionGroup group) {
    return coded(codings, group.codes()) || inWords(codings, group.words());
  }

  /** Whether a record without a code of ICD-10 names one of these. */
  static boolean inWords(List<Coding> codings, List<String> words) {
    return codings.stream().noneMatch(Diagnoses::isIcd)
        && codings.stream().anyMatch(each -> named(each.text(), words));
  }

  /**
   * Whether words name one of these, and do not deny it. A denial at the beginning holds to the
   * end, one that stands for itself denies what came before, another one only its own part: in
   * "pregnant, ectopic excluded" somebody is pregnant.
   */
  static boolean named(String text, List<String> words) {
    boolean named = false;
    for (String part : PARTS.split(text.toLowerCase(Locale.ROOT))) {
      String plain = " " + DrugText.normal(part) + " ";
      if (BEGINS.matcher(plain).find()) {
        return named;
      }
      if (ALONE.matcher(plain).matches()) {
        named = false;
      } else if (!DENIED.matcher(plain).find()) {
        named |= words.stream().anyMatch(each -> plain.contains(" " + DrugText.normal(each) + " "));
      }
    }
    return named;
  }

  /** Whether one of the codes begins as a row has it, or is the code of the system it names. */
  static boolean coded(List<Coding> codings, List<String> wanted) {
    return codings.stream()
        .anyMatch(coding -> wanted.stream().anyMatch(code -> isCode(coding, code)));
  }

  private static boolean isCode(Coding coding, String wanted) {
    int bar = wanted.indexOf('|');
    if (bar > 0) {
      return coding.system().toLowerCase(Locale.ROOT).endsWith(wanted.substring(0, bar))
          && coding.code().equals(wanted.substring(bar + 1));
    }
    return isIcd(coding) && plain(coding.code()).startsWith(plain(wanted));
  }

  private static boolean isIcd(Coding coding) {
    String system = coding.system().strip().toLowerCase(Locale.ROOT);
    return ICD_SYSTEM.matcher(system).matches()
        || (system.isEmpty() && ICD_CODE.matcher(coding.code()).matches());
  }

  private static String plain(String code) {
    return code.replace(".", "").toUpperCase(Locale.ROOT);
  }

  /** The record as a reason. */
  static Reason reason(ConditionState state, String words) {
    return Reason.told("condition", words, "", "", state.at(), state.messageId());
  }
}
