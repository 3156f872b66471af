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
  private static final String FIGURE = "(?<!\\d )(\\d{1,3}(?:,\\d{3})+|\\d{1,6}(?:\\.\\d{1,4})?)";

  /** Three figures behind a point or comma: thousands to one writer, a fraction to another. */
  private static final Pattern DOUBTFUL = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  /** A comma behind a single nought parts no thousands. */
  private static final Pattern FRACTION = Pattern.compile("0,\\d{3}");

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

  private static final Pattern VOLUME =
      Pattern.compile("\\s?(?:/|\\bin\\b|\\bper\\b)\\s?\\d{1,4}(?:\\.\\d{1,2})?\\s?(?:ml|l)\\b");

  /** All strengths that a name tells, in the order they stand. */
  public static List<NamedStrength> list(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    List<NamedStrength> all = new ArrayList<>();
    Matcher named = NAMED.matcher(plain);
    while (named.find()) {
      boolean ofVolume = named.group(4) != null;
      if (ofVolume || !OTHERWISE.matcher(plain.substring(named.end())).find()) {
        of(named, ofVolume).ifPresent(all::add);
      }
    }
    return all;
  }

  /** What one millilitre holds, where the name leaves no doubt. */
  public static Optional<Measure> perMillilitre(String name) {
    return only(name, true);
  }

  /** What one piece holds, where the name leaves no doubt. */
  public static Optional<Measure> perPiece(String name) {
    boolean liquid = name.toLowerCase(Locale.ROOT).matches(".*\\bml\\b.*");
    return liquid ? Optional.empty() : only(name, false);
  }

  /** The strength, where it is the only figure with a unit and of one substance. */
  private static Optional<Measure> only(String name, boolean perVolume) {
    String plain = name.toLowerCase(Locale.ROOT);
    List<NamedStrength> all = list(name);
    long figures = NAMED.matcher(plain).results().count();
    boolean one = figures == 1 && all.size() == 1 && all.get(0).perVolume() == perVolume;
    // the stroke of 250 mg/5 mL parts no two substances
    boolean combined = COMBINED.matcher(VOLUME.matcher(plain).replaceAll(" ")).find();
    return one && !combined ? Optional.of(all.get(0).each()) : Optional.empty();
  }

  /** Empty where the figure may mean two strengths, or none above zero. */
  private static Optional<NamedStrength> of(Matcher named, boolean ofVolume) {
    String written = named.group(1);
    boolean counted = named.group(2).startsWith("u") && !named.group(2).equals("ug");
    boolean thousands = counted && written.indexOf(',') > 0;
    if (DOUBTFUL.matcher(written).matches() && !thousands) {
      return Optional.empty();
    }
    boolean fraction = FRACTION.matcher(written).matches();
    double figure = Double.parseDouble(written.replace(",", fraction ? "." : ""));
    Measure unit =
        DoseUnits.find(named.group(2), Map.of()).orElse(new Measure(DoseUnit.MG, Double.NaN));
    double volume = named.group(3) == null ? 1 : Double.parseDouble(named.group(3));
    double millilitres = "l".equals(named.group(4)) ? 1000 * volume : volume;
    double held = figure * unit.factor() / (ofVolume ? millilitres : 1);
    return held > 0 && Double.isFinite(held)
        ? Optional.of(new NamedStrength(new Measure(unit.unit(), held), ofVolume))
        : Optional.empty();
  }
}
