package org.rxtwin.hl7.envelope;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the bytes of a message right where they cannot be cut into segments as they are. */
final class Mending {
  static final String UTF_16 = "a message in UTF-16 was read";
  static final String NULS = "NUL bytes were read as blanks";
  static final String FRAMING = "framing bytes inside the message were read as line ends";
  static final String WRITTEN_OUT = "line ends that were written out in characters were read";

  static final byte FRAME_START = 0x0b;
  static final byte FRAME_END = 0x1c;

  private static final Pattern LINE_END_IN_WORDS =
      Pattern.compile("(?:\\\\r|\\\\n|<CR>|<LF>|<cr>|<lf>|&#(?:x0?[aAdD]|1[03]);)");

  private Mending() {}

  static Mended mend(MessageBytes received) {
    List<String> repairs = new ArrayList<>();
    MessageBytes bytes = received;
    Optional<Charset> wide = wide(received);
    if (wide.isPresent()) {
      repairs.add(UTF_16);
      String text = new String(received.toByteArray(), wide.get());
      bytes = MessageBytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
    int begin = Math.max(0, FrameSplitter.firstMessage(bytes));
    Preamble before = Preamble.of(bytes, begin);
    if (wide.isEmpty()) {
      repairs.addAll(before.repairs());
    }
    bytes = cleaned(bytes.slice(begin, bytes.size()), before.batchHeads(), repairs);
    return new Mended(writtenOut(bytes, repairs), wide.isPresent(), repairs);
  }

  /** UTF-16 by its mark, or by the zeros between the letters of MSH. */
  static Optional<Charset> wide(MessageBytes bytes) {
    if (bytes.startsWith("\u00fe\u00ff", 0) || bytes.startsWith("\0M\0S\0H", 0)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (bytes.startsWith("\u00ff\u00fe", 0) || bytes.startsWith("M\0S\0H\0", 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  /** Without bytes that no text holds, and with the segments of a batch behind the others. */
  private static MessageBytes cleaned(MessageBytes bytes, byte[] heads, List<String> repairs) {
    byte separator = bytes.size() > 3 ? bytes.at(3) : (byte) '|';
    boolean nuls = false;
    boolean framing = false;
    boolean otherBatch = false;
    for (int i = 0; i < bytes.size(); i++) {
      byte each = bytes.at(i);
      nuls |= each == 0;
      framing |= each == FRAME_START || each == FRAME_END;
      otherBatch |= each == 'S' && otherBatch(bytes, i - 2, separator);
    }
    if (!nuls && !framing && !otherBatch && heads.length == 0) {
      return bytes;
    }
    byte[] copy = bytes.toByteArray();
    for (int i = 0; i < copy.length; i++) {
      if (copy[i] == 0) {
        copy[i] = ' ';
      } else if (copy[i] == FRAME_START || copy[i] == FRAME_END) {
        copy[i] = '\r';
      } else if (copy[i] == 'S' && otherBatch(bytes, i - 2, separator)) {
        copy[i + 1] = separator;
      }
    }
    if (nuls) {
      repairs.add(NULS);
    }
    if (framing && !afterFraming(bytes).isBlank()) {
      repairs.add(FRAMING);
    }
    return MessageBytes.copyOf(appended(copy, heads, separator));
  }

  /** What follows the first framing byte: at the very end it is only left over from the frame. */
  private static String afterFraming(MessageBytes bytes) {
    int at = 0;
    while (bytes.at(at) != FRAME_START && bytes.at(at) != FRAME_END) {
      at++;
    }
    return bytes.latin1(at, bytes.size()).replace('\u000b', ' ').replace('\u001c', ' ');
  }

  /** A segment of a batch may have a separator of its own; nothing but its name is used here. */
  private static boolean otherBatch(MessageBytes bytes, int at, byte separator) {
    boolean lineStart = at > 0 && (bytes.at(at - 1) == '\r' || bytes.at(at - 1) == '\n');
    return lineStart
        && at + 3 < bytes.size()
        && bytes.at(at + 3) != separator
        && FrameSplitter.belongsToBatch(FrameSplitter.line(bytes, at));
  }

  private static byte[] appended(byte[] message, byte[] heads, byte separator) {
    if (heads.length == 0) {
      return message;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(message);
    all.write('\r');
    for (int i = 0; i < heads.length; i++) {
      boolean afterName = i >= 3 && (i == 3 || heads[i - 4] == '\r');
      all.write(afterName ? separator : heads[i]);
    }
    return all.toByteArray();
  }

  /** Only where the MSH itself does not end: in a text behind it such characters may be meant. */
  private static MessageBytes writtenOut(MessageBytes bytes, List<String> repairs) {
    String msh = FrameSplitter.segment(bytes, "MSH");
    if (msh.length() < 4 || !LINE_END_IN_WORDS.matcher(msh).find()) {
      return bytes;
    }
    String text = bytes.latin1(0, bytes.size());
    StringBuilder mended = new StringBuilder(text.length());
    Matcher ends = LINE_END_IN_WORDS.matcher(text);
    int done = 0;
    int runBegin = -1;
    int runEnd = -1;
    while (ends.find()) {
      runBegin = ends.start() == runEnd ? runBegin : ends.start();
      runEnd = ends.end();
      if (segmentBegins(text, runEnd, msh.charAt(3))) {
        mended.append(text, done, runBegin).append('\r');
        done = runEnd;
      }
    }
    if (done == 0) {
      return bytes;
    }
    boolean atEnd = runEnd > done && text.substring(runEnd).isBlank();
    mended.append(text, done, atEnd ? runBegin : text.length());
    repairs.add(WRITTEN_OUT);
    return MessageBytes.copyOf(mended.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean segmentBegins(String text, int at, char separator) {
    if (at + 3 >= text.length() || text.charAt(at + 3) != separator) {
      return false;
    }
    for (int i = at; i < at + 3; i++) {
      char each = text.charAt(i);
      if (!(each >= 'A' && each <= 'Z') && (i == at || !(each >= '0' && each <= '9'))) {
        return false;
      }
    }
    return true;
  }
}
