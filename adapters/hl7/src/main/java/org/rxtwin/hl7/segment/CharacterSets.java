package org.rxtwin.hl7.segment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns bytes into text by what MSH-18 declares (HL7 table 0211). */
public final class CharacterSets {
  static final String NOT_AS_DECLARED =
      "bytes do not fit the character set; read as ISO-8859-1, one character a byte";
  static final String NOT_KNOWN = "character set of MSH-18 is not known; read as UTF-8";

  private static final Map<String, String> TABLE_0211 =
      Map.of(
          "ASCII", "US-ASCII",
          "UNICODE UTF-8", "UTF-8",
          "UNICODE", "UTF-8",
          "GB 18030-2000", "GB18030",
          "BIG-5", "Big5",
          "KS X 1001", "EUC-KR",
          "ISO IR87", "ISO-2022-JP",
          "ISO IR14", "ISO-2022-JP");

  private CharacterSets() {}

  /** The text of these bytes; what had to be put right is added to the repairs. */
  public static String decode(
      byte[] bytes, String declared, Charset otherwise, List<String> repairs) {
    Charset wanted = otherwise;
    if (!declared.isBlank()) {
      Optional<Charset> known = find(declared);
      if (known.isEmpty()) {
        repairs.add(NOT_KNOWN);
      }
      wanted = known.orElse(StandardCharsets.UTF_8);
    }
    Charset first = wanted;
    return strictly(bytes, first)
        .or(() -> putRight(bytes, first, repairs))
        .orElseGet(
            () -> {
              repairs.add(NOT_AS_DECLARED);
              return new String(bytes, StandardCharsets.ISO_8859_1);
            });
  }

  private static Optional<String> putRight(byte[] bytes, Charset wanted, List<String> repairs) {
    if (wanted.equals(StandardCharsets.UTF_8)) {
      return Optional.empty();
    }
    Optional<String> text = strictly(bytes, StandardCharsets.UTF_8);
    text.ifPresent(each -> repairs.add("bytes do not fit the character set; read as UTF-8"));
    return text;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> find(String declared) {
    String name = declared.strip().toUpperCase(Locale.ROOT);
    String java = TABLE_0211.getOrDefault(name, name.replaceFirst("^8859/", "ISO-8859-"));
    try {
      return Optional.of(Charset.forName(java)).filter(CharacterSets::asciiFirst);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Segment names and delimiters were found as ASCII before; other sets cannot be meant. */
  private static boolean asciiFirst(Charset charset) {
    return "MSH|".equals(new String("MSH|".getBytes(StandardCharsets.US_ASCII), charset));
  }
}
