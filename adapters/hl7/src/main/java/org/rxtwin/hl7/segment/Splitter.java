package org.rxtwin.hl7.segment;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rxtwin.hl7.envelope.Delimiters;

/** Takes a message apart into its segments and loses none. */
public final class Splitter {
  static final String JOINED = "a wrapped line was joined to the segment before it";
  static final String SMALL = "a segment name in small letters was read";
  static final String INDENTED = "blanks before a segment name were removed";
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{2}");

  /** No name of the standard, yet no wrapped text either: kept apart, for fields follow it. */
  private static final Pattern ODD_NAME = Pattern.compile("[A-Z][A-Z0-9]{1,4}");

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  private final Delimiters delimiters;

  /** For messages with these delimiters. */
  public Splitter(Delimiters delimiters) {
    this.delimiters = delimiters;
  }

  /**
   * The segments of one message.
   *
   * @param message from its MSH on
   * @param declared MSH-18, may be empty
   * @param otherwise character set where MSH-18 is empty
   */
  public SplitMessage split(byte[] message, String declared, Charset otherwise) {
    LinkedHashSet<String> repairs = new LinkedHashSet<>();
    List<String> decoding = new ArrayList<>();
    String text = CharacterSets.decode(message, declared, otherwise, decoding);
    repairs.addAll(decoding);
    List<String> lines = lines(text, repairs);
    Map<String, Integer> counts = new HashMap<>();
    List<RawSegment> segments = new ArrayList<>(lines.size());
    for (String line : lines) {
      String name = name(line);
      segments.add(new RawSegment(name, counts.merge(name, 1, Integer::sum), line));
    }
    return new SplitMessage(segments, List.copyOf(repairs));
  }

  private List<String> lines(String text, Set<String> repairs) {
    List<String> lines = new ArrayList<>();
    for (String each : LINE_END.split(text, -1)) {
      String line = each.startsWith("\ufeff") ? each.substring(1) : each;
      String inked = line.strip();
      if (inked.isEmpty()) {
        continue;
      }
      if (inSmallLetters(inked)) {
        repairs.add(SMALL);
        lines.add(inked.substring(0, 3).toUpperCase(Locale.ROOT) + inked.substring(3));
      } else if (!name(line).isEmpty()) {
        lines.add(line);
      } else if (!name(inked).isEmpty()) {
        repairs.add(INDENTED);
        lines.add(inked);
      } else if (!lines.isEmpty()) {
        repairs.add(JOINED);
        lines.set(lines.size() - 1, joined(lines.get(lines.size() - 1), line));
      }
    }
    return lines;
  }

  /** Whether the name of a segment that is read stands at the head, in small letters. */
  private boolean inSmallLetters(String line) {
    if (line.indexOf(delimiters.field()) != 3) {
      return false;
    }
    String head = line.substring(0, 3);
    String name = head.toUpperCase(Locale.ROOT);
    return !head.equals(name) && !name.equals("MSH") && SegmentParser.knows(name);
  }

  /** A line break inside a text becomes the escape for one; at a field's edge it is dropped. */
  private String joined(String before, String wrapped) {
    boolean edge = wrapped.indexOf(delimiters.field()) == 0;
    String between = edge ? "" : delimiters.escape() + ".br" + delimiters.escape();
    return before + between + wrapped;
  }

  /** The name at the head of a line; empty where none stands there. */
  private String name(String line) {
    int end = line.indexOf(delimiters.field());
    String head = end < 0 ? line : line.substring(0, end);
    boolean named = NAME.matcher(head).matches() || (end > 0 && ODD_NAME.matcher(head).matches());
    return named ? head : "";
  }
}
