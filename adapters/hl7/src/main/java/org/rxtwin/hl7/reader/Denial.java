package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;

/**
 * Whether a diagnosis says that the patient does not have it. Words of a denial at the beginning
 * deny all that follows; at the end they deny the part of the sentence they stand in, and the whole
 * only where it has no other part: "kidney transplant, rejection excluded" is a transplant.
 */
final class Denial {
  private static final Pattern BEGINS =
      Pattern.compile("^(no|denies|denied|negative for|ruled out|excluded)\\b[ :]");

  private static final Pattern ENDS =
      Pattern.compile("[ :,(-](no|denied|ruled out|excluded|refuted|not present)\\)?$");

  /** What stands between two parts of a sentence. */
  private static final Pattern PARTS =
      Pattern.compile("[,;:()/]| - |\\b(with|without|after|status|and|but)\\b");

  /** What a transplant may have or not have: who is said not to have it has the transplant. */
  private static final Pattern OF_TRANSPLANT =
      Pattern.compile(
          "(?=.*\\b(transplant|graft))(?=.*\\b(rejection|failure|dysfunction|complication|infection)).*");

  /** A SNOMED expression whose finding context is known absent or definitely not present. */
  private static final Pattern ABSENT =
      Pattern.compile(":.*\\b408729009\\b.*=.*\\b(410516002|410594000)\\b");

  private Denial() {}

  /**
   * Whether words without a code of ICD or SNOMED say that the patient does not have it, or a code
   * of SNOMED does so by its context.
   */
  static boolean of(List<Coding> codes) {
    boolean coded =
        codes.stream()
            .anyMatch(each -> ClinicalCodes.COMMON.contains(each.system()) && !absent(each.code()));
    return !coded && codes.stream().anyMatch(each -> absent(each.code()) || inWords(each.text()));
  }

  private static boolean absent(String code) {
    return ABSENT.matcher(code).find();
  }

  private static boolean inWords(String words) {
    String plain = words.toLowerCase(Locale.ROOT).strip();
    if (OF_TRANSPLANT.matcher(plain).matches()) {
      return false;
    }
    if (BEGINS.matcher(plain).find()) {
      return true;
    }
    Matcher end = ENDS.matcher(plain);
    return end.find() && !PARTS.matcher(bare(plain.substring(0, end.start()))).find();
  }

  /** Without the marks between what is denied and its denial. */
  private static String bare(String words) {
    int end = words.length();
    while (end > 0 && " :,(-".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(0, end);
  }
}
