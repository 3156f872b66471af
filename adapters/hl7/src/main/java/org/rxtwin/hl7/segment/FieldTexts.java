package org.rxtwin.hl7.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rxtwin.hl7.envelope.Delimiters;

/** The line of a segment cut into fields, and a field into its repetitions, as written. */
final class FieldTexts {
  private final String line;
  private final char separator;
  private final char repetition;
  private final int[] begins;
  private final int first;
  private List<String> held = List.of();
  private int heldField;

  FieldTexts(RawSegment raw, Delimiters delimiters) {
    this.line = raw.line();
    this.separator = delimiters.field();
    this.repetition = delimiters.repetition();
    this.begins = begins(line, separator);
    // The separator itself is MSH-1.
    this.first = raw.name().equals("MSH") ? 2 : 1;
  }

  /** The repetitions of a field up to the last filled one. */
  List<String> repetitions(int field) {
    if (field != heldField) {
      held = field == 2 && first == 2 ? List.of(text(2)) : filled(split(text(field), repetition));
      heldField = field;
    }
    return held;
  }

  private String text(int field) {
    int index = field - first;
    if (index < 0 || index >= begins.length) {
      return index == -1 && first == 2 ? String.valueOf(separator) : "";
    }
    int end = index + 1 < begins.length ? begins[index + 1] - 1 : line.length();
    return line.substring(begins[index], end);
  }

  private static List<String> filled(List<String> parts) {
    int last = parts.size();
    while (last > 0 && parts.get(last - 1).isEmpty()) {
      last--;
    }
    return parts.subList(0, last);
  }

  /** All parts, empty ones too. */
  static List<String> split(String text, char separator) {
    int end = text.indexOf(separator);
    if (end < 0) {
      return Collections.singletonList(text);
    }
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (; end >= 0; end = text.indexOf(separator, begin)) {
      parts.add(text.substring(begin, end));
      begin = end + 1;
    }
    parts.add(text.substring(begin));
    return Collections.unmodifiableList(parts);
  }

  private static int[] begins(String line, char separator) {
    int count = 0;
    for (int at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, at + 1)) {
      count++;
    }
    int[] begins = new int[count];
    int at = -1;
    for (int i = 0; i < count; i++) {
      at = line.indexOf(separator, at + 1);
      begins[i] = at + 1;
    }
    return begins;
  }
}
