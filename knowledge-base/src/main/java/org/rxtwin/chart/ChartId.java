package org.rxtwin.chart;

import java.util.regex.Pattern;

/**
 * The engine's own name of a chart: 128 bits of a keyed hash, 32 hexadecimal digits. It tells
 * nothing about the person.
 */
public record ChartId(String value) implements Comparable<ChartId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public ChartId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "expected 32 hexadecimal digits as chart id, came "
              + value.length()
              + " characters\nMaybe an identifier was used where its keyed hash belongs.");
    }
  }

  @Override
  public int compareTo(ChartId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
