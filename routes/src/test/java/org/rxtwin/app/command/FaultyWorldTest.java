package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.app.command.Shell.Ran;

/** What commands do with a full disk, an empty file, a table with a column twice and the like. */
class FaultyWorldTest {
  private static final String ORDER =
      """
      MSH|^~\\&|PHARM|H|RXTWIN|H|%s||RDE^O11^RDE_O11|%s|P|2.5.1
      PID|1||4711^^^H^MR||Test^Case||19600101|F
      ORC|NW|P1|||||^QD^^20260301080000
      RXE|^QD^^20260301080000|11289^warfarin^RXNORM|5||mg
      RXR|PO
      RXE|^QD^^20260301080000|nosuch^Nosuchdrug^L|5||mg
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @ParameterizedTest
  @CsvSource({"No space left on device,1,true", "Broken pipe,0,false"})
  void anAnswerThatIsNotWrittenIsNoSuccessUnlessItsReaderHasHadEnough(
      String reason, int exit, boolean said) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream("text\nwarfarin\n".getBytes(StandardCharsets.UTF_8)),
            new AnswerStream(full),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("RXTWIN_HOME", folder.toString()),
            folder.toString(),
            false,
            Clock.systemUTC());

    int came = CommandLineRun.run(terminal, "resolve");

    assertThat(came).isEqualTo(exit);
    assertThat(err.toString(StandardCharsets.UTF_8).contains(reason)).isEqualTo(said);
  }

  @Test
  void aColumnThatIsAskedForMayNotStandTwice() {
    Ran needed = shell.run("drug_a,drug_b,DRUG_A\nwarfarin,fluconazole,aspirin\n", "interactions");
    Ran optional = shell.run("text,code,code\nwarfarin,11289,4450\n", "resolve");
    Ran other = shell.run("note,text,note\n1,warfarin,2\n", "resolve");

    assertThat(needed.exit()).isEqualTo(1);
    assertThat(needed.out()).isEmpty();
    assertThat(needed.err()).contains("drug_a").contains("twice").contains("Maybe");
    assertThat(optional.exit()).isEqualTo(1);
    assertThat(optional.lines().get(1)).endsWith("the column code stands twice");
    assertThat(other.exit()).isZero();
  }

  @Test
  void aFileThatHoldsNoMessageIsSaidAndNotTakenForQuiet() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.hl7"), "\n");

    Ran ran = shell.run("", "check", empty.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("empty.hl7").contains("no message");
  }

  @Test
  void messagesThatTellNoTimeAreCheckedAtTheTimeOfTheMachineAndThatIsSaid() {
    Ran ran = shell.run(ORDER.formatted("", "1"), "check", "--json");

    assertThat(ran.out()).contains("\"time\":\"2026-11-20T12:00:00Z\"").doesNotContain("1970");
    assertThat(ran.err()).contains("MSH-7");
  }

  @Test
  void aMessageWithoutTimeBeforeOthersIsCheckedAtTheFirstTimeTold() {
    Ran ran =
        shell.run(
            ORDER.formatted("", "1") + ORDER.formatted("20260301090000+0000", "2"),
            "check",
            "--json");

    assertThat(ran.lines().get(0)).contains("\"time\":\"2026-03-01T09:00:00Z\"");
    assertThat(ran.err()).doesNotContain("MSH-7");
  }

  @Test
  void aSiteKeyThatOthersMayReadIsRefusedInTwoLines() throws IOException {
    Path key = Files.write(folder.resolve("site.key"), new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(
        folder.resolve("rxtwin.yaml"), "mllp: {port: " + freePort() + "}\nbroker: {port: 0}\n");

    Ran ran = shell.run("", "serve");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err().lines()).hasSize(2);
    assertThat(ran.err()).contains("chmod 600").doesNotContain("\tat ");
  }

  @Test
  void aDatabaseThatIsNoneIsSaidAsAFileNotAsAServer() throws IOException {
    Files.writeString(folder.resolve("rxtwin.db"), "no database, but long enough to look like one");

    Ran ran = shell.run("", "explain", "abcdef");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("another RxTwin").doesNotContain("password");
  }

  @Test
  void refusedSettingsLeaveStandardOutputEmpty() throws IOException {
    Files.writeString(folder.resolve("rxtwin.yaml"), "clock: sun\n");

    Ran ran = shell.run("", "config");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsSaidInWords() {
    Ran ran = shell.run("", "resolve", folder.resolve("none.csv").toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("there is none").doesNotContain("Exception");
  }

  @Test
  void theWayOutOfAProblemIsASentenceOfItsOwnInTheCell() {
    Ran ran = shell.run("age,height_cm,weight_kg\nabc,170,70\n", "warfarin");

    assertThat(ran.lines().get(1))
        .endsWith("expected a number in column age. Maybe the cell is empty");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
