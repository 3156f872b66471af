package org.rxtwin.hl7.segment;

import java.util.Locale;
import java.util.Set;

/**
 * Tells the line of a segment from a line of wrapped text by its head. A segment that is taken for
 * text is lost in the note before it, so a head counts in whatever form its name was written.
 */
final class SegmentHeads {
  static final String SMALL = "a segment name in small letters was read";
  static final String INDENTED = "blanks before a segment name were removed";
  static final String SPACED = "blanks behind a segment name were removed";

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int NAME_LENGTH = 3;
  private static final int SHORTEST_ODD_NAME = 2;

  /** Names of the standard have three, yet fields follow such a head: it is no wrapped text. */
  private static final int LONGEST_ODD_NAME = 12;

  private final char separator;

  SegmentHeads(char separator) {
    this.separator = separator;
  }

  /** The line from its segment name on, where one stands there in whatever form. */
  String headed(String written, Set<String> repairs) {
    if (!name(written).isEmpty()) {
      return written;
    }
    int begin = ink(written);
    int end = begin;
    while (end < written.length() && letterOrFigure(written.charAt(end))) {
      end++;
    }
    int fields = end;
    while (fields < written.length() && invisible(written.charAt(fields))) {
      fields++;
    }
    String head = written.substring(begin, end);
    String name = head.toUpperCase(Locale.ROOT);
    boolean bare = fields == written.length();
    boolean spaced = !bare && fields > end;
    boolean separated = bare || written.charAt(fields) == separator;
    if (!separated || !isHead(head, name, bare, spaced)) {
      return written;
    }
    note(repairs, SMALL, !head.equals(name));
    note(repairs, INDENTED, begin > 0 && !written.startsWith(BYTE_ORDER_MARK));
    note(repairs, SPACED, spaced);
    return name + written.substring(fields);
  }

  /**
   * Whether these letters at the head of a line can be but the name of a segment. With a blank
   * behind them they may be a table in a text, as susceptibilities are written: {@code AMP | R}.
   */
  private static boolean isHead(String head, String name, boolean bare, boolean spaced) {
    if (!head.equals(name)) {
      return !bare && SegmentNames.known(name) && !name.equals("MSH");
    }
    boolean fits = !name(head, !bare).isEmpty();
    return fits && (!spaced || SegmentNames.known(name));
  }

  /** The name at the head of a line; empty where none stands there. */
  String name(String line) {
    int end = line.indexOf(separator);
    return name(end < 0 ? line : line.substring(0, end), end > 0);
  }

  private static String name(String head, boolean fields) {
    int length = head.length();
    boolean fits =
        fields
            ? length >= SHORTEST_ODD_NAME && length <= LONGEST_ODD_NAME
            : length == NAME_LENGTH && SegmentNames.known(head);
    if (!fits || !capital(head.charAt(0))) {
      return "";
    }
    for (int i = 1; i < length; i++) {
      if (!capital(head.charAt(i)) && !figure(head.charAt(i))) {
        return "";
      }
    }
    return head;
  }

  private static int ink(String line) {
    int at = 0;
    while (at < line.length() && invisible(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Blanks of any kind, byte order marks and control characters. */
  private static boolean invisible(char each) {
    return Character.isWhitespace(each)
        || Character.isSpaceChar(each)
        || Character.isISOControl(each)
        || Character.getType(each) == Character.FORMAT;
  }

  private static boolean letterOrFigure(char each) {
    return capital(each) || (each >= 'a' && each <= 'z') || figure(each);
  }

  private static boolean capital(char each) {
    return each >= 'A' && each <= 'Z';
  }

  private static boolean figure(char each) {
    return each >= '0' && each <= '9';
  }

  private static void note(Set<String> repairs, String repair, boolean made) {
    if (made) {
      repairs.add(repair);
    }
  }
}
