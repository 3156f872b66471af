package org.rxtwin.hl7.envelope;

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
import java.util.regex.Pattern;

/**
 * Turns bytes into text by what MSH-18 declares (HL7 table 0211): the first repetition is the set
 * of the message, further ones are those it shifts to (ISO 2022).
 */
public final class CharacterSets {
  public static final String NOT_AS_DECLARED =
      "bytes do not fit the character set; read as ISO-8859-1, one character a byte";
  public static final String NOT_KNOWN = "character set of MSH-18 is not known; read as UTF-8";
  public static final String AS_UTF8 = "bytes do not fit the character set; read as UTF-8";
  public static final String SHIFTED =
      "text shifts to a character set that MSH-18 does not name; read as ISO 2022";

  private static final String JAPANESE = "ISO-2022-JP";

  /** Keyed without blanks, hyphens and the like. */
  private static final Map<String, String> TABLE_0211 =
      Map.ofEntries(
          Map.entry("ASCII", "US-ASCII"),
          Map.entry("ISOIR6", "US-ASCII"),
          Map.entry("UNICODEUTF8", "UTF-8"),
          Map.entry("UNICODE", "UTF-8"),
          Map.entry("UTF8", "UTF-8"),
          Map.entry("GB180302000", "GB18030"),
          Map.entry("GB2312", "GB18030"),
          Map.entry("GBK", "GB18030"),
          Map.entry("BIG5", "Big5"),
          Map.entry("KSX1001", "EUC-KR"),
          Map.entry("ISOIR149", "EUC-KR"),
          Map.entry("CNS116431992", "x-EUC-TW"),
          Map.entry("ISOIR13", "windows-31j"),
          Map.entry("ISOIR14", JAPANESE),
          Map.entry("ISOIR87", JAPANESE),
          Map.entry("ISOIR159", JAPANESE),
          Map.entry("ISO20221994", JAPANESE));

  private static final Pattern ISO_8859 = Pattern.compile("(?:ISO)?8859/?(\\d{1,2})");
  private static final Pattern WINDOWS = Pattern.compile("(?:WINDOWS|CP|WIN)(125\\d)");
  private static final Pattern NO_MATTER = Pattern.compile("[ _.\\-]");

  /** Delimiters that the second byte of a character may look like in other sets. */
  private static final String DELIMITERS = "MSH|^~\\&#";

  private CharacterSets() {}

  /**
   * The text of these bytes; what had to be put right is added to the repairs.
   *
   * @param declared MSH-18, one entry a repetition
   * @param otherwise set where MSH-18 names none
   */
  public static DecodedText decode(
      byte[] bytes, List<String> declared, Charset otherwise, List<String> repairs) {
    Charset wanted = keepsDelimiters(otherwise) ? otherwise : StandardCharsets.UTF_8;
    if (!declared.isEmpty() && !declared.get(0).isBlank()) {
      Optional<Charset> known = find(declared.get(0));
      if (known.isEmpty()) {
        repairs.add(NOT_KNOWN);
      }
      wanted = known.orElse(StandardCharsets.UTF_8);
    }
    if (!ShiftedText.shifts(bytes)) {
      return unshifted(bytes, wanted, repairs);
    }
    Optional<DecodedText> shifted = shifted(bytes, wanted, declared, repairs);
    if (shifted.isPresent()) {
      return shifted.get();
    }
    DecodedText text = unshifted(bytes, wanted, repairs);
    return new DecodedText(
        text.text(), text.charset(), text.inDoubt() || ShiftedText.shiftsToPairs(bytes));
  }

  private static DecodedText unshifted(byte[] bytes, Charset wanted, List<String> repairs) {
    Optional<String> text = strictly(bytes, wanted);
    if (text.isPresent()) {
      return new DecodedText(text.get(), wanted, false);
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      repairs.add(AS_UTF8);
      return new DecodedText(utf8.get(), StandardCharsets.UTF_8, false);
    }
    repairs.add(NOT_AS_DECLARED);
    return new DecodedText(
        new String(bytes, StandardCharsets.ISO_8859_1),
        StandardCharsets.ISO_8859_1,
        HiddenDelimiters.inDoubt(bytes, wanted));
  }

  private static Optional<DecodedText> shifted(
      byte[] bytes, Charset first, List<String> declared, List<String> repairs) {
    Charset between = first.name().equals(JAPANESE) ? StandardCharsets.UTF_8 : first;
    Optional<String> text = ShiftedText.decode(bytes, between);
    boolean named =
        declared.stream().flatMap(each -> find(each).stream()).anyMatch(CharacterSets::isShifting);
    if (text.isPresent() && !named) {
      repairs.add(SHIFTED);
    }
    return text.map(each -> new DecodedText(each, first, false));
  }

  private static boolean isShifting(Charset charset) {
    return charset.name().equals(JAPANESE) || charset.name().equals("EUC-KR");
  }

  /** The text of these bytes, where every one of them fits the set. */
  public static Optional<String> strictly(byte[] bytes, Charset charset) {
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

  /** The set that a repetition of MSH-18 names. */
  static Optional<Charset> find(String declared) {
    String stripped = declared.strip();
    String key = NO_MATTER.matcher(stripped).replaceAll("").toUpperCase(Locale.ROOT);
    String java = TABLE_0211.getOrDefault(key, stripped);
    if (ISO_8859.matcher(key).matches()) {
      java = ISO_8859.matcher(key).replaceFirst("ISO-8859-$1");
    } else if (WINDOWS.matcher(key).matches()) {
      java = WINDOWS.matcher(key).replaceFirst("windows-$1");
    }
    try {
      return Optional.of(Charset.forName(java)).filter(CharacterSets::keepsDelimiters);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * Segment names and delimiters were found as ASCII before; other sets cannot be meant. Java knows
   * some sets in one direction only, and fields are read and written again.
   */
  private static boolean keepsDelimiters(Charset charset) {
    try {
      return charset.canEncode()
          && DELIMITERS.equals(new String(DELIMITERS.getBytes(StandardCharsets.US_ASCII), charset));
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
