package org.rxtwin.app.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * A table as a spreadsheet saved it: UTF-8 with or without its mark, or UTF-16 with one; commas,
 * semicolons or tabs between the cells, told by the first line. Other bytes are refused: what a
 * character of an older set is, nothing in the file tells.
 *
 * @param text without a mark
 * @param separator between cells
 * @param charset in which it is written
 */
public record TableSheet(String text, char separator, Charset charset) {
  /** What is to be done with a file that is refused. */
  public static final String EXPECTED =
      "expected UTF-8. Maybe save it again as \"CSV UTF-8\", or as Unicode text";

  /** The table in a file's bytes; empty where they are no text that can be told. */
  public static Optional<TableSheet> find(byte[] bytes) {
    Charset charset = charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return plain.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(new TableSheet(plain, separator(plain), charset));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** How its rows are read and written. */
  public CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length > 1 ? ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff) : 0;
    return switch (first) {
      case 0xfffe -> StandardCharsets.UTF_16LE;
      case 0xfeff -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    for (char each : new char[] {',', ';', '\t'}) {
      if (header.indexOf(each) >= 0) {
        return each;
      }
    }
    return ',';
  }

  @Override
  public String toString() {
    return "TableSheet";
  }
}
