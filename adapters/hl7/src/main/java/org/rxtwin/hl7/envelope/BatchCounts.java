package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the counts at the ends of batches (BTS-1, messages) and files (FTS-1, batches) against what
 * came: a batch that brings fewer messages than it says has lost one.
 */
public final class BatchCounts {
  private static final byte START = 0x0b;
  private static final int MOST_FIGURES = 9;

  private final List<String> uneven = new ArrayList<>();
  private int messages;
  private int heads;
  private int ends;

  private BatchCounts() {}

  /** What does not agree, each in words without any text of the sender; empty where all does. */
  public static List<String> of(MessageBytes file) {
    BatchCounts counts = new BatchCounts();
    for (int line = 0; line < file.size(); line = FrameSplitter.nextLine(file, line)) {
      int head = head(file, line);
      if (FrameSplitter.startsMessage(file, head)) {
        counts.messages++;
      } else if (file.startsWith("TS", head + 1) || file.startsWith("HS", head + 1)) {
        counts.line(FrameSplitter.line(file, head));
      }
    }
    return counts.uneven;
  }

  /** Behind a start mark, blanks and a byte order mark. */
  private static int head(MessageBytes file, int line) {
    int mark = FrameSplitter.BYTE_ORDER_MARK.length();
    int at = file.startsWith(FrameSplitter.BYTE_ORDER_MARK, line) ? line + mark : line;
    while (at < file.size() && (file.at(at) == START || file.at(at) == ' ')) {
      at++;
    }
    return at;
  }

  private void line(String line) {
    if (!FrameSplitter.belongsToBatch(line)) {
      return;
    }
    switch (line.substring(0, 3)) {
      case "BHS" -> {
        heads++;
        messages = 0;
      }
      case "BTS" -> {
        ends++;
        compare(line, "BTS-1", messages, "messages");
        messages = 0;
      }
      case "FTS" ->
          // Without heads and ends of batches the file is one batch.
          compare(line, "FTS-1", Math.max(1, Math.max(heads, ends)), "batches");
      default -> {
        heads = 0;
        ends = 0;
        messages = 0;
      }
    }
  }

  private void compare(String line, String field, int came, String what) {
    String count = Parts.part(line, line.charAt(3), 1).strip();
    boolean figures = count.chars().allMatch(each -> each >= '0' && each <= '9');
    if (count.isEmpty() || !figures || count.length() > MOST_FIGURES) {
      return;
    }
    int said = Integer.parseInt(count);
    if (said != came) {
      uneven.add(field + " says " + said + " " + what + ", " + came + " came");
    }
  }
}
