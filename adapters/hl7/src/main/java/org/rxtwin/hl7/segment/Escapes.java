package org.rxtwin.hl7.segment;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escape sequences of formatted text that HAPI leaves as they are. */
final class Escapes {
  private static final int LEAST_PRINTABLE = 0x20;
  private static final int MOST_ASCII = 0x7e;
  private final char escape;
  private final Pattern sequence;

  Escapes(char escape) {
    this.escape = escape;
    String mark = Pattern.quote(String.valueOf(escape));
    this.sequence =
        Pattern.compile(
            mark + "(\\.[a-z]{2}[+\\-]?\\d{0,4}|[HN]|X(?:[0-9A-Fa-f]{2}){1,64})" + mark);
  }

  /** How often the escape character stands in a text. */
  long count(String text) {
    return text.chars().filter(each -> each == escape).count();
  }

  /** Line breaks become line feeds, highlighting disappears; what is not known stays. */
  String plain(String text) {
    if (text.indexOf(escape) < 0) {
      return text;
    }
    return sequence.matcher(text).replaceAll(Escapes::meaning);
  }

  private static String meaning(MatchResult found) {
    String body = found.group(1);
    if (body.startsWith("X")) {
      return Matcher.quoteReplacement(hex(body.substring(1), found.group()));
    }
    return body.startsWith(".") ? formatting(body) : "";
  }

  private static String formatting(String body) {
    String command = body.substring(1, 3).toLowerCase(Locale.ROOT);
    return command.equals("br") || command.equals("sp") ? "\n" : " ";
  }

  private static String hex(String digits, String otherwise) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < digits.length(); i += 2) {
      int code = Integer.parseInt(digits.substring(i, i + 2), 16);
      if (code == '\r' || code == '\n') {
        boolean second = plain.length() > 0 && plain.charAt(plain.length() - 1) == '\n';
        plain.append(second ? "" : "\n");
      } else if (code >= LEAST_PRINTABLE && code <= MOST_ASCII) {
        plain.append((char) code);
      } else {
        return otherwise;
      }
    }
    return plain.toString();
  }
}
