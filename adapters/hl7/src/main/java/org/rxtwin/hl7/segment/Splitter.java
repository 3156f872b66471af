package org.rxtwin.hl7.segment;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rxtwin.hl7.envelope.CharacterSets;
import org.rxtwin.hl7.envelope.DecodedText;
import org.rxtwin.hl7.envelope.Delimiters;

/** Takes a message apart into its segments and loses none. */
public final class Splitter {
  static final String JOINED = "a wrapped line was joined to the segment before it";
  static final String SMALL = "a segment name in small letters was read";
  static final String INDENTED = "blanks before a segment name were removed";
  static final String SHIFT_KEPT =
      "a shift to another character set inside a text was kept as it was written";

  /** Names of the standard have three, yet fields follow such a head: it is no wrapped text. */
  private static final int LONGEST_ODD_NAME = 12;

  private static final int SHORTEST_ODD_NAME = 2;
  private static final int NAME_LENGTH = 3;

  private final Delimiters delimiters;

  /** For messages with these delimiters. */
  public Splitter(Delimiters delimiters) {
    this.delimiters = delimiters;
  }

  /**
   * The segments of one message.
   *
   * @param message from its MSH on
   * @param declared MSH-18, one entry a repetition
   * @param otherwise character set where MSH-18 is empty
   */
  public SplitMessage split(byte[] message, List<String> declared, Charset otherwise) {
    List<String> repairs = new ArrayList<>();
    DecodedText decoded = CharacterSets.decode(message, declared, otherwise, repairs);
    LinkedHashSet<String> noted = new LinkedHashSet<>(repairs);
    if (shifts(decoded.text())) {
      noted.add(SHIFT_KEPT);
    }
    Map<String, Integer> counts = new HashMap<>();
    List<RawSegment> segments = new ArrayList<>();
    for (String line : lines(decoded.text(), noted)) {
      String name = name(line);
      segments.add(new RawSegment(name, counts.merge(name, 1, Integer::sum), line));
    }
    return new SplitMessage(segments, decoded.charset(), List.copyOf(noted));
  }

  private List<String> lines(String text, Set<String> repairs) {
    List<String> lines = new ArrayList<>();
    StringBuilder wrapped = new StringBuilder();
    int begin = 0;
    while (begin <= text.length()) {
      int end = lineEnd(text, begin);
      String line = headed(text.substring(begin, end), repairs);
      boolean named = !name(line).isEmpty();
      if (!named && !line.isBlank() && !lines.isEmpty()) {
        repairs.add(JOINED);
        join(wrapped, lines.get(lines.size() - 1), line);
      } else if (named) {
        close(wrapped, lines);
        lines.add(line);
      }
      begin = end + 1;
    }
    close(wrapped, lines);
    return lines;
  }

  private static int lineEnd(String text, int begin) {
    int end = begin;
    while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /** The line from its segment name on, where one stands there in whatever form. */
  private String headed(String written, Set<String> repairs) {
    String line = written.startsWith("\ufeff") ? written.substring(1) : written;
    if (!name(line).isEmpty()) {
      return line;
    }
    String inked = line.strip();
    if (inSmallLetters(inked)) {
      repairs.add(SMALL);
      return inked.substring(0, NAME_LENGTH).toUpperCase(Locale.ROOT)
          + inked.substring(NAME_LENGTH);
    }
    if (!name(inked).isEmpty()) {
      repairs.add(INDENTED);
      return inked;
    }
    return line;
  }

  /** Whether the name of a segment that is read stands at the head, in small letters. */
  private boolean inSmallLetters(String line) {
    if (line.indexOf(delimiters.field()) != NAME_LENGTH) {
      return false;
    }
    String head = line.substring(0, NAME_LENGTH);
    String name = head.toUpperCase(Locale.ROOT);
    return !head.equals(name) && !name.equals("MSH") && SegmentParser.knows(name);
  }

  /** A line break inside a text becomes the escape for one; at a field's edge it is dropped. */
  private void join(StringBuilder wrapped, String before, String line) {
    if (wrapped.length() == 0) {
      wrapped.append(before);
    }
    if (line.indexOf(delimiters.field()) != 0) {
      wrapped.append(delimiters.escape()).append(".br").append(delimiters.escape());
    }
    wrapped.append(line);
  }

  private static void close(StringBuilder wrapped, List<String> lines) {
    if (wrapped.length() > 0) {
      lines.set(lines.size() - 1, wrapped.toString());
      wrapped.setLength(0);
    }
  }

  /** Whether {@code \Cxxyy\} or {@code \Mxxyyzz\} stands in the text. */
  private boolean shifts(String text) {
    char escape = delimiters.escape();
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

  /** The name at the head of a line; empty where none stands there. */
  private String name(String line) {
    int end = line.indexOf(delimiters.field());
    int length = end < 0 ? line.length() : end;
    boolean fits =
        length == NAME_LENGTH
            || (end > 0 && length >= SHORTEST_ODD_NAME && length <= LONGEST_ODD_NAME);
    if (!fits || line.charAt(0) < 'A' || line.charAt(0) > 'Z') {
      return "";
    }
    for (int i = 1; i < length; i++) {
      char each = line.charAt(i);
      if (!(each >= 'A' && each <= 'Z') && !(each >= '0' && each <= '9')) {
        return "";
      }
    }
    return line.substring(0, length);
  }
}
