package org.rxtwin.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The few conditions that cells of many subjects share; each failure names the column and what was
 * expected.
 */
final class Must {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Must() {}

  static String text(String column, String value) {
    if (value.isBlank()) {
      throw new BadCell(column, "a text", value);
    }
    return value;
  }

  static String slug(String column, String value) {
    if (!SLUG.matcher(value).matches()) {
      throw new BadCell(column, "lower-case letters and digits joined by single hyphens", value);
    }
    return value;
  }

  static double within(String column, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new BadCell(column, "a number from " + low + " to " + high, Double.toString(value));
    }
    return value;
  }

  static List<String> some(String column, List<String> values) {
    if (values.isEmpty()) {
      throw new BadCell(column, "at least one entry", "none");
    }
    return List.copyOf(values);
  }

  static void be(boolean condition, String column, String expected, Object came) {
    if (!condition) {
      throw new BadCell(column, expected, came.toString());
    }
  }
}
