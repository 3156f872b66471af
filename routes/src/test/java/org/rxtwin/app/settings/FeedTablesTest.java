package org.rxtwin.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.home.Home;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;

class FeedTablesTest {
  @TempDir Path folder;

  @Test
  void aFewCodesStandInTheSettingsThemselves() throws IOException {
    FeedProfile profile =
        profile(
            """
            drugs: {MARC3: "RXNORM|11289", "99KH|7": Warfarin, Warf mite: warfarin}
            laboratory: {K: 2823-3}
            units: {Tabl: "{tbl}", mgr: milligrams}
            routes: {B5: IV}
            frequencies: {Q6He: Q6H, zur Nacht: at bedtime}
            fields: {RXE-2: RXE-3, RXE-3: RXE-4}
            """);

    assertThat(profile.findDrug(new Coding("MARC3", "ADS", "")))
        .contains(new Coding("11289", "RXNORM", ""));
    assertThat(profile.findDrug(new Coding("7", "99kh", ""))).contains(Coding.ofText("Warfarin"));
    assertThat(profile.findDrug(new Coding("7", "99XX", ""))).isEmpty();
    assertThat(profile.findDrug(Coding.ofText("WARF MITE"))).contains(Coding.ofText("warfarin"));
    assertThat(profile.findObservation(new Coding("K", "", "")))
        .contains(new Coding("2823-3", "LOINC", ""));
    assertThat(profile.localUnits()).isEqualTo(Map.of("tabl", "{tbl}", "mgr", "milligrams"));
    assertThat(profile.findRoute("b5")).contains("IV");
    assertThat(profile.findFrequency("ZUR NACHT")).contains("at bedtime");
    assertThat(profile.moves().written()).isEqualTo(Map.of("RXE-2", "RXE-3", "RXE-3", "RXE-4"));
  }

  @Test
  void manyStandInFilesBesideTheSettings() throws IOException {
    file("drugs.csv", "system,code,text,means_system,means_code\nADS,W5,Warf 5,RXNORM,11289\n");
    file("laboratory.csv", "code,means_code\nK,2823-3\n");
    file("units.csv", "code,means_code\n\"mg,\",mg\n");
    file("routes.csv", "code,means_code\nB5,IV\n");
    file("frequencies.csv", "\uFEFFcode,means_code\nQ6He,Q6H\n");

    FeedProfile profile = profile("tables: pharm\n");

    assertThat(profile.findDrug(new Coding("W5", "ADS", "Warf 5")))
        .contains(new Coding("11289", "RXNORM", ""));
    assertThat(profile.findObservation(new Coding("K", "", ""))).isPresent();
    assertThat(profile.localUnits()).containsEntry("mg,", "mg");
    assertThat(profile.findRoute("B5")).contains("IV");
    assertThat(profile.findFrequency("q6he")).contains("Q6H");
  }

  @Test
  void theReportItselfIsATableOnceItsMeaningsAreWrittenIn() throws IOException {
    file(
        "units.csv",
        """
        application,facility,kind,segment,field,reason,count,system,code,text,means_system,means_code,problem
        PHARM,MAIN,unit,RXE,RXE-5,no unit is known by it,9,99KH,43,Stueck,UCUM,{tbl},
        PHARM,MAIN,unit,RXE,RXE-5,no unit is known by it,3,,,ein Loeffel,,mL,
        PHARM,MAIN,unit,RXE,RXE-5,no unit is known by it,2,99KH,44,Becher,,,
        PHARM,MAIN,route,RXR,RXR-1,no route is known by it,2,,43,,,IV,
        OTHER,MAIN,unit,RXE,RXE-5,no unit is known by it,1,,43,,,mg,
        ,,unit,RXE,RXE-5,no unit is known by it,1,,45,,,mg,
        ,,,,,,,,46,,,mg,
        """);

    SettingsInForce inForce = read("facility: MAIN\ntables: pharm\n");

    FeedInForce feed = inForce.feeds().get(0);
    assertThat(feed.profile().localUnits())
        .isEqualTo(Map.of("43", "{tbl}", "ein loeffel", "mL", "46", "mg"));
    assertThat(feed.files()).containsExactly(new FeedInForce.Counted("units.csv", 3, 1));
  }

  @Test
  void aMeaningThatIsNotKnownIsRefusedWithItsPlaceAndTheNearestThatIs() throws IOException {
    file(
        "drugs.csv",
        "system,code,means_system,means_code\n,A,RXNORM,112899\n,B,,warfarni\n,C,XX,1\n");
    file("laboratory.csv", "code,means_code\nK,2823-4\n");
    file("units.csv", "code,means_code\nE,mgg\n");
    file("routes.csv", "code,means_code\nB5,IVX\n");
    file("frequencies.csv", "code,means_code\nX,Q6X\n");

    assertThat(problems("tables: pharm\nroutes: {B6: IVV}\n"))
        .containsExactlyInAnyOrder(
            "rxtwin.yaml line 5: routes: expected a route of HL7 table 0162 that is known, came"
                + " IVV. Maybe IV was meant.",
            "pharm/drugs.csv line 2 means_code: expected a drug's code that is known, came"
                + " 112899. Maybe 11289 (warfarin) was meant.",
            "pharm/drugs.csv line 3 means_code: expected the name of a drug that is known, came"
                + " warfarni. Maybe warfarin was meant.",
            "pharm/drugs.csv line 4 means_code: expected means_system RXNORM, ATC, NDC, SNOMED or"
                + " nothing for a name, came XX.",
            "pharm/laboratory.csv line 2 means_code: expected a LOINC with its check digit, came"
                + " 2823-4. Maybe 2823-3 was meant.",
            "pharm/units.csv line 2 means_code: expected a UCUM unit or a known word for one, came"
                + " mgg. Maybe mg was meant.",
            "pharm/routes.csv line 2 means_code: expected a route of HL7 table 0162 that is known,"
                + " came IVX. Maybe IV was meant.",
            "pharm/frequencies.csv line 2 means_code: expected a pattern of HL7 table 0335 or"
                + " plain words, came Q6X. Maybe Q6H was meant.");
  }

  @Test
  void aFileThatIsNoTableSaysWhatItLacks() throws IOException {
    file("drugs.csv", "code|means_code\n1|2\n");
    file("units.csv", "code,means_cod,means_code\n1,2,3,4\n");
    file("routes.csv", "code,means_code\n,IV\nB5,IV\nB5,IM\nB6,IV,x\n");
    file("frequencies.csv", "code,means_code\n\"Q6\n");
    file("drug.csv", "code,means_code\n");

    assertThat(problems("tables: pharm\n"))
        .containsExactlyInAnyOrder(
            "rxtwin.yaml line 4: drug.csv is no table of a feed. Maybe you meant drugs.csv.",
            "pharm/drugs.csv line 1: expected the column code",
            "pharm/drugs.csv line 1: expected the column means_code",
            "pharm/drugs.csv line 1: code|means_code is no column of a table. Maybe you meant"
                + " means_code.",
            "pharm/units.csv line 1: means_cod is no column of a table. Maybe you meant means_code.",
            "pharm/routes.csv line 2 code: expected a code, or the words that stand for it in text",
            "pharm/routes.csv line 4 code: another meaning is written for it already",
            "pharm/routes.csv line 5 expected 2 cells, came 3",
            "pharm/frequencies.csv: expected a CSV table. Maybe a quotation mark is not closed or"
                + " not doubled.");
  }

  @Test
  void aFolderThatIsMissingOrHoldsNoTableIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    assertThat(problems("tables: nowhere\n"))
        .containsExactly("rxtwin.yaml line 4: there is no folder " + folder.resolve("nowhere"));
    assertThat(problems("tables: empty\n"))
        .containsExactly(
            "rxtwin.yaml line 4: expected one of drugs.csv, laboratory.csv, units.csv, routes.csv,"
                + " frequencies.csv in "
                + folder.resolve("empty"));
  }

  @Test
  void oneWordWithTwoMeaningsIsRefusedWhereverTheyStand() throws IOException {
    file("routes.csv", "code,means_code\nB6,IV\n");

    assertThat(problems("routes: {B5: IV, b5: IM, B6: PO}\ntables: pharm\n"))
        .containsExactly(
            "rxtwin.yaml line 4: routes: another meaning is written for it already",
            "pharm/routes.csv line 2 code: another meaning is written for it already");
  }

  @Test
  void fieldsAreMovedWithinOneSegmentOnly() throws IOException {
    assertThat(problems("fields: {RXE-2: RXO-1}\ntabels: pharm\n"))
        .containsExactly(
            "rxtwin.yaml line 5: tabels is no setting of a feed. Maybe you meant tables.",
            "rxtwin.yaml line 4: expected a field and where it stands, as RXE-2: RXE-3, both of one"
                + " segment of OBX ORC PID PV1 RXA RXC RXD RXE RXG RXO RXR TQ1, came RXE-2: RXO-1");
  }

  private void file(String name, String text) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("pharm"));
    Files.writeString(tables.resolve(name), text);
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
