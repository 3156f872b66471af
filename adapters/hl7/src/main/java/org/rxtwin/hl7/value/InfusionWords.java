package org.rxtwin.hl7.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a dose runs in, as instructions say it: {@code infuse over 30 minutes}. */
public final class InfusionWords {
  private static final Pattern OVER =
      Pattern.compile("\\b(?:OVER|\u00dcBER)\\s(\\d{1,3}(?:\\.\\d{1,2})?)\\s?([A-Z]+)\\b");

  private InfusionWords() {}

  /** The hours; empty where none are told, or several. */
  public static Optional<Double> hours(String instructions) {
    String plain = instructions.toUpperCase(Locale.ROOT);
    Matcher over = OVER.matcher(plain);
    if (plain.contains("MAX") || !over.find()) {
      return Optional.empty();
    }
    Optional<Double> hours = RateUnits.hours(over.group(1) + " " + over.group(2));
    return over.find() ? Optional.empty() : hours.filter(each -> each <= 24);
  }
}
