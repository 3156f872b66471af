package org.rxtwin.hl7.envelope;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a file into messages: a new one begins at each line that starts with {@code MSH}. The
 * characters that frame a message on MLLP are left out where they stand around one.
 */
public final class MessageFile {
  private MessageFile() {}

  /**
   * The messages in order. The heads of a batch and what a transport wrote stay with the message
   * behind them; anything else before the first MSH is a message that reading will refuse, and so
   * is a file without MSH.
   */
  public static List<byte[]> split(byte[] file) {
    MessageBytes bytes = MessageBytes.copyOf(file);
    Optional<Charset> wide = Mending.wide(bytes);
    int width = wide.isPresent() ? 2 : 1;
    MessageBytes narrow =
        wide.map(set -> MessageBytes.copyOf(narrow(new String(file, set)))).orElse(bytes);
    return parts(narrow).stream()
        .map(each -> Arrays.copyOfRange(file, width * each.from, width * each.to))
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

  private static List<Part> parts(MessageBytes file) {
    List<Integer> begins = begins(file);
    List<Part> parts = new ArrayList<>();
    int first = begins.isEmpty() ? file.size() : begins.get(0);
    int ink = ink(file, first);
    boolean leads = false;
    if (ink < first) {
      leads = !begins.isEmpty() && Preamble.of(file.slice(ink, file.size()), first - ink).fits();
      if (!leads) {
        parts.add(new Part(ink, trimmed(file, ink, first)));
      }
    }
    for (int i = 0; i < begins.size(); i++) {
      int from = i == 0 && leads ? ink : begins.get(i);
      int end = i + 1 < begins.size() ? begins.get(i + 1) : file.size();
      parts.add(new Part(from, trimmed(file, begins.get(i), end)));
    }
    return parts;
  }

  /** The first byte that is no byte order mark, frame or blank. */
  private static int ink(MessageBytes file, int end) {
    boolean marked = file.startsWith(FrameSplitter.BYTE_ORDER_MARK, 0);
    int at = marked ? FrameSplitter.BYTE_ORDER_MARK.length() : 0;
    while (at < end && file.at(at) >= 0 && file.at(at) <= ' ') {
      at++;
    }
    return Math.min(at, end);
  }

  private static List<Integer> begins(MessageBytes file) {
    List<Integer> begins = new ArrayList<>();
    for (int at = 0; at < file.size(); at++) {
      if (FrameSplitter.startsMessage(file, at) && FrameSplitter.lineBegins(file, at)) {
        begins.add(at);
      }
    }
    return begins;
  }

  private static int trimmed(MessageBytes file, int begin, int end) {
    int last = end;
    while (last > begin && framing(file.at(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean framing(byte each) {
    return each == '\r' || each == '\n' || each == Mending.FRAME_START || each == Mending.FRAME_END;
  }
}
