package org.rxtwin.hl7.segment;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rxtwin.hl7.envelope.CharacterSets;
import org.rxtwin.hl7.envelope.DecodedText;
import org.rxtwin.hl7.envelope.Delimiters;

/** Takes a message apart into its segments and loses none. */
public final class Splitter {
  static final String JOINED = "a wrapped line was joined to the segment before it";
  static final String SHIFT_KEPT =
      "a shift to another character set inside a text was kept as it was written";

  /** Goes on with the segment before it, from the character at which that one was cut. */
  private static final String ADDENDUM = "ADD";

  private final Delimiters delimiters;
  private final SegmentHeads heads;

  /** For messages with these delimiters. */
  public Splitter(Delimiters delimiters) {
    this.delimiters = delimiters;
    this.heads = new SegmentHeads(delimiters.field());
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
    if (InnerShifts.any(decoded.text(), delimiters.escape())) {
      noted.add(SHIFT_KEPT);
    }
    Map<String, Integer> counts = new HashMap<>();
    List<RawSegment> segments = new ArrayList<>();
    for (String line : lines(decoded.text(), noted)) {
      String name = heads.name(line);
      segments.add(new RawSegment(name, counts.merge(name, 1, Integer::sum), line));
    }
    return new SplitMessage(segments, decoded.charset(), decoded.inDoubt(), List.copyOf(noted));
  }

  private List<String> lines(String text, Set<String> repairs) {
    List<String> lines = new ArrayList<>();
    StringBuilder wrapped = new StringBuilder();
    int begin = 0;
    while (begin <= text.length()) {
      int end = lineEnd(text, begin);
      String line = heads.headed(text.substring(begin, end), repairs);
      String name = heads.name(line);
      if (name.isEmpty() && !line.isBlank() && !lines.isEmpty()) {
        repairs.add(JOINED);
        wrap(wrapped, lines.get(lines.size() - 1), line);
      } else if (adds(name, line, lines.size())) {
        add(wrapped, lines.get(lines.size() - 1), line.substring(ADDENDUM.length() + 1));
      } else if (!name.isEmpty()) {
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

  /** Directly behind MSH it goes on with a segment of another message. */
  private static boolean adds(String name, String line, int before) {
    return name.equals(ADDENDUM) && line.length() > ADDENDUM.length() + 1 && before > 1;
  }

  /** A line break inside a text becomes the escape for one; at a field's edge it is dropped. */
  private void wrap(StringBuilder wrapped, String before, String line) {
    boolean edge = line.indexOf(delimiters.field()) == 0;
    String end = delimiters.escape() + ".br" + delimiters.escape();
    add(wrapped, before, edge ? line : end + line);
  }

  private static void add(StringBuilder wrapped, String before, String more) {
    if (wrapped.length() == 0) {
      wrapped.append(before);
    }
    wrapped.append(more);
  }

  private static void close(StringBuilder wrapped, List<String> lines) {
    if (wrapped.length() > 0) {
      lines.set(lines.size() - 1, wrapped.toString());
      wrapped.setLength(0);
    }
  }
}
