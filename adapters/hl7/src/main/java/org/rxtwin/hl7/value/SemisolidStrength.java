package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The strength of what is weighed out with its base: gels, creams, ointments. A gram of them is no
 * gram of the drug.
 */
public final class SemisolidStrength {
  /** Milligrams in a gram of one per cent. */
  private static final double PER_CENT = 10;

  /** A soft gel is a capsule. */
  private static final Pattern SEMISOLID =
      Pattern.compile(
          "\\b(?:(?<!soft[ -])gel(?! ?cap)|cream|creme"
              + "|cr\u00e8me|ointment|oint|paste|salbe|pommade|pomada|crema|unguento"
              + "|unguent)\\b");

  private static final String FIGURE = "(?<![\\w.,/-])(\\d{1,3}(?:\\.\\d{1,3})?)\\s?";
  private static final Pattern PER_GRAM =
      Pattern.compile(FIGURE + "(mg|mcg|ug)\\s?(?:/|per\\b)\\s?(?:1\\s?)?(?:g|gm|gram)\\b");
  private static final Pattern PERCENT = Pattern.compile(FIGURE + "%");

  private SemisolidStrength() {}

  /** Whether a name or form is that of something weighed out with its base. */
  public static boolean isOne(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return SEMISOLID.matcher(plain).find() || PER_GRAM.matcher(plain).find();
  }

  /** Milligrams of drug in a gram, where the text tells one strength. */
  public static Optional<Double> perGram(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    List<Double> told = new ArrayList<>();
    PER_GRAM
        .matcher(plain)
        .results()
        .forEach(each -> told.add(figure(each) * (each.group(2).equals("mg") ? 1 : 0.001)));
    PERCENT.matcher(plain).results().forEach(each -> told.add(figure(each) * PER_CENT));
    return told.size() == 1 ? Optional.of(told.get(0)).filter(each -> each > 0) : Optional.empty();
  }

  private static double figure(MatchResult found) {
    return Double.parseDouble(found.group(1));
  }
}
