package org.rxtwin.hl7.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a file into messages: a new one begins at each line that starts with {@code MSH}. The
 * characters that frame a message on MLLP are left out where they stand around one.
 */
public final class MessageFile {
  private static final byte[] HEAD = "MSH".getBytes(StandardCharsets.US_ASCII);
  private static final byte START = 0x0b;
  private static final byte END = 0x1c;

  private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\x0b]+");

  /** In UTF-8, as ISO 8859-1 shows it. */
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private MessageFile() {}

  /**
   * The messages in order. What stands before the first MSH, other than the heads of a batch, is a
   * message that reading will refuse; so is a file without MSH.
   */
  public static List<byte[]> split(byte[] file) {
    List<Integer> begins = begins(file);
    List<byte[]> messages = new ArrayList<>();
    byte[] before = Arrays.copyOf(file, begins.isEmpty() ? file.length : begins.get(0));
    if (!blank(before) && (begins.isEmpty() || !batchHead(before))) {
      messages.add(Arrays.copyOf(before, trimmed(before, 0, before.length)));
    }
    for (int i = 0; i < begins.size(); i++) {
      int end = i + 1 < begins.size() ? begins.get(i + 1) : file.length;
      messages.add(Arrays.copyOfRange(file, begins.get(i), trimmed(file, begins.get(i), end)));
    }
    return messages;
  }

  private static List<Integer> begins(byte[] file) {
    List<Integer> begins = new ArrayList<>();
    for (int at = 0; at + HEAD.length < file.length; at++) {
      if (lineStart(file, at)
          && Arrays.equals(file, at, at + HEAD.length, HEAD, 0, HEAD.length)
          && !Character.isLetterOrDigit(file[at + HEAD.length])) {
        begins.add(at);
      }
    }
    return begins;
  }

  private static boolean lineStart(byte[] file, int at) {
    if (at == 0) {
      return true;
    }
    byte before = file[at - 1];
    return before == '\r'
        || before == '\n'
        || before == START
        || (at == 3 && before == (byte) 0xbf);
  }

  private static int trimmed(byte[] file, int begin, int end) {
    int last = end;
    while (last > begin && framing(file[last - 1])) {
      last--;
    }
    return last;
  }

  private static boolean framing(byte each) {
    return each == '\r' || each == '\n' || each == START || each == END;
  }

  /** File and batch headers say nothing of a patient. */
  private static boolean batchHead(byte[] before) {
    return LINE_END
        .splitAsStream(new String(before, StandardCharsets.ISO_8859_1))
        .map(line -> line.startsWith(BYTE_ORDER_MARK) ? line.substring(3) : line)
        .allMatch(line -> line.isBlank() || line.startsWith("FHS") || line.startsWith("BHS"));
  }

  private static boolean blank(byte[] file) {
    int start = new String(file, StandardCharsets.ISO_8859_1).startsWith(BYTE_ORDER_MARK) ? 3 : 0;
    for (int i = start; i < file.length; i++) {
      byte each = file[i];
      if (each > ' ' || each < 0) {
        return false;
      }
    }
    return true;
  }
}
