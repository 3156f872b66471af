package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.RECEIVED;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/** Bytes that no set was named for: a delimiter that may be half of a character is none. */
class CharacterSetDoubtTest {
  private static final String TEXT = "OBX|1|TX|NOTE^note^L||";

  /** The second byte of a character in each is that of a delimiter. */
  @ParameterizedTest
  @CsvSource({
    "GB18030, \u60a3\u8005\u4e85\u4e5b\u75c5\u4eba",
    "Big5, \u75c5\u4eba\u529f\u80b2\u8a31\u529f\u84cb",
    "windows-31j, \u60a3\u8005\u4e88\u5b9a\u30bd\u8868"
  })
  void aTextThatMayHideADelimiterIsQuarantinedWithTheWayOut(String charset, String text) {
    byte[] bytes = report(TEXT + text + "||||||F").getBytes(Charset.forName(charset));

    ReadMessage read = readIn(bytes, Optional.empty());
    ReadMessage agreed = readIn(bytes, Optional.of(charset));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).isEqualTo("MSH-18");
    assertThat(agreed.status()).isEqualTo(Status.ACCEPTED);
    assertThat(only(agreed, ResultReported.class).result().value())
        .contains(new ResultValue.Text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, Jos\u00e9^Ren\u00e9",
    "ISO-8859-1, No\u00ebl \u00c7a et l\u00e0",
    "ISO-8859-1, cr\u00e9\u00e9",
    "ISO-8859-1, \u00e9t\u00e9^r\u00e9p\u00e9t\u00e9",
    "windows-1251, \u041c\u0430\u0440\u0438\u044f \u0418\u0432\u0430\u043d\u043e\u0432\u0430",
    "GB18030, \u4e2d\u6587",
    "EUC-KR, \ud55c\uae00"
  })
  void aTextThatCanHideNoneIsReadAndListed(String charset, String text) {
    ReadMessage read =
        readIn(
            report(TEXT + text + "||||||F").getBytes(Charset.forName(charset)), Optional.empty());

    assertThat(read.status()).isEqualTo(Status.REPAIRED);
    assertThat(events(read, ResultReported.class)).hasSize(1);
    assertThat(read.repairs())
        .containsExactly(
            "bytes do not fit the character set; read as ISO-8859-1, one character a byte");
  }

  @Test
  void aSetThatHidesDelimitersAndIsBrokenIsNotReadAsLatin() {
    String text = report(TEXT + "\u4e85\u4e5b||||||F").replace("|2.5.1\r", "|2.5.1||||||GBK\r");
    byte[] bytes = (text + "NTE|1||x\r").getBytes(Charset.forName("GB18030"));
    bytes[bytes.length - 2] = (byte) 0xff;

    assertThat(readIn(bytes, Optional.empty()).status()).isEqualTo(Status.QUARANTINED);
  }

  /** Of other names than those of table 0211. */
  @ParameterizedTest
  @CsvSource({
    "GBK, \u4e85",
    "CP936, \u4e85",
    "MS950, \u8a31",
    "Big5-HKSCS, \u8a31",
    "Shift_JIS, \u30bd",
    "MS932, \u30bd"
  })
  void everySetThatHidesDelimitersIsKnownToInTheHeader(String charset, String name) {
    String text =
        report(TEXT + "x||||||F")
            .replace("|HOSP|RXTWIN|", "|" + name + "|RXTWIN|")
            .replace("|2.5.1\r", "|2.5.1||||||" + charset + "\r");

    ReadMessage read = readIn(text.getBytes(Charset.forName(charset)), Optional.empty());

    assertThat(read.sendingFacility()).isEqualTo(name);
    assertThat(read.controlId()).isEqualTo("C-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16", "UTF-32", "IBM1047"})
  void aSetThatCannotBeMeantInAProfileIsNotUsed(String charset) {
    ReadMessage read =
        readIn(report(TEXT + "x||||||F").getBytes(StandardCharsets.UTF_8), Optional.of(charset));

    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
  }

  private static ReadMessage readIn(byte[] bytes, Optional<String> charset) {
    FeedProfile profile =
        new FeedProfile(
            "*",
            "*",
            ZoneId.of("UTC"),
            "",
            Map.of(),
            Map.of(),
            charset.map(Charset::forName),
            false);
    List<ReadMessage> all =
        new HL7Reader().readAll(bytes, new FeedProfiles(List.of(), profile), RECEIVED);
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
