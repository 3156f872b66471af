package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void aBatchThatLostAMessageIsReadAndTheLossIsSaid() {
    Ran ran = shell.run("BHS|^~\\&|ADT\r" + ADMITTED + "BTS|2\r", "read");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("\"accepted\"");
    assertThat(ran.err()).contains("BTS-1 says 2 messages, 1 came");
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
        .isEqualTo(
            "application,facility,kind,segment,field,reason,count,system,code,text,means_system,"
                + "means_code,problem");
    assertThat(ran.lines())
        .contains(
            "ADT,MAIN,unread,ZZZ,,,2,,,,,,",
            "ADT,MAIN,patient,PID,PID-3,patients are named by numbers of this"
                + " authority,2,HOSP,,,,,");
    assertThat(ran.out()).contains("SCH,MAIN,problem,MSH,MSH-9");
    assertThat(ran.err())
        .isEqualTo(
            "3 messages: 1 not used, 0 used in part; a code without a meaning stands in 0 places\n");
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

    assertThat(ran.lines().get(1)).startsWith("-,B1,,quarantined,,,,\"PID: expected a PID segment");
  }

  @Test
  void anOrderWithoutADrugStandsInTheListWithItsPlaceAndWhy() {
    Ran ran = shell.run(ORDERED.replace("5640^ibuprofen^RXNORM", ""), "read", "--orders");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(4);
    assertThat(ran.lines().get(1))
        .startsWith("-,B1,,refused,,,,")
        .contains("ORC[1]", "expected a drug in RXE-2 or RXO-1");
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndTheOthersAreRead() throws IOException {
    Path good = Files.writeString(folder.resolve("good.hl7"), ADMITTED);
    Path gone = folder.resolve("gone.hl7");

    Ran ran = shell.run("", "read", gone.toString(), folder.toString(), good.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains(gone.toString(), "came the folder");
    assertThat(ran.lines()).singleElement().asString().contains("\"accepted\"");
  }

  @Test
  void theListOfOrdersAndTheReportAreTwoAnswers() {
    Ran ran = shell.run(ORDERED, "read", "--orders", "--profile-report");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("mutually exclusive");
  }

  @Test
  void theReportNamesEachCodeThatMeansNothingYetAndTheCountsFallOnceItsMeaningIsWritten()
      throws IOException {
    String messages =
        (ORDERED + ORDERED)
            .replace("5640^ibuprofen^RXNORM", "IBU4^Ibu 400^99KH")
            .replace("||mg\rRXR|PO", "||43^Stck^99KH\rRXR|B5^oral?")
            .replace("^BID|IBU4", "^Q6He|IBU4");

    String tables = folder.resolve("pharm").toString();
    Ran before = shell.run(messages, "read", "--profile-report", "--tables", tables);

    assertThat(before.lines())
        .contains(
            "PHARM,MAIN,drug,,,no drug is known for certain in this order,2,99KH,IBU4,Ibu 400,,,",
            "PHARM,MAIN,unit,RXE,RXE-5,no unit is known by it,2,99KH,43,Stck,,,",
            "PHARM,MAIN,route,RXR,RXR-1,no route is known by it,2,,B5,oral?,,,",
            "PHARM,MAIN,frequency,RXE,RXE-1,no schedule is known by it,2,,Q6He,,,,");

    fill("drugs.csv", ",,ibuprofen");
    fill("units.csv", ",UCUM,{tbl}");
    fill("routes.csv", ",,PO");
    fill("frequencies.csv", ",,Q6H");
    Files.writeString(
        folder.resolve("rxtwin.yaml"),
        "feeds:\n  - {application: PHARM, facility: MAIN, timeZone: UTC, tables: pharm}\n");
    Ran after = shell.run(messages, "read", "--profile-report");
    Ran orders = shell.run(messages, "read", "--orders");

    assertThat(after.out()).doesNotContain("IBU4", "Stck", "B5", "Q6He");
    assertThat(orders.lines().get(1))
        .isEqualTo("-,B1,7^PHARM,ordered,ibuprofen; 99KH|IBU4 Ibu 400,400 piece | every 6 h,PO,,");
  }

  @Test
  void aSecondReportAddsToTheTablesOnlyWhatIsNew() throws IOException {
    Path tables = folder.resolve("pharm");
    shell.run(
        ORDERED.replace("RXR|PO", "RXR|B5"),
        "read",
        "--profile-report",
        "--tables",
        tables.toString());
    fill("routes.csv", ",,IV");

    Ran again =
        shell.run(
            ORDERED.replace("RXR|PO", "RXR|B5") + ORDERED.replace("RXR|PO", "RXR|B6"),
            "read",
            "--profile-report",
            "--tables",
            tables.toString());

    assertThat(again.err()).contains("routes.csv: 1 new rows to fill", "drugs.csv: 0 new rows");
    assertThat(Files.readAllLines(tables.resolve("routes.csv")))
        .containsExactly(
            "application,facility,kind,segment,field,reason,count,system,code,text,means_system,"
                + "means_code",
            "PHARM,MAIN,route,RXR,RXR-1,no route is known by it,1,,B5,,,IV",
            "PHARM,MAIN,route,RXR,RXR-1,no route is known by it,1,,B6,,,");
    assertThat(tables.resolve("drugs.csv")).doesNotExist();
  }

  @Test
  void newRowsAreWrittenAsASpreadsheetSavedTheTable() throws IOException {
    Path tables = folder.resolve("pharm");
    String[] report = {"read", "--profile-report", "--tables", tables.toString()};
    shell.run(ORDERED.replace("RXR|PO", "RXR|B5"), report);
    Path routes = tables.resolve("routes.csv");
    String saved = "\uFEFF" + Files.readString(routes).strip().replace(',', ';');
    Files.write(routes, saved.getBytes(StandardCharsets.UTF_16LE));

    shell.run(ORDERED.replace("RXR|PO", "RXR|B5") + ORDERED.replace("RXR|PO", "RXR|B6"), report);

    assertThat(Files.readString(routes, StandardCharsets.UTF_16LE).lines())
        .hasSize(3)
        .endsWith("PHARM;MAIN;route;RXR;RXR-1;no route is known by it;1;;B6;;;");
  }

  @Test
  void aTableOfOtherColumnsIsLeftAlone() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("pharm"));
    Path routes = Files.writeString(tables.resolve("routes.csv"), "code,means_code\nB6,IV");

    Ran ran =
        shell.run(
            ORDERED.replace("RXR|PO", "RXR|B5"),
            "read",
            "--profile-report",
            "--tables",
            tables.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("Expected the columns application", "Maybe name a new folder");
    assertThat(routes).hasContent("code,means_code\nB6,IV");
  }

  @Test
  void tablesAreWrittenWithTheReportOnly() {
    Ran ran = shell.run(ORDERED, "read", "--tables", folder.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--tables goes with --profile-report");
  }

  /** As a site does it: what the codes mean in place of the empty columns. */
  private void fill(String file, String means) throws IOException {
    Path table = folder.resolve("pharm").resolve(file);
    List<String> lines =
        Files.readAllLines(table).stream()
            .map(each -> each.endsWith(",,") ? each.substring(0, each.length() - 2) + means : each)
            .toList();
    Files.write(table, lines);
  }
}
