package org.rxtwin.hl7.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rxtwin.quantity.DoseUnit;

/**
 * What the words beside an amount of drug mean: words of pharmacies, SNOMED and NCIt codes from
 * {@code dose-units.csv}, then UCUM. A word that is not known is never guessed. {@code mgm} is the
 * old milligram. Left out because two things are written so: gr (grain, gram), MU and MIU (milli,
 * mega).
 */
public final class DoseUnits {
  /**
   * One of a sender's units.
   *
   * @param unit what it is counted in
   * @param factor how many of these it is
   * @param drops whether it is a drop: the strength of a product is never that of a drop
   */
  public record Measure(DoseUnit unit, double factor, boolean drops) {
    private static final double CLOSE = 1e-9;

    /** Anything but a drop. */
    public Measure(DoseUnit unit, double factor) {
      this(unit, factor, false);
    }

    /** Whether both stand for the same, whichever way it was reckoned. */
    public boolean sameAs(Measure other) {
      return unit == other.unit
          && drops == other.drops
          && Math.abs(factor - other.factor) <= CLOSE * factor;
    }
  }

  /** What the table calls a drop. */
  private static final String DROP = "DROP";

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

  /** In capitals throughout UCUM's prefix of a million is MA, and M a thousandth. */
  private static final String MILLI_OR_MEGA = "M[IU]";

  private DoseUnits() {}

  /** What that word means, by the sender's own words, ours, then UCUM. */
  public static Optional<Measure> find(String word, Map<String, String> localUnits) {
    String plain = word.strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    String local = localUnits.get(lower);
    if (local != null) {
      return byUcum(local).or(() -> Optional.ofNullable(WORDS.get(key(local))));
    }
    return Optional.ofNullable(WORDS.get(key(plain))).or(() -> byUcum(micro(plain)));
  }

  /** Both signs for a millionth as the letter that stands for them. */
  private static String micro(String word) {
    return word.replace('\u00b5', 'u').replace('\u03bc', 'u');
  }

  private static String key(String word) {
    String lower = micro(word).toLowerCase(Locale.ROOT);
    String one = lower.replace("(s)", "");
    return one.endsWith(".") ? one.substring(0, one.length() - 1) : one;
  }

  private static Optional<Measure> byUcum(String code) {
    if (WEIGHED.matcher(code).matches()) {
      return in(code, "mg", DoseUnit.MG).or(() -> in(code, "mL", DoseUnit.ML));
    }
    if (MOLES.matcher(code).matches()) {
      return in(code, "mmol", DoseUnit.MMOL);
    }
    boolean international = code.toLowerCase(Locale.ROOT).endsWith("[iu]");
    return international && !code.equals(MILLI_OR_MEGA)
        ? in(code, "[iU]", DoseUnit.UNIT)
        : Optional.empty();
  }

  private static Optional<Measure> in(String code, String target, DoseUnit unit) {
    return Ucum.shared().findFactor(code, target).map(factor -> new Measure(unit, factor));
  }

  private static Map<String, Measure> words() {
    TreeMap<String, Measure> words = new TreeMap<>();
    for (String line : lines()) {
      String[] row = line.split(",", 3);
      boolean drops = row[0].equals(DROP);
      DoseUnit unit = drops ? DoseUnit.PIECE : DoseUnit.valueOf(row[0]);
      Measure measure = new Measure(unit, Double.parseDouble(row[1]), drops);
      for (String word : row[2].split(" ")) {
        words.put(word.replace('_', ' ').toLowerCase(Locale.ROOT), measure);
      }
    }
    return Collections.unmodifiableMap(words);
  }

  private static List<String> lines() {
    try (InputStream table = DoseUnits.class.getResourceAsStream("dose-units.csv")) {
      if (table == null) {
        throw new IllegalStateException(
            "expected the table dose-units.csv\nMaybe the program was packed without it.");
      }
      return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
