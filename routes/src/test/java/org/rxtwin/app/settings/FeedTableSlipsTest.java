package org.rxtwin.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.app.home.Home;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;

/** Slips of the pen and of spreadsheets: each would be a wrong drug or dose in silence. */
class FeedTableSlipsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "units, mg, g",
    "units, MG, mL",
    "units, mcg, mg",
    "units, tablet, mL",
    "units, mmol/L, mg/dL",
    "units, mcg/mL, mg/dL",
    "units, K/uL, 10*12/L",
    "units, meq/L, mmol/L",
    "units, mosm/kg, mmol/kg",
    "routes, PO, IV",
    "routes, oral, IM",
    "frequencies, BID, QD",
    "frequencies, Q6H, Q8H",
    "drugs, warfarin, aspirin",
    "drugs, RXNORM|11289, aspirin",
    "drugs, Coumadin, RXNORM|1191",
    "laboratory, LN|2823-3, 2160-0",
    "laboratory, creatinine, 2823-3"
  })
  void whatEverybodyMeansIsNotRedefinedUnlessThatIsSaid(String table, String word, String means)
      throws IOException {
    String line = table + ": {'" + word + "': '" + means + "'}\n";
    String plain = word.substring(word.indexOf('|') + 1);

    assertThat(problems(line)).singleElement().asString().contains("means another thing");
    assertThat(problems(line))
        .singleElement()
        .asString()
        .startsWith("rxtwin.yaml line 4: " + table);
    assertThat(read(line + "override: ['" + plain + "']\n").feeds()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "units, mg, milligram",
    "units, 43, mg",
    "units, mcg/mL, mg/L",
    "units, ng/mL, ug/L",
    "units, K/uL, 10*9/L",
    "routes, PO, ORAL",
    "frequencies, BID, Q12H",
    "drugs, Coumadin, warfarin",
    "drugs, RXNORM|11289, warfarin",
    "laboratory, K, 2823-3"
  })
  void theSameSaidInOtherWordsIsNoRedefinition(String table, String word, String means)
      throws IOException {
    assertThat(read(table + ": {'" + word + "': '" + means + "'}\n").feeds()).hasSize(1);
  }

  @Test
  void aRedefinitionInAFileNamesFileLineAndColumn() throws IOException {
    file("units.csv", "code,means_code\nMG,g\n".getBytes(StandardCharsets.UTF_8));

    assertThat(problems("tables: pharm\n"))
        .containsExactly(
            "pharm/units.csv line 2 code: mg means another thing to everybody. Maybe a line has"
                + " slipped; if this sender does mean it, name it under `override` of the feed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RXNORM|MARC3",
        "ATC|B1AA03",
        "LN|2823-4",
        "NDC|12345",
        "SCT|12",
        "ICD-10|44054006"
      })
  void aCodeOfWrongFormIsNoMeaning(String means) throws IOException {
    assertThat(problems("codes: {L7: '" + means + "'}\n"))
        .singleElement()
        .asString()
        .startsWith("rxtwin.yaml line 4: codes: expected a code of the form that ");
  }

  @Test
  void codesAreFoundByAnyNameOfTheirSystem() throws IOException {
    FeedProfile profile = profile("codes: {'LN|777-3': 'I10|I48.0', G77: 'HGNC|CYP2C9'}\n");

    assertThat(profile.findLocal(new Coding("777-3", "LOINC", "")))
        .contains(new Coding("I48.0", "ICD10", ""));
    assertThat(profile.findLocal(new Coding("G77", "", ""))).isPresent();
    assertThat(problems("codes: {a|G77: 'HGNC|CYP2C9', A|G77: 'HGNC|CYP2D6'}\n"))
        .containsExactly("rxtwin.yaml line 4: codes: another meaning is written for it already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99999", "N/A", "000", "none", "-", "UNK"})
  void aCodeThatStandsForNoneIsPassedOverForTheWordsBesideIt(String code) throws IOException {
    file(
        "drugs.csv",
        ("system,code,text,means_system,means_code\n99KH,"
                + code
                + ",Warf mite,,warfarin\n99KH,"
                + code
                + ",Asp 100,,aspirin\n")
            .getBytes(StandardCharsets.UTF_8));

    FeedProfile profile = profile("tables: pharm\n");

    assertThat(profile.findDrug(new Coding(code, "99KH", "WARF mite")))
        .contains(Coding.ofText("warfarin"));
    assertThat(profile.findDrug(new Coding(code, "99KH", "Asp 100")))
        .contains(Coding.ofText("aspirin"));
    assertThat(profile.findDrug(new Coding(code, "99KH", "else"))).isEmpty();
  }

  @Test
  void sodiumIsACodeOfALaboratoryAndNothingElsewhere() throws IOException {
    file("laboratory.csv", "system,code,text,means_code\nLAB,NA,Sodium,2951-2\n");
    file("drugs.csv", "system,code,text,means_code\nLAB,NA,Warf mite,warfarin\n");

    FeedProfile profile = profile("tables: pharm\n");

    for (String text : List.of("Sodium", "Sodium serum", "")) {
      assertThat(profile.findObservation(new Coding("NA", "LAB", text)))
          .contains(new Coding("2951-2", "LOINC", ""));
    }
    assertThat(profile.findDrug(new Coding("NA", "LAB", "Warf mite"))).isPresent();
    assertThat(profile.findDrug(new Coding("NA", "LAB", "Asp 100"))).isEmpty();
    assertThat(profile("laboratory: {NA: 2951-2}\n").findObservation(new Coding("NA", "", "Na+")))
        .isPresent();
  }

  @Test
  void aCodeThatLooksLikeNoneCountsWhereASiteWroteItWithoutWords() throws IOException {
    FeedProfile profile = profile("drugs: {'9999': warfarin, Asp 100: aspirin}\n");

    assertThat(profile.findDrug(new Coding("9999", "ADS", "Warf mite")))
        .contains(Coding.ofText("warfarin"));
    assertThat(profile.findDrug(new Coding("9999", "ADS", "Asp 100")))
        .contains(Coding.ofText("aspirin"));
  }

  @Test
  void unitsOfCountsAreNoRoundedCodes() throws IOException {
    file("units.csv", "code,means_code\n10E+9/L,10*9/L\n10E+12/L,10*12/L\nx10E+3/uL,10*3/uL\n");

    assertThat(profile("tables: pharm\n").localUnits())
        .containsEntry("10e+9/l", "10*9/L")
        .containsEntry("x10e+3/ul", "10*3/uL");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, ','", "UTF-8, ;", "UTF-16LE, TAB", "UTF-16BE, ;", "UTF-8, TAB"})
  void aTableIsReadAsASpreadsheetSavedIt(String charset, String separator) throws IOException {
    String text = "\uFEFFcode,text,means_code\r\n,Stück,{tbl}\r\nX7,,mL\r\n";
    file(
        "units.csv",
        text.replace(",", separator.replace("TAB", "\t")).getBytes(Charset.forName(charset)));

    assertThat(profile("tables: pharm\n").localUnits())
        .isEqualTo(Map.of("stück", "{tbl}", "x7", "mL"));
  }

  @Test
  void aTableInAnOldCharacterSetIsRefusedAndSaysHowToSaveIt() throws IOException {
    file("units.csv", "code,means_code\nStück,{tbl}\n".getBytes(Charset.forName("windows-1252")));

    assertThat(problems("tables: pharm\n"))
        .containsExactly(
            "pharm/units.csv: expected UTF-8. Maybe save it again as \"CSV UTF-8\", or as Unicode"
                + " text.");
  }

  @Test
  void aCodeThatASpreadsheetRoundedIsRefused() throws IOException {
    file(
        "drugs.csv",
        "code,means_code\n\"1,23457E+11\",warfarin\n".getBytes(StandardCharsets.UTF_8));

    assertThat(problems("tables: pharm\n"))
        .singleElement()
        .asString()
        .startsWith("pharm/drugs.csv line 2 code: expected all digits of a code");
  }

  @Test
  void twoFieldsAreNotReadFromOneAndNoOtherFieldIsThePatientsNumber() throws IOException {
    assertThat(problems("fields: {RXE-3: RXE-25, RXE-10: RXE-25, PID-3: PID-18}\n"))
        .containsExactly(
            "rxtwin.yaml line 4: expected each field to be read for one other only, came RXE-10:"
                + " RXE-25",
            "rxtwin.yaml line 4: expected a patient's number from nowhere but PID-3, or for PID-3"
                + " from PID-2 or PID-4, came PID-3: PID-18");
  }

  @Test
  void namesOfOneAuthorityAreKeptUnderOne() throws IOException {
    FeedProfile profile = profile("authorities: {1.2.3: HOSP, 'HOSP#PI': HOSP}\n");

    assertThat(profile.authority("1.2.3")).isEqualTo("HOSP");
    assertThat(profile.authority("NORTH")).isEqualTo("NORTH");
    assertThat(problems("authorities: {A: B, B: C}\n"))
        .containsExactly(
            "rxtwin.yaml line 4: authorities: expected a name that is kept, came one that is not");
  }

  private void file(String name, String text) throws IOException {
    file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void file(String name, byte[] bytes) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("pharm"));
    Files.write(tables.resolve(name), bytes);
  }

  private FeedProfile profile(String more) throws IOException {
    return read(more).settings().feeds().get("PHARM", "MAIN");
  }

  private List<String> problems(String more) {
    return catchThrowableOfType(SettingsProblem.class, () -> read(more)).problems();
  }

  private SettingsInForce read(String more) throws IOException {
    String yaml = "feeds:\n  - application: PHARM\n    timeZone: UTC\n" + more.indent(4);
    Files.writeString(folder.resolve("rxtwin.yaml"), yaml);
    return new SettingsReader(new Home(folder), Map.of()).read();
  }
}
