package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.FedMessages.INR;
import static org.rxtwin.hl7.reader.FedMessages.TEXT;
import static org.rxtwin.hl7.reader.FedMessages.accepted;
import static org.rxtwin.hl7.reader.FedMessages.repaired;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.messageOfVersion;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/**
 * What feeds do beside the standard, a case each: what becomes of the message, what is listed as
 * put right, and that every segment is read or named as unread.
 */
class QuirksOfFeedsTest {
  // Heads

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "2.2", "2.3", "2.4", "2.6", "2.7.1", "2.8.2", "2.9"})
  void everyVersionOfHl7TwoIsRead(String version) {
    ReadMessage read = read(messageOfVersion(version, "RDE^O11", PID, ORC, WARFARIN, "TQ1|1||QD"));

    accepted(read);
    assertThat(only(read, MedicationOrdered.class).order().dose()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.3.z", "2.5+", "P", "2.17"})
  void anOddVersionIsReadAndListed(String version) {
    repaired(
        read(messageOfVersion(version, "ORU^R01", PID, "OBR|1", INR)),
        "the version in MSH-12 is not known; read as 2.5.1");
  }

  @Test
  void aMissingVersionIsReadAndListed() {
    repaired(read(report(INR).replace("|P|2.5.1", "|P")), "MSH-12 names no version; read as 2.5.1");
  }

  @ParameterizedTest
  @CsvSource({"^~&", "^~", "^", "^~\\\\&"})
  void encodingCharactersThatAreTooFewOrDoubledArePutRight(String declared) {
    repaired(
        read(report(INR).replace("^~\\&", declared)),
        "encoding characters in MSH-2 were made up to four");
  }

  @Test
  void separatorsOfTheSendersOwnAreUsed() {
    String own = report(INR).replace('|', '#').replace('^', '*').replace("MSH#*~", "MSH#*~");

    accepted(read(own));
  }

  @ParameterizedTest
  @CsvSource({
    "oru^r01, the message type in MSH-9 was read from small letters",
    "ORU_R01, the trigger event was told by the message structure",
    "^^ORU_R01, the trigger event was told by the message structure"
  })
  void aTypeWrittenInAnotherWayIsReadAndListed(String type, String repair) {
    repaired(read(report(INR).replace("ORU^R01^ORU_R01", type)), repair);
  }

  @Test
  void theEventOfAnAdmissionIsTakenFromItsEvnOnlyWhereMshNamesNone() {
    repaired(
        read(message("ADT", "EVN|A01|20260301", PID, "PV1|1|I|W1")),
        "the trigger event was taken from EVN-1, MSH-9 names none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MSH|^~\\&", "MSH-9-1", "MSH|test|", "MSH", "MSH|^~\\&|A|B"})
  void aFragmentIsQuarantinedWithItsReason(String fragment) {
    ReadMessage read = read(fragment);

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems()).isNotEmpty();
    assertThat(read.unread()).hasSize(read.segmentsIn());
  }

  @Test
  void aMessageWithoutControlIdIsQuarantinedAsAtTheDoor() {
    ReadMessage read = read(report(INR).replace("|C-1|", "||"));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).field()).isEqualTo("MSH-10");
  }

  // Lines

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r\r\n", "\n\r"})
  void anyLineEndWillDo(String end) {
    accepted(read(report(INR).replace("\r", end)));
  }

  @Test
  void theLastLineEndMayBeMissing() {
    accepted(read(report(INR).strip()));
  }

  @ParameterizedTest
  @CsvSource({"\\r", "\\n", "\\r\\n", "<CR>", "<cr><lf>", "&#xD;", "&#13;&#10;"})
  void lineEndsWrittenOutAreReadAndListed(String written) {
    repaired(
        read(report(INR).replace("\r", written)),
        "line ends that were written out in characters were read");
  }

  @Test
  void aBackslashInATextIsNoLineEnd() {
    ReadMessage read = read(report(TEXT + "C:\\nte|s||||F"));

    assertThat(read.repairs()).isEmpty();
    assertThat(read.segmentsIn()).isEqualTo(4);
  }

  @Test
  void aWrappedTextIsJoinedAndListed() {
    repaired(
        read(report(TEXT + "first line\rand a second||||||F")),
        "a wrapped line was joined to the segment before it");
  }

  @ParameterizedTest
  @CsvSource({
    "'\r\n \r\n', blank lines before MSH were dropped",
    "'\ufeff', a byte order mark before MSH was dropped",
    "'POST /hl7 HTTP/1.1\r\nHost: rx\r\n\r\n', what a transport wrote before MSH was cut off"
  })
  void whatStandsBeforeTheHeadIsCutOffAndListed(String before, String repair) {
    repaired(read(before + report(INR)), repair);
  }

  @Test
  void theLengthOfTheMessageBeforeItsHeadIsCutOffAndAnyOtherFigureIsNot() {
    String report = report(INR);

    repaired(read(report.length() + report), "what a transport wrote before MSH was cut off");
    assertThat(read("17" + report).status()).isEqualTo(Status.QUARANTINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OBX|9|NM|1^x^L||9",
        "OBX|9|NM|1^x^L||9 \u0085 x",
        "RXE |1",
        "rxe\t|1",
        "ZWEIGHT |1"
      })
  void aSegmentBeforeTheHeadIsNeverCutOff(String segment) {
    ReadMessage read = read(segment + "\r" + report(INR));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.unread()).contains("MSH", "PID");
  }

  @Test
  void framingBytesInsideAreLineEndsAndNulsAreBlanks() {
    repaired(
        read(report(INR).replace("\rOBX", "\u001c\rOBX")),
        "framing bytes inside the message were read as line ends");
    repaired(read(report(INR).replace("2.4|", "2.4\0|")), "NUL bytes were read as blanks");
  }

  @Test
  void aNumberBrokenByANulIsNotReadAsAnother() {
    ReadMessage read = read(report(INR.replace("2.4", "1\0" + "2")));

    assertThat(only(read, ResultReported.class).result().value())
        .isNotEqualTo(
            only(read(report(INR.replace("2.4", "12"))), ResultReported.class).result().value());
  }

  @ParameterizedTest
  @CsvSource({
    "obx|1, a segment name in small letters was read",
    "' OBX|1', blanks before a segment name were removed"
  })
  void aSegmentNameInAnotherFormIsReadAndListed(String head, String repair) {
    ReadMessage read = read(report(INR.replace("OBX|1", head)));

    repaired(read, repair);
    assertThat(events(read, ResultReported.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZWCC|1|x", "ZAL|1", "XYZ|1", "PV|1|I"})
  void aSegmentThatIsNotKnownIsNamedAsUnread(String segment) {
    ReadMessage read = read(report(INR, segment));

    accepted(read);
    assertThat(read.unread()).containsExactly(segment.substring(0, segment.indexOf('|')));
  }

  // Bytes

  @ParameterizedTest
  @ValueSource(strings = {"", "\ufeff", "\r\n\r\n", "FHS|^~\\&|A\rBHS|^~\\&|A\r", "X-Feed: 7\r\n"})
  void theBytesOfAFrameComeBackExactlyWhateverWasPutRight(String before) {
    String odd = TEXT + "a\0b\\X41\\\u00e9\r wrapped \u001c\r\n\nzwcc|1";
    byte[] frame = (before + report(odd) + report(INR) + "\n\r").getBytes(StandardCharsets.UTF_8);

    byte[] together = new byte[0];
    for (var each : new EnvelopeReader().read(MessageBytes.copyOf(frame))) {
      byte[] part = each.bytes().toByteArray();
      int length = together.length;
      together = Arrays.copyOf(together, length + part.length);
      System.arraycopy(part, 0, together, length, part.length);
    }

    assertThat(together).isEqualTo(frame);
  }

  @Test
  void anOrderWithAShiftedDoseKeepsItsDrug() {
    ReadMessage read = read(order(ORC, "RXE||mg|11289^warfarin^RXNORM|5||TAB", "TQ1|1||QD"));

    assertThat(read.problems()).isNotEmpty();
    assertThat(events(read, MedicationOrdered.class))
        .allMatch(each -> each.order().dose().isEmpty());
  }
}
