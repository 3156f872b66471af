package org.rxtwin.chart;

import java.util.Locale;

/** How bad it can become, from the knowledge row. Declared from worst to least. */
public enum Severity {
  CONTRAINDICATED,
  MAJOR,
  MODERATE,
  MINOR;

  /** The word used in messages. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
