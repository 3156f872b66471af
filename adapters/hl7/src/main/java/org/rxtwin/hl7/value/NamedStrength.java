package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.DoseUnit;

/**
 * The strengths that a product's name tells: {@code 250 mg}, {@code 250 mg/5 mL}, {@code 100
 * units/mL}.
 *
 * @param each what one piece, or one millilitre, holds, in milligrams or units
 * @param perVolume whether it is what one millilitre holds
 */
public record NamedStrength(Measure each, boolean perVolume) {
  private static final String FIGURE = "(\\d{1,3}(?:,\\d{3})+|\\d{1,6}(?:\\.\\d{1,4})?)";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\w.,/-])"
              + FIGURE
              + "\\s?-?(mg|mcg|ug|g|gm|units?|iu|mmol)\\b(?:\\s?(?:/|in|per)\\s?"
              + "(\\d{1,4}(?:\\.\\d{1,2})?)?\\s?(ml|l)\\b)?");

  /** A rate, a strength by area or by weight: what one piece gives off is not told so. */
  private static final Pattern OTHERWISE =
      Pattern.compile("^\\s?(?:/|per\\b)\\s?(?!tab|cap|actuat|puff|spray|inh|dose|piece|vial|amp)");

  /** Two substances: their strengths are not told apart. */
  private static final Pattern COMBINED =
      Pattern.compile("\\d\\s?(?:mg|mcg|g)?\\s?[-/+]\\s?\\d|\\b(?:and|with)\\b");

  /** All strengths that a name tells, in the order they stand. */
  public static List<NamedStrength> list(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    List<NamedStrength> all = new ArrayList<>();
    Matcher named = NAMED.matcher(plain);
    while (named.find()) {
      boolean ofVolume = named.group(4) != null;
      if (ofVolume || !OTHERWISE.matcher(plain.substring(named.end())).find()) {
        all.add(of(named, ofVolume));
      }
    }
    return all;
  }

  /** What one millilitre holds, where the name leaves no doubt. */
  public static Optional<Measure> perMillilitre(String name) {
    List<NamedStrength> all = list(name);
    return combined(name) || all.size() != 1 || !all.get(0).perVolume()
        ? Optional.empty()
        : Optional.of(all.get(0).each());
  }

  /** What one piece holds, where the name leaves no doubt. */
  public static Optional<Measure> perPiece(String name) {
    List<NamedStrength> all = list(name);
    boolean liquid = name.toLowerCase(Locale.ROOT).matches(".*\\bml\\b.*");
    return combined(name) || liquid || all.size() != 1
        ? Optional.empty()
        : Optional.of(all.get(0).each());
  }

  private static boolean combined(String name) {
    return COMBINED.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  private static NamedStrength of(Matcher named, boolean ofVolume) {
    double figure = Double.parseDouble(named.group(1).replace(",", ""));
    Measure unit =
        DoseUnits.find(named.group(2), Map.of()).orElse(new Measure(DoseUnit.MG, Double.NaN));
    double volume = named.group(3) == null ? 1 : Double.parseDouble(named.group(3));
    double millilitres = "l".equals(named.group(4)) ? 1000 * volume : volume;
    double held = figure * unit.factor() / (ofVolume ? millilitres : 1);
    return new NamedStrength(new Measure(unit.unit(), held), ofVolume);
  }
}
