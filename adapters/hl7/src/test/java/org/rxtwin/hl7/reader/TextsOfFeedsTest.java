package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.FedMessages.TEXT;
import static org.rxtwin.hl7.reader.FedMessages.accepted;
import static org.rxtwin.hl7.reader.FedMessages.envelopes;
import static org.rxtwin.hl7.reader.FedMessages.inSet;
import static org.rxtwin.hl7.reader.FedMessages.one;
import static org.rxtwin.hl7.reader.FedMessages.repaired;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/** Texts as feeds write them: escapes, and characters of any set. */
class TextsOfFeedsTest {
  @ParameterizedTest
  @CsvSource({
    "a\\F\\b, a|b",
    "a\\S\\b\\T\\c\\R\\d\\E\\e, a^b&c~d\\e",
    "a\\X0D0A\\b, 'a\nb'",
    "a\\XC3A9\\b, a\u00e9b",
    "a\\XE4\\\\XB8AD\\b, a\u4e2db",
    "a\\XE9\\b, a\\XE9\\b",
    "a\\X00\\b, a\\X00\\b",
    "a\\.br\\b\\.sp2\\c, 'a\nb\nc'",
    "a\\.in+4\\b\\.sk3\\c, a b c",
    "\\H\\loud\\N\\, loud",
    "a\\Zlocal\\b, a\\Zlocal\\b",
    "a\\Q\\b, a\\Q\\b",
    "C:\\temp, C:\\temp",
    "C:\\temp\\S\\x, C:\\temp^x",
    "a\\E\\.br\\E\\b, a\\.br\\b",
    "a\\E\\X41\\E\\b, a\\X41\\b"
  })
  void escapesAreResolvedOnceAndWhatIsNotKnownStays(String written, String meant) {
    ReadMessage read = read(report(TEXT + written + "||||||F"));

    assertThat(only(read, ResultReported.class).result().value())
        .contains(new ResultValue.Text(meant));
  }

  @Test
  void aShiftInsideATextIsKeptAsWrittenAndListed() {
    repaired(
        read(report(TEXT + "a\\M2442\\b||||||F")),
        "a shift to another character set inside a text was kept as it was written");
  }

  @ParameterizedTest
  @CsvSource({
    "8859/1, ISO-8859-1, M\u00fcller",
    "8859/2, ISO-8859-2, Kov\u00e1\u0159",
    "8859/15, ISO-8859-15, 5\u20ac",
    "UNICODE UTF-8, UTF-8, \u4e2d\u6587",
    "UNICODE, UTF-8, \u4e2d\u6587",
    "GB 18030-2000, GB18030, \u4e2d\u6587\u4e97",
    "BIG-5, Big5, \u8a31\u529f\u84cb",
    "KS X 1001, EUC-KR, \ud55c\uae00",
    "CNS 11643-1992, x-EUC-TW, \u4e2d\u6587",
    "WINDOWS-1252, windows-1252, \u201cM\u00fcller\u201d",
    "~ISO IR87, ISO-2022-JP, \u5c71\u7530\u592a\u90ce",
    "ISO IR6~ISO IR87, ISO-2022-JP, \u5c71\u7530\u592a\u90ce",
    "ISO IR14~ISO IR87~ISO IR159, ISO-2022-JP, \u5c71\u7530\u592a\u90ce"
  })
  void theCharacterSetOfMsh18IsUsed(String declared, String charset, String text) {
    ReadMessage read = one(inSet(declared, text).getBytes(Charset.forName(charset)));

    accepted(read);
    assertThat(only(read, ResultReported.class).result().value())
        .contains(new ResultValue.Text(text));
  }

  @Test
  void bytesOfAnotherSetThanDeclaredAreReadAndListed() {
    repaired(
        one(inSet("ASCII", "M\u00fcller").getBytes(StandardCharsets.UTF_8)),
        "bytes do not fit the character set; read as UTF-8");
    repaired(
        one(inSet("UNICODE UTF-8", "M\u00fcller").getBytes(StandardCharsets.ISO_8859_1)),
        "bytes do not fit the character set; read as ISO-8859-1, one character a byte");
    repaired(
        one(inSet("", "\u5c71").getBytes(Charset.forName("ISO-2022-JP"))),
        "text shifts to a character set that MSH-18 does not name; read as ISO 2022");
    repaired(
        one(inSet("KLINGON", "M\u00fcller").getBytes(StandardCharsets.UTF_8)),
        "character set of MSH-18 is not known; read as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void aMessageInUtf16IsReadAndListed(String charset) {
    String text = inSet("UNICODE UTF-16", "\u4e2d\u6587");
    ReadMessage marked = one(("\ufeff" + text).getBytes(Charset.forName(charset)));
    ReadMessage bare = one(text.getBytes(Charset.forName(charset)));

    assertThat(List.of(marked, bare)).allMatch(each -> each.status() == Status.REPAIRED);
    assertThat(only(bare, ResultReported.class).result().value())
        .contains(new ResultValue.Text("\u4e2d\u6587"));
  }

  /** In these sets the second byte of a character may be that of a delimiter. */
  @ParameterizedTest
  @CsvSource({
    "BIG-5, Big5, \u529f\u80b2",
    "GB 18030-2000, GB18030, \u4e97\u4e04",
    "~ISO IR87, ISO-2022-JP, \u5c71\u4e00"
  })
  void thePatientOfTheEnvelopeIsTheReadersInAnyCharacterSet(
      String declared, String charset, String facility) {
    String text =
        inSet(declared, facility)
            .replace("|HOSP|RXTWIN|", "|" + facility + "|RXTWIN|")
            .replace("^^^HOSP^MR", "");
    byte[] bytes = text.getBytes(Charset.forName(charset));

    ReadMessage read = one(bytes);

    assertThat(read.sendingFacility()).isEqualTo(facility);
    assertThat(read.patients().get(0).primary().authority()).isEqualTo(facility);
    assertThat(envelopes(bytes)).containsExactly(read.patients().get(0).primary());
  }
}
