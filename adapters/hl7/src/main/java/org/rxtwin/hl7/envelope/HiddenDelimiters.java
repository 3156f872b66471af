package org.rxtwin.hl7.envelope;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Delimiters that may be the second half of a character: in the sets of China, Taiwan and Japan a
 * byte of 80 to FE may take 7C, 5C, 5E or 7E with it. Cut there, a field holds what another meant.
 */
final class HiddenDelimiters {
  private static final byte[] USUAL = "|^~\\&".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_LEAD = 0x81;
  private static final int LAST_LEAD = 0xfe;
  private static final int SHORTEST_CHAIN = 4;

  /** Sets of which nothing but the bytes may tell, when MSH-18 does not. */
  private static final List<Charset> PAIRED =
      List.of(Charset.forName("GB18030"), Charset.forName("Big5"), Charset.forName("windows-31j"));

  private static final Map<Charset, Boolean> HIDING = new ConcurrentHashMap<>();

  private HiddenDelimiters() {}

  /** Whether in that set the byte of a delimiter may be a part of another character. */
  static boolean hides(Charset charset) {
    return HIDING.computeIfAbsent(charset, HiddenDelimiters::takesDelimiters);
  }

  private static boolean takesDelimiters(Charset charset) {
    if (charset.name().contains("2022")) {
      return true;
    }
    for (int lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
      for (byte delimiter : USUAL) {
        byte[] pair = {(byte) lead, delimiter};
        if (CharacterSets.strictly(pair, charset).filter(text -> hidden(pair, text)).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the delimiters of bytes that fit neither their set nor UTF-8 cannot be told: the set
   * takes some of them, or the bytes come in pairs, as those of no Latin text do, and a set of
   * pairs would take some.
   */
  static boolean inDoubt(byte[] bytes, Charset declared) {
    if (hides(declared)) {
      return hidden(bytes, new String(bytes, declared));
    }
    return comeInRuns(bytes)
        && PAIRED.stream()
            .flatMap(set -> CharacterSets.strictly(bytes, set).stream())
            .anyMatch(text -> hidden(bytes, text));
  }

  /**
   * Whether most bytes beyond ASCII stand beside one another, or are every second of several: the
   * accents of Latin text stand alone.
   */
  private static boolean comeInRuns(byte[] bytes) {
    int alone = 0;
    int together = 0;
    int chain = 0;
    boolean beside = false;
    int last = 0;
    for (int i = 0; i <= bytes.length + 2; i++) {
      boolean high = i < bytes.length && bytes[i] < 0;
      if (chain > 0 && (i - last > 2 || i > bytes.length)) {
        together += beside || chain >= SHORTEST_CHAIN ? chain : 0;
        alone += beside || chain >= SHORTEST_CHAIN ? 0 : chain;
        chain = 0;
        beside = false;
      }
      if (high) {
        beside |= chain > 0 && i - last == 1;
        chain++;
        last = i;
      }
    }
    return together > alone;
  }

  /** Whether the text has fewer of a delimiter than the bytes have. */
  private static boolean hidden(byte[] bytes, String text) {
    for (byte delimiter : delimiters(bytes)) {
      int left = 0;
      for (byte each : bytes) {
        left += each == delimiter ? 1 : 0;
      }
      for (int i = 0; i < text.length(); i++) {
        left -= text.charAt(i) == delimiter ? 1 : 0;
      }
      if (left > 0) {
        return true;
      }
    }
    return false;
  }

  /** Those that the message declares; the usual ones of a part of one. */
  private static byte[] delimiters(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    return head.startsWith("MSH") && head.length() == 8
        ? head.substring(3).getBytes(StandardCharsets.ISO_8859_1)
        : USUAL;
  }
}
