package org.rxtwin.hl7.envelope;

/** Picks one part of a text by its separator without splitting the rest. */
final class Parts {
  private Parts() {}

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
