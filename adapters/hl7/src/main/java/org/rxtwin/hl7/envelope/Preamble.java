package org.rxtwin.hl7.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first MSH: byte order mark, blank lines, the heads of a batch, what a
 * transport wrote. Anything that looks like a segment of a message is none of these.
 */
public final class Preamble {
  static final String MARK = "a byte order mark before MSH was dropped";
  static final String BLANKS = "blank lines before MSH were dropped";
  static final String TRANSPORT = "what a transport wrote before MSH was cut off";
  private static final int MOST_BYTES = 1024;
  private static final int LONGEST_NAME = 5;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,11}");
  private static final Pattern SEPARATOR = Pattern.compile("[^\\w\\s:=]");

  private final List<String> batchHeads = new ArrayList<>();
  private final List<String> repairs = new ArrayList<>();
  private boolean fits = true;

  private Preamble() {}

  /** Reads what stands before the message that begins at that byte. */
  public static Preamble of(MessageBytes frame, int begin) {
    Preamble preamble = new Preamble();
    String before = frame.latin1(0, begin);
    if (before.startsWith(FrameSplitter.BYTE_ORDER_MARK)) {
      preamble.repairs.add(MARK);
      before = before.substring(FrameSplitter.BYTE_ORDER_MARK.length());
    }
    if (before.isEmpty()) {
      return preamble;
    }
    char separator = begin + 3 < frame.size() ? (char) (frame.at(begin + 3) & 0xff) : '|';
    boolean ownLine = before.endsWith("\r") || before.endsWith("\n");
    String[] lines = before.split("[\\r\\n\\x0b]", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean last = i == lines.length - 1;
      preamble.line(lines[i], last && !ownLine ? frame.size() - begin : -1, separator);
    }
    if (preamble.batchHeads.isEmpty() && before.isBlank()) {
      preamble.repairs.add(BLANKS);
    }
    return preamble;
  }

  private void line(String line, int lengthBehind, char separator) {
    String inked = line.strip();
    if (inked.isEmpty()) {
      return;
    }
    if (FrameSplitter.belongsToBatch(inked)) {
      batchHeads.add(inked);
      return;
    }
    boolean digits = inked.chars().allMatch(each -> each >= '0' && each <= '9');
    boolean length = digits && inked.length() < 10 && Integer.parseInt(inked) == lengthBehind;
    fits &= lengthBehind < 0 || length;
    fits &= line.length() <= MOST_BYTES && !looksLikeSegment(inked, separator);
    if (!repairs.contains(TRANSPORT)) {
      repairs.add(TRANSPORT);
    }
  }

  /** A short name with a separator behind it, whatever follows; and a name with blanks between. */
  private static boolean looksLikeSegment(String line, char separator) {
    Matcher name = NAME.matcher(line);
    if (!name.lookingAt()) {
      return false;
    }
    String behind = line.substring(name.end());
    boolean separated = SEPARATOR.matcher(behind).lookingAt() && name.end() <= LONGEST_NAME;
    return separated || behind.strip().indexOf(separator) == 0;
  }

  /** Whether all of it can be told. */
  public boolean fits() {
    return fits;
  }

  List<String> repairs() {
    return repairs;
  }

  /** FHS and BHS, kept because no segment may be lost. */
  byte[] batchHeads() {
    return String.join("\r", batchHeads).getBytes(StandardCharsets.ISO_8859_1);
  }
}
