package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the counts at the ends of batches (BTS-1, messages) and files (FTS-1, batches) against what
 * came: a batch that brings fewer messages than it says has lost one.
 */
public final class BatchCounts {
  private static final int MOST_FIGURES = 9;
  private static final int MOST_TOLD = 100;

  private final List<String> uneven = new ArrayList<>();
  private int messages;
  private int heads;
  private int ends;

  private BatchCounts() {}

  /**
   * What does not agree, each in words without any text of the sender; empty where all does, at
   * most 100.
   */
  public static List<String> of(MessageBytes file) {
    BatchCounts counts = new BatchCounts();
    for (int at = 0; at < file.size(); at++) {
      byte first = file.at(at);
      boolean head = first == 'M' || first == 'B' || first == 'F';
      if (!head || !FrameSplitter.lineBegins(file, at)) {
        continue;
      }
      if (FrameSplitter.startsMessage(file, at)) {
        counts.messages++;
      } else if (file.startsWith("TS", at + 1) || file.startsWith("HS", at + 1)) {
        counts.line(FrameSplitter.line(file, at));
      }
    }
    return counts.uneven;
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
    if (said != came && uneven.size() < MOST_TOLD) {
      uneven.add(field + " says " + said + " " + what + ", " + came + " came");
    }
  }
}
