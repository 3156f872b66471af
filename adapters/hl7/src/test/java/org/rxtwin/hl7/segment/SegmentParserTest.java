package org.rxtwin.hl7.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.hl7.envelope.Delimiters;
import org.rxtwin.hl7.feed.FieldMoves;

class SegmentParserTest {
  private final SegmentParser parser = new SegmentParser();

  @Test
  void fieldsThatTheCanonicalVersionWithdrewKeepTheirParts() {
    Fields rxe = fields("RXE|10^Q6H&0800&x^D4^20260301^^R~2^BID");

    assertThat(rxe.text(1, 2)).isEqualTo("Q6H");
    assertThat(rxe.part(1, 0, 2, 2)).isEqualTo("0800");
    assertThat(rxe.part(1, 1, 2, 1)).isEqualTo("BID");
    assertThat(rxe.repetitions(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "a\\T\\b, a&b",
    "a\\.br\\b, 'a\nb'",
    "a\\X0D0A\\b, 'a\nb'",
    "\\H\\a\\N\\, a",
    "\\X41\\, A",
    "\\Xzz\\, \\Xzz\\"
  })
  void escapesAreResolvedAndUnknownOnesStay(String written, String read) {
    assertThat(fields("NTE|1||" + written).text(3)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ST", "NM", "CE", "XX", "", "TX"})
  void everyTypeOfValueKeepsItsParts(String type) {
    assertThat(fields("OBX|1|" + type + "|1||a & b^c~d").whole(5, 0)).startsWith("a").endsWith("c");
    assertThat(fields("OBX|1|" + type + "|1||a^^c~d").whole(5, 0)).isEqualTo("a^^c");
    assertThat(fields("OBX|1|" + type + "|1||a^^c~d").whole(5, 1)).isEqualTo("d");
  }

  @Test
  void anExplicitNullIsEmptyAndCanBeTold() {
    Fields al1 = fields("AL1|1|\"\"|");

    assertThat(al1.text(2)).isEmpty();
    assertThat(al1.deleted(2)).isTrue();
    assertThat(al1.deleted(3)).isFalse();
  }

  /** The oracle is the plainest splitting there is. */
  @Test
  void everyPartOfEveryFieldIsWhereTheDelimitersPutIt() {
    String line = "ORC|NW|1^A|2^B&C|G||||||2026|x^y|z~w|a^b^c^d||20260101";
    Fields orc = fields(line);
    String[] written = line.split("\\|");

    for (int i = 1; i < written.length; i++) {
      String[] repetitions = written[i].split("~");
      for (int r = 0; r < repetitions.length; r++) {
        String[] components = repetitions[r].split(Pattern.quote("^"));
        for (int c = 0; c < components.length; c++) {
          String[] parts = components[c].split("&");
          for (int s = 0; s < parts.length; s++) {
            assertThat(orc.part(i, r, c + 1, s + 1)).isEqualTo(parts[s]);
          }
        }
      }
    }
  }

  private Fields fields(String line) {
    return parser
        .find(
            new RawSegment(line.substring(0, 3), 1, line),
            Delimiters.RECOMMENDED,
            StandardCharsets.UTF_8,
            FieldMoves.NONE)
        .orElseThrow();
  }
}
