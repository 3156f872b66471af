package org.rxtwin.hl7.envelope;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text that shifts between character sets by escape sequences (ISO 2022). Between two shifts every
 * byte belongs to the same set; a line end shifts back.
 */
final class ShiftedText {
  private static final byte ESCAPE = 0x1b;
  private static final Charset MOST_SETS = Charset.forName("ISO-2022-JP-2");
  private static final Charset KATAKANA = Charset.forName("x-windows-iso2022jp");

  private ShiftedText() {}

  /** Whether the bytes hold a shift at all. */
  static boolean shifts(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == ESCAPE && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
        return true;
      }
    }
    return false;
  }

  /** Whether a shift is to a set whose characters are pairs of bytes, delimiters among them. */
  static boolean shiftsToPairs(byte[] bytes) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      boolean pairs = bytes[i + 2] == 'B' || bytes[i + 2] == '@' || bytes[i + 2] == '(';
      if (bytes[i] == ESCAPE && bytes[i + 1] == '$' && (pairs || bytes[i + 2] == 'A')) {
        return true;
      }
    }
    return false;
  }

  /** The whole text; empty where a part does not fit its set. */
  static Optional<String> decode(byte[] bytes, Charset between) {
    StringBuilder text = new StringBuilder(bytes.length);
    int begin = 0;
    while (begin < bytes.length) {
      int end = end(bytes, begin);
      Optional<String> part = part(Arrays.copyOfRange(bytes, begin, end), between);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      text.append(part.get());
      begin = end;
    }
    return Optional.of(text.toString());
  }

  /** The next shift, or the line end that undoes this one. */
  private static int end(byte[] bytes, int begin) {
    boolean shifted = bytes[begin] == ESCAPE;
    int end = begin + 1;
    while (end < bytes.length
        && bytes[end] != ESCAPE
        && !(shifted && (bytes[end] == '\r' || bytes[end] == '\n'))) {
      end++;
    }
    return end;
  }

  private static Optional<String> part(byte[] part, Charset between) {
    if (part[0] != ESCAPE) {
      return CharacterSets.strictly(part, between);
    }
    boolean back = part.length >= 3 && part[1] == '(' && (part[2] == 'B' || part[2] == 'J');
    if (back) {
      return CharacterSets.strictly(Arrays.copyOfRange(part, 3, part.length), between);
    }
    return CharacterSets.strictly(part, MOST_SETS).or(() -> CharacterSets.strictly(part, KATAKANA));
  }
}
