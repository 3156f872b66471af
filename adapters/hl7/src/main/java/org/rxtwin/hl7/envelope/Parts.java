package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;

/** Parts of a text by their separator. */
final class Parts {
  private Parts() {}

  /** All parts, empty ones too. */
  static List<String> all(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, begin)) {
      parts.add(text.substring(begin, end));
      begin = end + 1;
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /** The part with that index, counted from 0; empty where there are fewer parts. */
  static String part(String text, char separator, int index) {
    int begin = 0;
    for (int i = 0; i < index; i++) {
      int next = text.indexOf(separator, begin);
      if (next < 0) {
        return "";
      }
      begin = next + 1;
    }
    int end = text.indexOf(separator, begin);
    return text.substring(begin, end < 0 ? text.length() : end);
  }
}
