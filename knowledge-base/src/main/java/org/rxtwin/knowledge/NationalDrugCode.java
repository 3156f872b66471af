package org.rxtwin.knowledge;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of a US National Drug Code. A label carries ten digits whose hyphens tell the parts
 * (4-4-2, 5-3-2, 5-4-1); billing and most feeds carry eleven (5-4-2), each short part filled with a
 * zero in front. Ten digits without hyphens may be any of the three. Source: 21 CFR 207.33 and the
 * FDA's notes on the directory.
 */
public final class NationalDrugCode {
  private static final Pattern PARTS = Pattern.compile("(\\d{4,5})-(\\d{3,4})-(\\d{1,2})");
  private static final int LABELER = 5;
  private static final int PRODUCT = 4;
  private static final int PACKAGE = 2;
  private static final int FULL = LABELER + PRODUCT + PACKAGE;
  private static final int ON_LABEL = FULL - 1;

  private NationalDrugCode() {}

  /** The eleven digits that a code may mean; the code itself where it has not the form of one. */
  public static List<String> list(String code) {
    String plain = code.strip();
    Matcher parts = PARTS.matcher(plain);
    if (parts.matches() && plain.length() >= ON_LABEL + 2) {
      return List.of(
          filled(parts.group(1), LABELER)
              + filled(parts.group(2), PRODUCT)
              + filled(parts.group(3), PACKAGE));
    }
    if (plain.matches("\\d{10}")) {
      return List.of(
          "0" + plain,
          plain.substring(0, LABELER) + "0" + plain.substring(LABELER),
          plain.substring(0, FULL - PACKAGE) + "0" + plain.substring(FULL - PACKAGE));
    }
    return List.of(plain);
  }

  /** Whether two codes can mean one product. */
  public static boolean same(String one, String other) {
    return list(one).stream().anyMatch(list(other)::contains);
  }

  private static String filled(String part, int digits) {
    return "0".repeat(digits - part.length()) + part;
  }
}
