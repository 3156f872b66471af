package org.rxtwin.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of a feed: what its codes mean, one a kind of field. */
public enum FeedTable {
  DRUGS("drug"),
  LABORATORY("laboratory"),
  UNITS("unit"),
  ROUTES("route"),
  FREQUENCIES("frequency");

  private final String kind;

  FeedTable(String kind) {
    this.kind = kind;
  }

  /** Its key in {@code rxtwin.yaml}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its file in the folder of a feed's tables. */
  public String file() {
    return key() + ".csv";
  }

  /** Its kind in the report of what could not be mapped. */
  public String kind() {
    return kind;
  }

  /** Whether a row means a code of a code system, and not a word. */
  boolean coded() {
    return this == DRUGS || this == LABORATORY;
  }

  static List<String> files() {
    return Arrays.stream(values()).map(FeedTable::file).toList();
  }
}
