package org.rxtwin.hl7.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one message, or of a whole frame, never changed and never printed. */
public final class MessageBytes {
  private final byte[] source;
  private final int from;
  private final int to;

  private MessageBytes(byte[] source, int from, int to) {
    this.source = source;
    this.from = from;
    this.to = to;
  }

  /** Takes a copy of all bytes given. */
  public static MessageBytes copyOf(byte[] bytes) {
    return new MessageBytes(bytes.clone(), 0, bytes.length);
  }

  /** The part [begin, end) of these bytes; shares their storage. */
  public MessageBytes slice(int begin, int end) {
    if (begin < 0 || end < begin || end > size()) {
      throw new IndexOutOfBoundsException(
          "expected 0 <= begin <= end <= size (bytes), got begin "
              + begin
              + ", end "
              + end
              + ", size "
              + size()
              + "\nMaybe a position of the whole frame was used on one of its messages.");
    }
    return new MessageBytes(source, from + begin, from + end);
  }

  public int size() {
    return to - from;
  }

  public byte at(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("byte " + index + " of " + size());
    }
    return source[from + index];
  }

  /** A copy of the bytes, free to be changed. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(source, from, to);
  }

  /** The part [begin, end) as text of one character a byte. */
  String latin1(int begin, int end) {
    return new String(source, from + begin, end - begin, StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(String ascii, int index) {
    if (index < 0 || index + ascii.length() > size()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((source[from + index + i] & 0xff) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageBytes that
        && Arrays.equals(source, from, to, that.source, that.from, that.to);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toByteArray());
  }

  @Override
  public String toString() {
    return "MessageBytes[" + size() + " bytes]";
  }
}
