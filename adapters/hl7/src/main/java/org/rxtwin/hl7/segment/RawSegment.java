package org.rxtwin.hl7.segment;

/**
 * A segment as it stands in the message.
 *
 * @param name such as {@code PID}
 * @param index its number among those of the same name, from 1
 * @param line its text without the line end
 */
public record RawSegment(String name, int index, String line) {
  /** Where it stands, for problems: {@code RXE[2]}. */
  public String label() {
    return name + "[" + index + "]";
  }

  /** Its name where it certainly is one, else a question mark: it may be a word of a text. */
  public String shownName() {
    return SegmentNames.shown(name, line.length() > name.length());
  }

  @Override
  public String toString() {
    return label();
  }
}
