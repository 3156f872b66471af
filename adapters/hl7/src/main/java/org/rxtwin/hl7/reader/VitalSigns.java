package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.ResultValue.Numeric;

/** What wards write of weight, height and blood pressure otherwise than as number and unit. */
final class VitalSigns {
  /**
   * A pressure.
   *
   * @param systolic in mm[Hg]
   * @param diastolic in mm[Hg]
   */
  record Pressure(Numeric systolic, Numeric diastolic) {}

  static final Coding SYSTOLIC = new Coding("8480-6", "LOINC", "Systolic blood pressure");
  static final Coding DIASTOLIC = new Coding("8462-4", "LOINC", "Diastolic blood pressure");

  private static final List<String> PRESSURES = List.of("85354-9", "55284-4");
  private static final List<String> WEIGHTS = List.of("29463-7", "3141-9", "3142-7");
  private static final List<String> HEIGHTS = List.of("8302-2", "3137-7", "3138-5");
  private static final Map<String, Coding> NAMES = names();
  private static final Pattern PAIR =
      Pattern.compile("(\\d{2,3})\\s?/\\s?(\\d{2,3})(?:\\s*mm\\s?\\[?hg]?)?");
  private static final Pattern FEET =
      Pattern.compile(
          "(\\d)\\s*(?:'|ft\\.?|feet)\\s*(?:(\\d{1,2}(?:\\.\\d)?)\\s*(?:\"|''|in\\.?|inches)?)?");
  private static final Pattern POUNDS =
      Pattern.compile(
          "(\\d{1,3})\\s*(?:lbs?\\.?|pounds)[ ,]*(\\d{1,2}(?:\\.\\d{1,2})?)\\s*(?:oz\\.?|ounces)");

  private VitalSigns() {}

  /** The codings with the LOINC code of what wards name in words only; others as they are. */
  static List<Coding> named(List<Coding> analyte) {
    if (analyte.stream().anyMatch(each -> each.system().equals("LOINC"))) {
      return analyte;
    }
    Optional<Coding> known =
        analyte.stream()
            .flatMap(
                each ->
                    Optional.ofNullable(NAMES.get(key(each.code())))
                        .or(() -> Optional.ofNullable(NAMES.get(key(each.text()))))
                        .stream())
            .findFirst();
    List<Coding> all = new ArrayList<>(analyte);
    known.ifPresent(all::add);
    return all;
  }

  /**
   * {@code 120/80} of a blood pressure: the only unit in which such figures are written is mmHg.
   */
  static Optional<Pressure> pressure(List<Coding> analyte, String words) {
    Matcher pair = PAIR.matcher(words.toLowerCase(Locale.ROOT));
    if (!isOf(analyte, PRESSURES) || !pair.matches()) {
      return Optional.empty();
    }
    double systolic = Double.parseDouble(pair.group(1));
    double diastolic = Double.parseDouble(pair.group(2));
    boolean likely = systolic > diastolic && systolic >= 40 && systolic <= 350 && diastolic >= 10;
    return likely
        ? Optional.of(new Pressure(numeric(systolic, "mm[Hg]"), numeric(diastolic, "mm[Hg]")))
        : Optional.empty();
  }

  /** A height in feet and inches, a weight in pounds and ounces. */
  static Optional<Numeric> twoUnits(List<Coding> analyte, String words) {
    String plain = words.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u201d', '"');
    Matcher feet = FEET.matcher(plain);
    if (isOf(analyte, HEIGHTS) && feet.matches()) {
      double inches = feet.group(2) == null ? 0 : Double.parseDouble(feet.group(2));
      return inches < 12
          ? Optional.of(numeric(Double.parseDouble(feet.group(1)) * 12 + inches, "[in_i]"))
          : Optional.empty();
    }
    Matcher pounds = POUNDS.matcher(plain);
    if (isOf(analyte, WEIGHTS) && pounds.matches()) {
      double ounces = Double.parseDouble(pounds.group(2));
      return ounces < 16
          ? Optional.of(numeric(Double.parseDouble(pounds.group(1)) + ounces / 16, "[lb_av]"))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Numeric numeric(double value, String unit) {
    return new Numeric(Comparator.EQUAL, value, unit);
  }

  private static boolean isOf(List<Coding> analyte, List<String> loinc) {
    return analyte.stream()
        .anyMatch(each -> each.system().equals("LOINC") && loinc.contains(each.code()));
  }

  private static String key(String words) {
    return words.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Coding> names() {
    TreeMap<String, Coding> names = new TreeMap<>();
    WordTable.rows("observation-names.csv")
        .forEach(row -> names.put(row.get(0), new Coding(row.get(1), "LOINC", row.get(2))));
    return Collections.unmodifiableMap(names);
  }
}
