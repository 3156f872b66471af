package org.rxtwin.chart;

/**
 * A patient's identifier as received. Its text never shows in logs: {@code toString} is redacted.
 *
 * @param authority who gave it (assigning authority, else the sending facility); may be empty
 * @param value the identifier itself
 */
public record Identifier(String authority, String value) {
  public Identifier {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "expected an identifier, came an empty one\nMaybe PID-3 is missing in the message.");
    }
  }

  @Override
  public String toString() {
    return "Identifier[redacted]";
  }
}
