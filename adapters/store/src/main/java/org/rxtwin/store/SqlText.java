package org.rxtwin.store;

import org.rxtwin.chart.Sha256;

/**
 * Text as a column can hold it. PostgreSQL refuses the character NUL and halves of surrogate pairs,
 * and keys beyond a third of a page: a message with such a control id would fail for ever.
 */
final class SqlText {
  private static final int LONGEST_KEY = 200;
  private static final char ESCAPE = '\\';

  private SqlText() {}

  /** Text without characters a database refuses; {@link #read} gives the original. */
  static String write(String text) {
    return escaped(text, true);
  }

  /** JSON without characters a database refuses: its own escapes, the same value. */
  static String json(String json) {
    return escaped(json, false);
  }

  /** A key: as it is when short, else its digest. Different texts give different keys. */
  static String key(String text) {
    String written = write(text);
    return written.length() <= LONGEST_KEY ? written : ESCAPE + "#" + Sha256.hex(written);
  }

  /** What {@link #write} was given. */
  static String read(String column) {
    if (column.indexOf(ESCAPE) < 0) {
      return column;
    }
    StringBuilder plain = new StringBuilder(column.length());
    for (int at = 0; at < column.length(); at++) {
      char each = column.charAt(at);
      if (each != ESCAPE) {
        plain.append(each);
      } else if (column.charAt(at + 1) == ESCAPE) {
        plain.append(ESCAPE);
        at += 1;
      } else {
        plain.append((char) Integer.parseInt(column.substring(at + 2, at + 6), 16));
        at += 5;
      }
    }
    return plain.toString();
  }

  private static String escaped(String text, boolean withEscapeItself) {
    StringBuilder column = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each == 0 || isHalf(text, at)) {
        column.append(String.format("\\u%04x", (int) each));
      } else if (each == ESCAPE && withEscapeItself) {
        column.append(ESCAPE).append(ESCAPE);
      } else {
        column.append(each);
      }
    }
    return column.length() == text.length() ? text : column.toString();
  }

  private static boolean isHalf(String text, int at) {
    char each = text.charAt(at);
    if (Character.isHighSurrogate(each)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(each)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
