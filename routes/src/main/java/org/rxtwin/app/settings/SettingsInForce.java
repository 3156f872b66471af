package org.rxtwin.app.settings;

import java.util.List;

/**
 * Settings, and for each where it came from.
 *
 * @param lines one a key, in fixed order; secrets are named by their file, never shown
 * @param feeds what is agreed with each sender, and where its tables come from
 */
public record SettingsInForce(Settings settings, List<Line> lines, List<FeedInForce> feeds) {
  public SettingsInForce {
    feeds = List.copyOf(feeds);
    lines = List.copyOf(lines);
  }

  /**
   * One setting.
   *
   * @param value as used; empty where nothing is set
   * @param origin {@code default}, the file and line, or the variable
   */
  public record Line(String key, String value, String origin, String meaning) {}
}
