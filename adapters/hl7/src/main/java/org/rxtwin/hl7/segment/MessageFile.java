package org.rxtwin.hl7.segment;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rxtwin.hl7.envelope.Mended;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.Preamble;

/**
 * Cuts a file into messages: a new one begins at each line that starts with {@code MSH}. The
 * characters that frame a message on MLLP are left out where they stand around one.
 */
public final class MessageFile {
  private static final byte[] HEAD = "MSH".getBytes(StandardCharsets.US_ASCII);
  private static final byte START = 0x0b;
  private static final byte END = 0x1c;

  /** In UTF-8. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private MessageFile() {}

  /**
   * The messages in order. The heads of a batch and what a transport wrote stay with the message
   * behind them; anything else before the first MSH is a message that reading will refuse, and so
   * is a file without MSH.
   */
  public static List<byte[]> split(byte[] file) {
    Optional<Charset> wide = Mended.wide(MessageBytes.copyOf(file));
    if (wide.isEmpty()) {
      return parts(file).stream()
          .map(each -> Arrays.copyOfRange(file, each.from, each.to))
          .toList();
    }
    byte[] narrow = narrow(new String(file, wide.get()));
    return parts(narrow).stream()
        .map(each -> Arrays.copyOfRange(file, 2 * each.from, 2 * each.to))
        .toList();
  }

  private record Part(int from, int to) {}

  /** One byte for each two of UTF-16, enough to see where lines begin. */
  private static byte[] narrow(String text) {
    byte[] narrow = new byte[text.length()];
    for (int i = 0; i < narrow.length; i++) {
      char each = text.charAt(i);
      narrow[i] = each == '\ufeff' ? (byte) '\n' : each < 0x80 ? (byte) each : (byte) '?';
    }
    return narrow;
  }

  private static List<Part> parts(byte[] file) {
    List<Integer> begins = begins(file);
    List<Part> parts = new ArrayList<>();
    int first = begins.isEmpty() ? file.length : begins.get(0);
    int ink = ink(file, first);
    boolean leads = false;
    if (ink < first) {
      byte[] before = Arrays.copyOfRange(file, ink, first);
      leads = !begins.isEmpty() && Preamble.of(MessageBytes.copyOf(before), before.length).fits();
      if (!leads) {
        parts.add(new Part(ink, trimmed(file, ink, first)));
      }
    }
    for (int i = 0; i < begins.size(); i++) {
      int from = i == 0 && leads ? ink : begins.get(i);
      int end = i + 1 < begins.size() ? begins.get(i + 1) : file.length;
      parts.add(new Part(from, trimmed(file, begins.get(i), end)));
    }
    return parts;
  }

  /** The first byte that is no byte order mark, frame or blank. */
  private static int ink(byte[] file, int end) {
    boolean marked = file.length >= 3 && Arrays.equals(file, 0, 3, BYTE_ORDER_MARK, 0, 3);
    int at = marked ? BYTE_ORDER_MARK.length : 0;
    while (at < end && file[at] >= 0 && file[at] <= ' ') {
      at++;
    }
    return Math.min(at, end);
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
}
