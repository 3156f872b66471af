package org.rxtwin.hl7.value;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rxtwin.quantity.DoseUnit;

/** What the words beside an amount of drug mean. A word that is not known is never guessed. */
public final class DoseUnits {
  /**
   * One of a sender's units.
   *
   * @param unit what it is counted in
   * @param factor how many of these it is
   */
  public record Measure(DoseUnit unit, double factor) {
    static Measure one(DoseUnit unit) {
      return new Measure(unit, 1);
    }
  }

  private static final Map<String, Measure> WORDS = words();

  /** UCUM counts a mole as a plain number, so that tablets would pass for it: only by name. */
  private static final Pattern MOLES = Pattern.compile("[mun]?mol");

  /**
   * Grams, litres and what UCUM writes in brackets. Its other masses and volumes are what people
   * mean by other things: {@code mu} is a thousandth of an atomic mass there, {@code t} a tonne,
   * {@code st} a stere.
   */
  private static final Pattern WEIGHED =
      Pattern.compile("(?:(?:da|[kMhdcmunp])?[gLl]|\\[[a-z_]+])(?:\\{[^{}]*})?");

  private DoseUnits() {}

  /** What that word means, by the sender's own words, ours, then UCUM. */
  public static Optional<Measure> find(String word, Map<String, String> localUnits) {
    String plain = word.strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    String local = localUnits.get(lower);
    if (local != null) {
      return byUcum(local).or(() -> Optional.ofNullable(WORDS.get(key(local))));
    }
    return Optional.ofNullable(WORDS.get(key(plain))).or(() -> byUcum(plain));
  }

  private static String key(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('\u00b5', 'u').replace('\u03bc', 'u');
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static Optional<Measure> byUcum(String code) {
    if (WEIGHED.matcher(code).matches()) {
      return in(code, "mg", DoseUnit.MG).or(() -> in(code, "mL", DoseUnit.ML));
    }
    if (MOLES.matcher(code).matches()) {
      return in(code, "mmol", DoseUnit.MMOL);
    }
    return code.toLowerCase(Locale.ROOT).endsWith("[iu]")
        ? in(code, "[iU]", DoseUnit.UNIT)
        : Optional.empty();
  }

  private static Optional<Measure> in(String code, String target, DoseUnit unit) {
    return Ucum.shared().findFactor(code, target).map(factor -> new Measure(unit, factor));
  }

  /**
   * Words as pharmacies write them. {@code mgm} is the old milligram. Left out because two things
   * are written so: gr (grain, gram), MU (milli, mega), mEq (depends on the salt).
   */
  private static Map<String, Measure> words() {
    TreeMap<String, Measure> words = new TreeMap<>();
    put(words, new Measure(DoseUnit.MG, 1), "mg mgm mgs milligram milligrams");
    put(words, new Measure(DoseUnit.MG, 1000), "g gm gms gram grams");
    put(words, new Measure(DoseUnit.MG, 1e-3), "ug mcg mcgs mcgm microgram micrograms");
    put(words, new Measure(DoseUnit.MG, 1e-6), "ng nanogram nanograms");
    put(words, Measure.one(DoseUnit.ML), "ml mls cc milliliter milliliters millilitre millilitres");
    put(words, new Measure(DoseUnit.ML, 1000), "liter liters litre litres");
    put(words, Measure.one(DoseUnit.UNIT), "unit units unt iu [iu] u int.unit usp.unit [usp'u]");
    put(words, Measure.one(DoseUnit.MMOL), "mmol mmols millimole millimoles");
    put(words, Measure.one(DoseUnit.PIECE), "tab tabs tablet tablets {tablet} {tbl} tbl");
    put(words, Measure.one(DoseUnit.PIECE), "cap caps capsule capsules {capsule} {capsul}");
    put(words, Measure.one(DoseUnit.PIECE), "puff puffs {puff} drop drops {drop} [drp] gtt gtts");
    put(words, Measure.one(DoseUnit.PIECE), "patch patches {patch} supp suppository suppositories");
    put(words, Measure.one(DoseUnit.PIECE), "spray sprays {spray} sachet sachets lozenge lozenges");
    put(
        words,
        Measure.one(DoseUnit.PIECE),
        "each ea {each} {piece} piece pieces vial vials {vial}");
    put(words, Measure.one(DoseUnit.PIECE), "amp amps ampoule ampoules inhalation inhalations");
    return Collections.unmodifiableMap(words);
  }

  private static void put(Map<String, Measure> words, Measure measure, String list) {
    for (String word : list.split(" ")) {
      words.put(word, measure);
    }
  }
}
