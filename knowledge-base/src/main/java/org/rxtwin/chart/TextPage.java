package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most eighty columns, with a heading in the margin and colours only when asked. */
final class TextPage {
  static final int WIDTH = 80;

  private static final int MARGIN = 10;
  private static final String RESET = "\u001b[0m";

  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  TextPage(boolean colour) {
    this.colour = colour;
  }

  String paint(String codes, String words) {
    return colour && !words.isEmpty() ? "\u001b[" + codes + "m" + words + RESET : words;
  }

  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  /** Two texts at either end of a line, the right one below where both do not fit. */
  void ends(String words, String others, String codes) {
    String left = plain(words);
    String right = plain(others);
    int gap = WIDTH - left.length() - right.length();
    if (gap >= 2) {
      line(paint(codes, left) + " ".repeat(gap) + right);
    } else {
      wrap(left, WIDTH).forEach(each -> line(paint(codes, each)));
      wrap(right, WIDTH).forEach(this::line);
    }
  }

  /** A paragraph beside its heading. */
  void section(String heading, String words, String codes) {
    String margin = heading;
    for (String each : wrap(words, WIDTH - MARGIN)) {
      line(paint("1", margin) + " ".repeat(MARGIN - margin.length()) + paint(codes, each));
      margin = "";
    }
  }

  /** A list beside its heading, each item with a sign before it. */
  void list(String heading, String sign, List<String> items) {
    String margin = heading;
    for (String item : items) {
      String before = sign;
      for (String each : wrap(item, WIDTH - MARGIN - 2)) {
        line(paint("1", margin) + " ".repeat(MARGIN - margin.length()) + before + each);
        margin = "";
        before = "  ";
      }
    }
  }

  /** Received text may hold control characters, which a terminal would obey. */
  static String plain(String words) {
    return words.replaceAll("\\p{Cntrl}", " ");
  }

  private static List<String> wrap(String words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : plain(words).strip().split("\\s+", -1)) {
      String rest = word;
      if (line.length() > 0 && line.length() + 1 + rest.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (rest.length() > width) {
        lines.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      line.append(line.length() > 0 ? " " : "").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
