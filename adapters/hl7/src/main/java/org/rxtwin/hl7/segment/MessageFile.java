package org.rxtwin.hl7.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a file into messages: a new one begins at each line that starts with {@code MSH}. The
 * characters that frame a message on MLLP are left out where they stand around one.
 */
public final class MessageFile {
  private static final byte[] HEAD = "MSH".getBytes(StandardCharsets.US_ASCII);
  private static final byte START = 0x0b;
  private static final byte END = 0x1c;

  private MessageFile() {}

  /** The messages in order; a file without MSH is one message, which reading will refuse. */
  public static List<byte[]> split(byte[] file) {
    List<Integer> begins = begins(file);
    List<byte[]> messages = new ArrayList<>();
    if (begins.isEmpty() && !blank(file)) {
      messages.add(file.clone());
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

  private static boolean blank(byte[] file) {
    for (byte each : file) {
      if (each > ' ') {
        return false;
      }
    }
    return true;
  }
}
