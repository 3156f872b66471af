package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Timing;

/**
 * A scheme of pieces at morning, noon, evening and night, as German-speaking wards write it: {@code
 * 1-0-1}. Only one amount for all places is read; where the places differ, no single dose is told.
 */
final class DoseScheme {
  private static final String PLACE = "(?:\\d{1,2}(?:[.,]5)?|\u00bd|1/2)";
  private static final Pattern SCHEME =
      Pattern.compile(
          "("
              + PLACE
              + "(?: ?[-\u2013] ?"
              + PLACE
              + "){2,3})(?: ?(?:Tbl|Tabl|Tabletten|Stk|Kps)\\.?)?");
  private static final double DAY = 24;

  private DoseScheme() {}

  static boolean looksSo(String text) {
    return (Character.isDigit(text.charAt(0)) || text.charAt(0) == '\u00bd')
        && SCHEME.matcher(text).matches();
  }

  static Optional<TimingPhrase> read(String text, String original) {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return Optional.empty();
    }
    List<Double> filled = new ArrayList<>();
    for (String place : scheme.group(1).split("[-\u2013]")) {
      double pieces = pieces(place.strip());
      if (pieces > 0) {
        filled.add(pieces);
      }
    }
    if (filled.stream().distinct().count() != 1) {
      return Optional.empty();
    }
    Timing timing = Timing.everyHours(DAY / filled.size(), original);
    TimingPhrase.Amount each = new TimingPhrase.Amount(filled.get(0), filled.get(0), "");
    return Optional.of(new TimingPhrase(timing, Optional.empty(), 0, List.of(each), false));
  }

  private static double pieces(String place) {
    return place.equals("\u00bd") || place.equals("1/2")
        ? 0.5
        : Double.parseDouble(place.replace(',', '.'));
  }
}
