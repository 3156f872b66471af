package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.command.Shell.Ran;

class ReadCommandTest {
  private static final String ADMITTED =
      "MSH|^~\\&|ADT|MAIN|RX|MAIN|20261120080000+0000||ADT^A01|A1|P|2.5.1\r"
          + "EVN||20261120080000+0000\r"
          + "PID|1||100^^^HOSP^MR||Иванов^Иван||19500101|M\r"
          + "PV1|1|I|W1^1^1\r"
          + "ZZZ|1|local\r";
  private static final String OTHER_TYPE =
      "MSH|^~\\&|SCH|MAIN|RX|MAIN|20261120080100+0000||SIU^S12|A2|P|2.5.1\rSCH|1\r";

  private static final String ORDERED =
      "MSH|^~\\&|PHARM|MAIN|RX|MAIN|20261120090000+0000||RDE^O11|B1|P|2.5.1\r"
          + "PID|1||100^^^HOSP^MR||Ivanov^Ivan||19500101|M\r"
          + "ORC|NW|7^PHARM\r"
          + "RXE|^BID|5640^ibuprofen^RXNORM|400||mg\r"
          + "RXR|PO\r"
          + "ORC|DC|6^PHARM\r"
          + "ORC|NW|8^PHARM\r"
          + "RXE|^BID|161^paracetamol, oral^RXNORM|mg||500\r";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @Test
  void eachMessageIsALineWithItsEvents() {
    Ran ran = shell.run(ADMITTED, "read");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.lines()).hasSize(1);
    assertThat(ran.out())
        .startsWith("{\"controlId\":\"A1\",\"type\":\"ADT^A01\"")
        .contains("\"status\":\"accepted\"", "\"unread\":[\"ZZZ\"]", "PatientIdentified");
  }

  @Test
  void aTypeThatIsNotOursIsRejectedAndSaid() {
    Ran ran = shell.run(ADMITTED + OTHER_TYPE, "read", "-");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().get(1)).contains("\"status\":\"rejected\"");
    assertThat(ran.err()).contains("message 2 rejected").doesNotContain("A2");
  }

  @Test
  void framesAsTheyPassedTheWireAndHeadsOfABatchAreReadMessageByMessage() {
    String captured = "FHS|^~\\&|ADT\r\u000b" + ADMITTED + "\u001c\r\u000b" + ADMITTED + "\u001c\r";

    Ran ran = shell.run(captured, "read");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.lines()).hasSize(2).allMatch(each -> each.contains("\"accepted\""));
  }

  @Test
  void whatIsNoMessageIsQuarantined() {
    Ran ran = shell.run("hello", "read");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("\"status\":\"quarantined\"");
  }

  @Test
  void theReportCountsPerSenderWhatCouldNotBeMapped() {
    Ran ran = shell.run(ADMITTED + ADMITTED + OTHER_TYPE, "read", "--profile-report");

    assertThat(ran.lines().get(0))
        .isEqualTo("application,facility,kind,segment,field,reason,count,problem");
    assertThat(ran.lines().get(1)).isEqualTo("ADT,MAIN,unread,ZZZ,,,2,");
    assertThat(ran.out()).contains("SCH,MAIN,problem,MSH,MSH-9");
  }

  @Test
  void theListOfOrdersShowsEachWithItsRegimenOrWithWhyItWasRefused() {
    Ran ran = shell.run(ADMITTED + ORDERED, "read", "--orders");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines().get(0))
        .isEqualTo("file,controlId,orderId,kind,drug,regimen,route,refused,problem");
    assertThat(ran.lines().get(1))
        .isEqualTo("-,B1,7^PHARM,ordered,RXNORM|5640 ibuprofen,400 mg | every 12 h,PO,,");
    assertThat(ran.lines().get(2)).isEqualTo("-,B1,6^PHARM,discontinued,,,,,");
    assertThat(ran.lines().get(3))
        .startsWith("-,B1,8^PHARM,ordered,\"RXNORM|161 paracetamol, oral\",refused | every 12 h,,")
        .contains("RXE-3: expected a number above zero");
    assertThat(ran.lines()).hasSize(4);
  }

  @Test
  void anOrderInAMessageThatIsNotUsedStandsInTheListToo() {
    Ran ran = shell.run(ORDERED.replace("PID|", "ZPI|"), "read", "--orders");

    assertThat(ran.lines().get(1)).startsWith("-,B1,,quarantined,,,,PID: expected a PID segment");
  }

  @Test
  void theListOfOrdersAndTheReportAreTwoAnswers() {
    Ran ran = shell.run(ORDERED, "read", "--orders", "--profile-report");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("mutually exclusive");
  }
}
