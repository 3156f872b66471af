package org.rxtwin.hl7.segment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.envelope.CharacterSets;
import org.rxtwin.hl7.envelope.Delimiters;

/**
 * Escape sequences of a text, resolved in one pass: what an escape yields is never read as another.
 * Line breaks become line feeds, highlighting disappears. What is not known stays as it was
 * written, and so does an escape character that begins none ({@code C:\temp}).
 */
final class Escapes {
  private static final int TRUNCATION = 4;
  private final Delimiters delimiters;
  private final Charset charset;
  private final char escape;

  /**
   * @param charset in which hexadecimal bytes are characters
   */
  Escapes(Delimiters delimiters, Charset charset) {
    this.delimiters = delimiters;
    this.charset = charset;
    this.escape = delimiters.escape();
  }

  /** How often the escape character stands in a text. */
  int count(String text) {
    int count = 0;
    for (int at = text.indexOf(escape); at >= 0; at = text.indexOf(escape, at + 1)) {
      count++;
    }
    return count;
  }

  /** The text that is meant. */
  String plain(String text) {
    int at = text.indexOf(escape);
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int end = text.indexOf(escape, at + 1);
      if (end < 0) {
        break;
      }
      int last = hexRun(text, at, end);
      String meaning = last > 0 ? bytes(text, at, last) : meaning(text.substring(at + 1, end));
      int next = last > 0 ? last : end;
      plain.append(text, done, at);
      if (meaning == null) {
        // The character that would close an unknown sequence may open the next one.
        done = last > 0 ? next + 1 : next;
        plain.append(text, at, done);
      } else {
        plain.append(meaning);
        done = next + 1;
      }
      at = text.indexOf(escape, done);
    }
    return plain.append(text, done, text.length()).toString();
  }

  private @Nullable String meaning(String body) {
    if (body.length() > 1) {
      return body.charAt(0) == '.' ? formatting(body) : null;
    }
    return switch (body) {
      case "F" -> String.valueOf(delimiters.field());
      case "S" -> String.valueOf(delimiters.component());
      case "T" -> String.valueOf(delimiters.subcomponent());
      case "R" -> String.valueOf(delimiters.repetition());
      case "E" -> String.valueOf(escape);
      case "P" ->
          delimiters.declared().length() > TRUNCATION
              ? delimiters.declared().substring(TRUNCATION)
              : null;
      case "H", "N" -> "";
      default -> null;
    };
  }

  private static @Nullable String formatting(String body) {
    if (body.length() < 3 || body.length() > 8) {
      return null;
    }
    for (int i = 3; i < body.length(); i++) {
      char each = body.charAt(i);
      if (!(each >= '0' && each <= '9') && !(i == 3 && (each == '+' || each == '-'))) {
        return null;
      }
    }
    return switch (body.substring(1, 3).toLowerCase(Locale.ROOT)) {
      case "br", "sp", "ce" -> "\n";
      case "in", "ti", "sk", "fi", "nf" -> " ";
      default -> null;
    };
  }

  /** Where the hexadecimal sequences that begin here end, one after the other; 0 where none is. */
  private int hexRun(String text, int at, int end) {
    int last = 0;
    int from = at;
    int to = end;
    while (to > 0 && hexadecimal(text, from, to)) {
      last = to;
      from = to + 1;
      boolean another = from < text.length() && text.charAt(from) == escape;
      to = another ? text.indexOf(escape, from + 1) : -1;
    }
    return last;
  }

  private static boolean hexadecimal(String text, int from, int to) {
    int digits = to - from - 2;
    if (digits < 2 || digits % 2 != 0 || text.charAt(from + 1) != 'X') {
      return false;
    }
    for (int i = from + 2; i < to; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of several sequences may make one character; null where they make none. */
  private @Nullable String bytes(String text, int at, int last) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int digits = 0;
    int high = 0;
    for (int i = at; i < last; i++) {
      char each = text.charAt(i);
      if (each != escape && each != 'X') {
        int digit = HexFormat.fromHexDigit(each);
        if (digits++ % 2 == 0) {
          high = digit;
        } else {
          bytes.write(high << 4 | digit);
        }
      }
    }
    Optional<String> characters = CharacterSets.strictly(bytes.toByteArray(), charset);
    return characters.map(Escapes::lines).orElse(null);
  }

  /** Line ends become one line feed each; null where another control character is among them. */
  private static @Nullable String lines(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    boolean printable =
        lines
            .chars()
            .allMatch(each -> each == '\n' || each == '\t' || !Character.isISOControl(each));
    return printable ? lines : null;
  }
}
