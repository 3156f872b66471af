package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.command.Shell.Ran;

/** What every table command promises, shown on {@code resolve} and its like. */
class TablesTest {
  private static final String ANSWERS = "ingredients,rxcui,match,candidates,score,problem";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @Test
  void answersKeepOrderAndColumnsAndAppendTheirs() {
    Ran ran = shell.run("ward,text,bed\nA,warfarin,1\nB,fluconazole,2\n", "resolve");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .containsExactly(
            "ward,text,bed," + ANSWERS,
            "A,warfarin,1,warfarin,11289,exact,,1,",
            "B,fluconazole,2,fluconazole,4450,exact,,1,");
  }

  @Test
  void aRowThatCannotBeAnsweredStaysWithItsProblem() {
    Ran ran = shell.run("text,n\n,1\nwarfarin,2\n", "resolve", "-");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines().get(1)).isEqualTo("\"\",1,,,,,,text and code are empty");
    assertThat(ran.lines().get(2)).startsWith("warfarin,2,warfarin");
    assertThat(ran.err()).isEqualTo("row 1: text and code are empty\n");
  }

  @Test
  void aMisspeltNameIsAnsweredAsAQuestionAndTwoLookAlikesAreNot() {
    Ran ran = shell.run("text\nwarfarine\nprednison\n", "resolve");

    assertThat(ran.lines().get(1)).startsWith("warfarine,warfarin,11289,fuzzy,warfarin,0.");
    assertThat(ran.lines().get(2)).startsWith("prednison,,,ambiguous,prednisone|prednisolone,");
  }

  @Test
  void cyrillicNamesPassUnharmed() {
    Ran ran = shell.run("text,кто\nварфарин,Иванов\nwarfarin,Петрова\n", "resolve");

    assertThat(ran.lines().get(1)).startsWith("варфарин,Иванов,");
    assertThat(ran.lines().get(2)).isEqualTo("warfarin,Петрова,warfarin,11289,exact,,1,");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    Ran ran = shell.run("\uFEFFtext\nwarfarin\n", "resolve");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).startsWith("text," + ANSWERS + "\nwarfarin,warfarin");
  }

  @Test
  void linesEndAsTheInputsDo() {
    Ran ran = shell.run("text\r\nwarfarin\r\n", "resolve");

    assertThat(ran.out())
        .isEqualTo("text," + ANSWERS + "\r\nwarfarin,warfarin,11289,exact,,1,\r\n");
  }

  @Test
  void quotedCommasQuotesAndLineBreaksSurvive() {
    Ran ran = shell.run("note,text\n\"a, \"\"b\"\"\nc\",warfarin\n", "resolve");

    assertThat(ran.out())
        .isEqualTo(
            "note,text," + ANSWERS + "\n\"a, \"\"b\"\"\nc\",warfarin,warfarin,11289,exact,,1,\n");
  }

  @Test
  void anEmptyFileAndAMissingColumnSayWhatWasExpected() {
    Ran empty = shell.run("", "resolve");
    Ran missing = shell.run("drug,code\nwarfarin,1\n", "resolve");

    assertThat(empty.exit()).isEqualTo(1);
    assertThat(empty.out()).isEmpty();
    assertThat(empty.err()).contains("columns text, came nothing");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("Expected the column text, came the header drug,code");
  }

  @Test
  void aHeaderAloneIsAnsweredByAHeader() {
    Ran ran = shell.run("text\n", "resolve");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).isEqualTo("text," + ANSWERS + "\n");
  }

  @Test
  void headersAreReadInAnyCaseAndShortRowsAreFilled() {
    Ran ran = shell.run(" Text ,Code,Other\nwarfarin\n\n", "resolve");

    assertThat(ran.exit()).isZero();
    assertThat(ran.lines().get(1)).isEqualTo("warfarin,,,warfarin,11289,exact,,1,");
    assertThat(ran.lines()).hasSize(2);
  }

  @Test
  void aRowTooLongIsNotReadAsIfItsCellsWereInPlace() {
    Ran ran = shell.run("text,n\nwarfarin, 5 mg,1\n", "resolve");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines().get(1))
        .isEqualTo(
            "warfarin,\" 5 mg\",,,,,,\"the row has 3 cells, the header 2: a cell with a comma needs"
                + " quotation marks\"");
  }

  @Test
  void bytesThatAreNotUtf8AreAProblemOfTheirRow() {
    Ran ran =
        shell.run(
            "text\nwarfarin\nMarcum\u00e1r\n".getBytes(StandardCharsets.ISO_8859_1), "resolve");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines().get(1)).endsWith("exact,,1,");
    assertThat(ran.lines().get(2)).endsWith(",,,,,the row holds bytes that are not UTF-8");
  }

  @Test
  void aQuotationMarkThatIsNotClosedStopsWithItsPlace() {
    Ran ran = shell.run("text\nwarfarin\n\"fluco\n", "resolve");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.err()).contains("after row 1").contains("quotation mark is not closed");
  }

  @Test
  void tenThousandRowsAreAnsweredWithSignsOfProgress() {
    StringBuilder rows = new StringBuilder("text,n\n");
    for (int i = 0; i < 10_000; i++) {
      rows.append(i % 2 == 0 ? "warfarin," : "Coumadin,").append(i).append('\n');
    }

    Ran ran = shell.run(rows.toString(), "resolve");

    assertThat(ran.exit()).isZero();
    assertThat(ran.lines()).hasSize(10_001);
    assertThat(ran.lines().get(10_000)).isEqualTo("Coumadin,9999,warfarin,11289,exact,,1,");
    assertThat(ran.err()).isEqualTo("5000 rows answered\n10000 rows answered\n");
  }

  @Test
  void aColumnThatStandsTwiceIsSaid() {
    Ran ran = shell.run("text,match\nwarfarin,mine\n", "resolve");

    assertThat(ran.lines().get(1)).isEqualTo("warfarin,mine,warfarin,11289,exact,,1,");
    assertThat(ran.err()).contains("The column match stands twice now");
  }

  @Test
  void aFileIsReadWhereItsPathHasSpaces() throws IOException {
    Path file = Files.createDirectories(folder.resolve("a b")).resolve("my list.csv");
    Files.writeString(file, "text\nwarfarin\n");

    assertThat(shell.run("", "resolve", file.toString()).lines()).hasSize(2);
    assertThat(shell.run("", "resolve", folder.resolve("none.csv").toString()).err())
        .contains("none.csv, but there is none");
    assertThat(shell.run("", "resolve", folder.toString()).err()).contains("came the folder");
  }
}
