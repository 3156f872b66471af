package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds where the messages of a frame begin, and the segments in them. */
final class FrameSplitter {
  /** In UTF-8, as ISO 8859-1 shows it. */
  static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /** More than any sender puts into one frame: what is read of each takes memory. */
  private static final int MOST_MESSAGES = 100_000;

  private static final Set<String> BATCH = Set.of("FHS", "BHS", "BTS", "FTS");

  /** The bit that makes a capital letter a small one. */
  private static final int SMALL = 0x20;

  private FrameSplitter() {}

  /**
   * One part for each line that starts with MSH, together all bytes of the frame; empty where what
   * stands before the first of them cannot be told, or where there are more than a sender sends.
   */
  static List<MessageBytes> messages(MessageBytes frame) {
    if (Mending.wide(frame).isPresent()) {
      return List.of(frame);
    }
    int first = firstMessage(frame);
    if (first < 0 || !Preamble.of(frame, first).fits()) {
      return List.of();
    }
    List<MessageBytes> messages = new ArrayList<>();
    int begin = 0;
    for (int line = nextLine(frame, first); line < frame.size(); line = nextLine(frame, line)) {
      if (startsMessage(frame, line)) {
        if (messages.size() == MOST_MESSAGES) {
          return List.of();
        }
        messages.add(frame.slice(begin, line));
        begin = line;
      }
    }
    messages.add(frame.slice(begin, frame.size()));
    return messages;
  }

  /**
   * Where the first MSH stands at the head of a line or behind figures; below 0 where none does.
   */
  static int firstMessage(MessageBytes frame) {
    int at = frame.startsWith(BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length() : 0;
    while (at < frame.size()) {
      int inked = at;
      int end = lineEnd(frame, at);
      while (inked < end && blankOrFigure(frame.at(inked))) {
        inked++;
      }
      if (startsMessage(frame, inked)) {
        return inked;
      }
      at = nextLine(frame, at);
    }
    return -1;
  }

  private static boolean blankOrFigure(byte each) {
    return (each >= 0 && each <= ' ') || (each >= '0' && each <= '9');
  }

  /**
   * Whether a line is the head or the end of a file or batch, whatever separates its fields: behind
   * a head further separators follow, behind an end a count or nothing. A text may begin so too.
   */
  static boolean belongsToBatch(String line) {
    if (line.length() < 4 || !BATCH.contains(line.substring(0, 3))) {
      return false;
    }
    char separator = line.charAt(3);
    return separates((byte) separator)
        && (line.startsWith("HS", 1) ? encodes(line) : counts(line.substring(4), separator));
  }

  private static boolean encodes(String head) {
    return head.length() < 6
        || different((byte) head.charAt(3), (byte) head.charAt(4), (byte) head.charAt(5));
  }

  private static boolean counts(String end, char separator) {
    int figures = 0;
    while (figures < end.length() && end.charAt(figures) >= '0' && end.charAt(figures) <= '9') {
      figures++;
    }
    return figures == end.length() || end.charAt(figures) == separator;
  }

  /** The first segment of that name, without its line end; empty where there is none. */
  static String segment(MessageBytes message, String name) {
    for (int line = 0; line < message.size(); line = nextLine(message, line)) {
      if (message.startsWith(name, line)) {
        return line(message, line);
      }
    }
    return "";
  }

  /** The rest of the line from there on. */
  static String line(MessageBytes bytes, int begin) {
    return bytes.latin1(begin, lineEnd(bytes, begin));
  }

  /**
   * Whether the head of another message stands inside a segment: its line break was lost. That
   * message may have delimiters of its own, so any three different ones behind MSH are a head.
   */
  static boolean hidesAnotherMessage(MessageBytes message) {
    for (int i = 1; i + 5 < message.size(); i++) {
      if ((message.at(i) | SMALL) == 'm'
          && (message.at(i + 1) | SMALL) == 's'
          && (message.at(i + 2) | SMALL) == 'h'
          && different(message.at(i + 3), message.at(i + 4), message.at(i + 5))) {
        return true;
      }
    }
    return false;
  }

  private static boolean different(byte one, byte two, byte three) {
    return separates(one)
        && separates(two)
        && separates(three)
        && one != two
        && two != three
        && one != three;
  }

  private static boolean separates(byte each) {
    return each > ' ' && each < 0x7f && !Character.isLetterOrDigit(each);
  }

  /** Whether a line begins there, or what a frame holds, as it does in a file. */
  static boolean lineBegins(MessageBytes file, int at) {
    if (at == 0) {
      return true;
    }
    byte before = file.at(at - 1);
    boolean marked = at == BYTE_ORDER_MARK.length() && file.startsWith(BYTE_ORDER_MARK, 0);
    return marked || before == '\r' || before == '\n' || before == Mending.FRAME_START;
  }

  static boolean startsMessage(MessageBytes frame, int line) {
    return frame.startsWith("MSH", line)
        && line + 3 < frame.size()
        && !Character.isLetterOrDigit(frame.at(line + 3) & 0xff);
  }

  private static int lineEnd(MessageBytes bytes, int line) {
    int end = line;
    while (end < bytes.size() && bytes.at(end) != '\r' && bytes.at(end) != '\n') {
      end++;
    }
    return end;
  }

  static int nextLine(MessageBytes bytes, int line) {
    return lineEnd(bytes, line) + 1;
  }
}
