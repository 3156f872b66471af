package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;

/** Finds where the messages of a frame begin, and the segments in them. */
final class FrameSplitter {
  private FrameSplitter() {}

  /** One part for each line that starts with MSH; empty where the frame does not start with one. */
  static List<MessageBytes> messages(MessageBytes frame) {
    int begin = firstInk(frame);
    List<MessageBytes> messages = new ArrayList<>();
    if (!startsMessage(frame, begin)) {
      return messages;
    }
    for (int line = nextLine(frame, begin); line < frame.size(); line = nextLine(frame, line)) {
      if (startsMessage(frame, line)) {
        messages.add(frame.slice(begin, line));
        begin = line;
      }
    }
    messages.add(frame.slice(begin, frame.size()));
    return messages;
  }

  /** The first segment of that name, without its line end; empty where there is none. */
  static String segment(MessageBytes message, String name) {
    for (int line = 0; line < message.size(); line = nextLine(message, line)) {
      if (message.startsWith(name, line)) {
        return message.latin1(line, lineEnd(message, line));
      }
    }
    return "";
  }

  /** Whether the head of another message stands inside a segment: its line break was lost. */
  static boolean hidesAnotherMessage(MessageBytes message, Delimiters delimiters) {
    String head = "MSH" + delimiters.field() + delimiters.declared().substring(0, 2);
    for (int i = 1; i < message.size(); i++) {
      if (message.at(i) == 'M' && message.startsWith(head, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsMessage(MessageBytes frame, int line) {
    return frame.startsWith("MSH", line)
        && line + 3 < frame.size()
        && !Character.isLetterOrDigit(frame.at(line + 3) & 0xff);
  }

  /** Position after a byte order mark, blanks and empty lines. */
  private static int firstInk(MessageBytes frame) {
    int at = frame.startsWith("\u00ef\u00bb\u00bf", 0) ? 3 : 0;
    while (at < frame.size() && frame.at(at) >= 0 && frame.at(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int lineEnd(MessageBytes bytes, int line) {
    int end = line;
    while (end < bytes.size() && bytes.at(end) != '\r' && bytes.at(end) != '\n') {
      end++;
    }
    return end;
  }

  private static int nextLine(MessageBytes bytes, int line) {
    return lineEnd(bytes, line) + 1;
  }
}
