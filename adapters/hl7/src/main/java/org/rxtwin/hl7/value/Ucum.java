package org.rxtwin.hl7.value;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/**
 * The unified code for units of measure. The library is slow, so answers are kept, but only so
 * many: what is asked comes from messages.
 */
public final class Ucum {
  private static final Ucum SHARED = new Ucum();
  private static final int MOST_KEPT = 5_000;

  /** The library multiplies an exponent out: a long one would never end. */
  private static final Pattern PLAUSIBLE = Pattern.compile("(?!.*\\d{3})[\\x21-\\x7e]{1,40}");

  private static final Pattern WITHOUT_EXPONENT = Pattern.compile("[^\\d]{1,20}");

  private static final Pattern COUNTED =
      Pattern.compile("\\{[^}]*}|\\[[^]]*]|osm|eq|mol|kat|U|%|Cel");

  private static final double CLOSE = 1e-9;

  private final UcumEssenceService service;
  private final ConcurrentHashMap<String, Optional<Double>> factors = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> valid = new ConcurrentHashMap<>();

  private Ucum() {
    try (InputStream essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
      this.service = new UcumEssenceService(essence);
    } catch (IOException | UcumException e) {
      throw new IllegalStateException(
          "expected the table of units ucum-essence.xml in the library org.fhir:ucum"
              + "\nMaybe the program was packed without it.",
          e);
    }
  }

  /** The one table of this program. */
  public static Ucum shared() {
    return SHARED;
  }

  /** Whether that is a UCUM code. */
  public boolean isCode(String unit) {
    Boolean known = valid.get(unit);
    if (known == null) {
      known = PLAUSIBLE.matcher(unit).matches() && validates(unit);
      if (valid.size() < MOST_KEPT) {
        valid.put(unit, known);
      }
    }
    return known;
  }

  /**
   * What one {@code from}, which has no exponent, is in {@code to}; empty where the two do not
   * measure the same.
   */
  public Optional<Double> findFactor(String from, String to) {
    if (!WITHOUT_EXPONENT.matcher(from).matches() || !isCode(from)) {
      return Optional.empty();
    }
    String key = from + " " + to;
    Optional<Double> known = factors.get(key);
    if (known == null) {
      known = converted(from, to);
      if (factors.size() < MOST_KEPT) {
        factors.put(key, known);
      }
    }
    return known;
  }

  /**
   * Whether two codes are one unit in other letters, such as {@code ug/mL} and {@code mg/L}. UCUM
   * counts a mole, an equivalent and an osmole alike, and passes over what stands in braces; here
   * each is of its own kind.
   */
  public boolean same(String one, String other) {
    return one.equals(other)
        || (isCode(one)
            && isCode(other)
            && counted(one).equals(counted(other))
            && converted(one, other).filter(each -> Math.abs(each - 1) <= CLOSE).isPresent());
  }

  /** What a unit counts, in order. */
  private static List<String> counted(String unit) {
    return COUNTED
        .matcher(unit)
        .results()
        .map(each -> each.group().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  private synchronized boolean validates(String unit) {
    try {
      return service.validate(unit) == null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private synchronized Optional<Double> converted(String from, String to) {
    try {
      if (!service.isComparable(from, to)) {
        return Optional.empty();
      }
      double factor = Double.parseDouble(service.convert(new Decimal("1"), from, to).asDecimal());
      return factor > 0 && Double.isFinite(factor) ? Optional.of(factor) : Optional.empty();
    } catch (UcumException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
