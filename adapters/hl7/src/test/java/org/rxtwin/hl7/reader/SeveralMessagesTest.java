package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.MedicationOrdered;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/** Several messages that came together, and one that came in parts. */
class SeveralMessagesTest {
  private static final String INR = "OBX|1|NM|6301-6^INR^LN||2.4|{INR}|||||F";

  @Test
  void twoMessagesInOneFrameAreTwo() {
    String other = report(INR).replace("4711", "4712").replace("C-1", "C-2");

    List<ReadMessage> all = all(report(INR) + other);

    assertThat(all).extracting(ReadMessage::status).containsOnly(Status.ACCEPTED).hasSize(2);
    assertThat(all.get(1).patients().get(0).primary().value()).isEqualTo("4712");
  }

  @Test
  void aSecondHeadInsideASegmentIsQuarantinedForItMayBeAnotherPatients() {
    String glued = report(INR).strip() + report(INR).replace("4711", "4712");

    assertThat(read(glued).status()).isEqualTo(Status.QUARANTINED);
    assertThat(read(glued).patients()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"|^~\\&", "#!@%*"})
  void theHeadsAndEndsOfABatchAreNamedAsUnread(String separators) {
    String rest = separators + separators.charAt(0) + "A\r";
    char field = separators.charAt(0);
    String batch =
        "FHS" + rest + "BHS" + rest + report(INR) + "BTS" + field + "1\rFTS" + field + "1\r";

    ReadMessage read = all(batch).get(0);

    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
    assertThat(read.unread()).containsExactlyInAnyOrder("FHS", "BHS", "BTS", "FTS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FTS applied", "BTS: none", "BHS-like", "FTS (3)", "BTS, then FTS"})
  void aTextThatBeginsAsTheEndOfABatchDoesStaysAText(String text) {
    ReadMessage read = read(report("OBX|1|TX|NOTE^note^L||seen\r" + text + "||||||F"));

    assertThat(read.unread()).isEmpty();
    assertThat(only(read, ResultReported.class).result().value())
        .contains(new ResultValue.Text("seen\n" + text));
  }

  @Test
  void aHeadInSmallLettersIsAnotherMessagesHead() {
    ReadMessage read = read(report(INR) + report(INR).replace("MSH", "msh").replace("4711", "7"));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.patients()).isEmpty();
  }

  @Test
  void aMessageThatGoesOnInAnotherIsNeverReadAsAWhole() {
    quarantinedAsAPart(report(INR, "DSC|7|F"));
    quarantinedAsAPart(report(INR, "ADD|", "DSC|7|F"));
    quarantinedAsAPart(report(INR, "dsc|7|F"));
  }

  @Test
  void aMessageThatGoesOnFromAnotherIsNeverReadAsAWhole() {
    quarantinedAsAPart(message("ORU^R01", "ADD|.4|{INR}|||||F"));
    quarantinedAsAPart(continuing(message("ORU^R01", "OBR|1", INR)));
  }

  @Test
  void aMessageThatOnlySaysSoIsReadForItNamesItsPatientAndThatIsListed() {
    ReadMessage read = read(continuing(report(INR)));

    assertThat(read.status()).isEqualTo(Status.REPAIRED);
    assertThat(read.repairs())
        .containsExactly(
            "MSH-14 says that the message goes on from another; read as a whole, for it names a"
                + " patient");
    assertThat(read(report(INR).replace("|2.5.1\r", "|2.5.1||\"\"\r")).repairs()).isEmpty();
  }

  @Test
  void aSegmentThatAnAddendumGoesOnWithIsReadAsOne() {
    ReadMessage read =
        read(order(ORC, "RXE||11289^warf", "ADD|arin^RXNORM|2", "ADD|.5||mg|TAB", "TQ1|1||QD"));

    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
    assertThat(read.unread()).isEmpty();
    assertThat(only(read, MedicationOrdered.class).order().dose()).get().hasToString("2.5 mg");
  }

  private static String continuing(String message) {
    return message.replace("|2.5.1\r", "|2.5.1||456\r");
  }

  private static void quarantinedAsAPart(String message) {
    ReadMessage read = read(message);

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
    assertThat(read.problems().get(0).reason()).contains("a part of one that is continued");
    assertThat(read.patients()).isEmpty();
  }

  private static List<ReadMessage> all(String frame) {
    return Messages.readAll(frame.getBytes(StandardCharsets.UTF_8));
  }
}
