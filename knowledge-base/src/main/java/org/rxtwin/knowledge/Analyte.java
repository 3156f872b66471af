package org.rxtwin.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Something a laboratory reports.
 *
 * @param loinc LOINC codes that mean it
 * @param localNames names feeds give it
 * @param unit UCUM unit that every figure about it is in
 * @param molarMass g/mol, for mass to molar
 * @param valence charges of the ion, for equivalents to molar; empty for what is counted in none
 */
public record Analyte(
    String id,
    String name,
    List<String> loinc,
    List<String> localNames,
    String unit,
    OptionalDouble molarMass,
    OptionalDouble valence,
    Provenance provenance)
    implements KnowledgeRow {
  public Analyte {
    Must.slug("analyte", id);
    Must.text("name", name);
    loinc = List.copyOf(loinc);
    loinc.forEach(c -> Must.be(isLoinc(c), "loinc", "a LOINC with its check digit", c));
    localNames = Must.some("local_names", localNames);
    Must.text("unit", unit);
    molarMass.ifPresent(m -> Must.within("molar_mass", m, 1, 200000));
    valence.ifPresent(v -> Must.within("valence", v, 1, 4));
  }

  /** Whether both measure one substance, be it in other units or at another time of the day. */
  public boolean measuresTheSame(Analyte other) {
    return substance(name).equals(substance(other.name));
  }

  /** Whether a test, as advice names it, is this one. */
  public boolean isNamed(String test) {
    return id.equalsIgnoreCase(test) || substance(name).equals(substance(test));
  }

  private static String substance(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll(" (\\(mass\\)|level|trough|peak)$", "");
  }

  /** Whether that is a LOINC: it ends in a Mod 10 (Luhn) digit, so a slip of the pen is caught. */
  public static boolean isLoinc(String code) {
    if (!code.matches("[0-9]{3,6}-[0-9]")) {
      return false;
    }
    int sum = 0;
    boolean twice = true;
    for (int i = code.length() - 3; i >= 0; i--, twice = !twice) {
      int digit = code.charAt(i) - '0';
      int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += twice ? doubled : digit;
    }
    return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
  }

  @Override
  public String key() {
    return id;
  }
}
