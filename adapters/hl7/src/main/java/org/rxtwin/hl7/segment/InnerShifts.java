package org.rxtwin.hl7.segment;

import java.util.HexFormat;

/** Escape sequences that shift to another character set inside a text. */
final class InnerShifts {
  private InnerShifts() {}

  /** Whether {@code \Cxxyy\} or {@code \Mxxyyzz\} stands in the text. */
  static boolean any(String text, char escape) {
    for (int at = text.indexOf(escape); at >= 0; at = text.indexOf(escape, at + 1)) {
      char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      int digits = kind == 'C' || kind == 'M' ? text.indexOf(escape, at + 1) - at - 2 : 0;
      boolean fits = digits == 4 || (kind == 'M' && digits == 6);
      if (fits && hexadecimal(text, at + 2, at + 2 + digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hexadecimal(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
