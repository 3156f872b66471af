package org.rxtwin.hl7.envelope;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Cuts an MSH segment into its fields where the bytes of delimiters may be parts of characters: it
 * is decoded, cut, and each field encoded again, so that the fields hold the bytes received.
 */
final class HeaderText {
  private HeaderText() {}

  /**
   * The fields.
   *
   * @param msh the segment, one character a byte
   * @param written its parts as the bare bytes have them
   */
  static List<String> parts(String msh, List<String> written, Delimiters delimiters) {
    if (!needsDecoding(msh)) {
      return written;
    }
    Optional<Charset> charset = charset(written, delimiters);
    Optional<String> text =
        charset.flatMap(each -> decoded(msh.getBytes(StandardCharsets.ISO_8859_1), each));
    if (text.isEmpty()) {
      return written;
    }
    return Parts.all(text.get(), delimiters.field()).stream()
        .map(part -> new String(part.getBytes(charset.get()), StandardCharsets.ISO_8859_1))
        .toList();
  }

  static boolean needsDecoding(String latin) {
    for (int i = 0; i < latin.length(); i++) {
      char each = latin.charAt(i);
      if (each >= 0x80 || each == 0x1b) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    return ShiftedText.shifts(bytes)
        ? ShiftedText.decode(bytes, StandardCharsets.US_ASCII)
        : CharacterSets.strictly(bytes, charset);
  }

  /** MSH-18 cannot be told by its number before the fields are known; its name is telling. */
  private static Optional<Charset> charset(List<String> written, Delimiters delimiters) {
    for (int i = written.size() - 1; i > 2; i--) {
      for (String name : Parts.all(written.get(i), delimiters.repetition())) {
        Optional<Charset> known =
            name.length() < 4 && !name.equalsIgnoreCase("GBK")
                ? Optional.empty()
                : CharacterSets.find(name).filter(HiddenDelimiters::hides);
        if (known.isPresent()) {
          return known;
        }
      }
    }
    return Optional.empty();
  }
}
