package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.app.command.Shell.Ran;

class CommandsTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resolve",
        "interactions",
        "config",
        "read",
        "exposure",
        "warfarin",
        "kb",
        "kb find",
        "kb show",
        "kb validate",
        "pgx",
        "pgx phenotype",
        "twin",
        "twin models",
        "twin show",
        "twin simulate",
        "twin estimate"
      })
  void eachCommandHelps(String command) {
    List<String> words = new java.util.ArrayList<>(Arrays.asList(command.split(" ")));
    words.add("--help");

    Ran ran = shell.run("", words.toArray(String[]::new));

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).startsWith("Usage: rxtwin " + command);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void wrongUsageIsTwoAndSaysWhatWouldBeRight() {
    assertThat(shell.run("").exit()).isEqualTo(2);
    assertThat(shell.run("", "kb").exit()).isEqualTo(2);
    assertThat(shell.run("", "resolv").exit()).isEqualTo(2);
    assertThat(shell.run("", "resolve", "--fast").err()).contains("--fast");
    assertThat(shell.run("", "twin", "simulate").err()).contains("--model").contains("--data");
    assertThat(shell.run("", "resolv").out()).isEmpty();
  }

  @Test
  void interactionsTellTheWorstAndRoutesQuietIt() {
    Ran ran =
        shell.run(
            """
            drug_a,drug_b,route_a,route_b
            warfarin,fluconazole,,
            fluconazole,11289,,
            warfarin,clotrimazole cream,PO,TOP
            warfarin,miconazole oral gel,PO,B
            warfarin,amoxicillin,,
            """,
            "interactions");

    assertThat(ran.lines().stream().map(l -> l.split(",", -1)[4]).toList())
        .startsWith("tier", "INTERRUPT", "INTERRUPT", "NONE", "INTERRUPT");
    assertThat(ran.lines().get(1)).contains(",3.1,");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void aNameThatIsNotCertainIsScreenedAndAskedAbout() {
    Ran ran = shell.run("drug_a,drug_b\nwarfrin,fluconazole\nqqqqqq,warfarin\n", "interactions");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines().get(1)).contains(",INTERRUPT,").contains("it may be warfarin");
    assertThat(ran.lines().get(2))
        .isEqualTo("qqqqqq,warfarin,,,,,,drug_a: no drug is known by qqqqqq");
  }

  @Test
  void codeAndTextThatDifferAreAProblem() {
    Ran ran = shell.run("text,code,code_system\nfluconazole,11289,RXNORM\n", "resolve");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.lines().get(1))
        .contains(",ambiguous,")
        .endsWith("code and text name different drugs");
  }

  @Test
  void phenotypesFollowDiplotypesAndInhibitors() {
    Ran ran =
        shell.run(
            """
            gene,diplotype,inhibitors
            CYP2C9,*1/*3,
            CYP2D6,*1/*1,
            CYP2D6,*1/*1,paroxetine
            NOSUCH,*1/*1,
            CYP2D6,*1/*1,nosuchdrug
            """,
            "pgx",
            "phenotype");

    assertThat(ran.lines().subList(1, 6))
        .containsExactly(
            "CYP2C9,*1/*3,,Intermediate Metabolizer,1.0,",
            "CYP2D6,*1/*1,,Normal Metabolizer,2.0,",
            "CYP2D6,*1/*1,paroxetine,Poor Metabolizer,0.0,",
            "NOSUCH,*1/*1,,,,no allele of NOSUCH is known here",
            "CYP2D6,*1/*1,nosuchdrug,,,inhibitors: no drug is known by nosuchdrug");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void recommendationsFollowScoresPhenotypesStatusAndPopulation() {
    Ran ran =
        shell.run(
            """
            drug,genes,population
            capecitabine,DPYD=1.0,
            codeine,CYP2D6=≥3.0,
            codeine,CYP2D6=*1/*1x2,
            clopidogrel,CYP2C19=Intermediate Metabolizer,NVI
            clopidogrel,CYP2C19=intermediate metaboliser,CVI ACS PCI
            azathioprine,TPMT=Normal Metabolizer;NUDT15=Poor Metabolizer,
            abacavir,HLA-B=*57:01 positive,general
            abacavir,HLA-B=*57:01 negative,
            codeine,CYP2D6=*1/*2xN,
            codeine,CYP2C19=*1/*1,
            nosuchdrug,CYP2D6=1.0,
            """,
            "pgx",
            "recommend");

    assertThat(ran.lines().get(0))
        .isEqualTo(
            "drug,genes,population,strength,dosing_change,alternate_drug,action,guideline,advice,"
                + "problem");
    assertThat(ran.lines().subList(1, 9))
        .map(line -> line.replace("\"", ""))
        .map(line -> line.substring(0, line.indexOf(",CPIC ")))
        .containsExactly(
            "capecitabine,DPYD=1.0,,strong,true,false,reduce",
            "codeine,CYP2D6=≥3.0,,strong,false,true,avoid",
            "codeine,CYP2D6=*1/*1x2,,strong,false,true,avoid",
            "clopidogrel,CYP2C19=Intermediate Metabolizer,NVI,moderate,false,true,replace",
            "clopidogrel,CYP2C19=intermediate metaboliser,CVI ACS PCI,strong,false,true,replace",
            "azathioprine,TPMT=Normal Metabolizer;NUDT15=Poor Metabolizer,,strong,true,true,replace",
            "abacavir,HLA-B=*57:01 positive,general,strong,false,true,avoid",
            "abacavir,HLA-B=*57:01 negative,,strong,false,false,none");
    assertThat(ran.lines().get(9))
        .contains(",no recommendation,false,false,none,")
        .endsWith("CYP2D6: the number of copies is not given: ask for x2 or x>=3");
    assertThat(ran.lines().get(10)).endsWith("no recommendation is known for codeine with CYP2C19");
    assertThat(ran.lines().get(11)).endsWith("drug: no drug is known by nosuchdrug");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void aDrugIsFoundByNameBrandCodeAndNearly() {
    assertThat(shell.run("", "kb", "find", "Coumadin").out()).startsWith("warfarin ");
    assertThat(shell.run("", "kb", "find", "11289").out()).contains("is RXNORM 11289");
    assertThat(shell.run("", "kb", "find", "varfarin").out()).contains("maybe: warfarin");
    assertThat(shell.run("", "kb", "find", "zzzzzz").exit()).isEqualTo(1);
  }

  @Test
  void aDrugIsShownWithItsSources() {
    Ran ran = shell.run("", "kb", "show", "warfarin");

    assertThat(ran.out())
        .contains("RxCUI 11289")
        .contains("warfarin + fluconazole: INTERRUPT")
        .contains("CYP2C9 substrate 0.85")
        .contains("Kunze 1996");
    assertThat(shell.run("", "kb", "show", "warfrin").err()).contains("it may be warfarin");
  }

  @Test
  void aDrugIsShownWithItsRisksForTheHeartForBreathingAndForAnUnbornChild() {
    assertThat(shell.run("", "kb", "show", "haloperidol").out())
        .contains("QT:")
        .contains("intravenous: known, 3 days after the last dose");
    assertThat(shell.run("", "kb", "show", "fentanyl").out())
        .contains("Morphine equivalents:")
        .contains(
            "transdermal: 2.4 mg a day for each microgram an hour, only after a week of 60 mg")
        .contains("any pca: not counted");
    assertThat(shell.run("", "kb", "show", "valproic-acid").out())
        .contains("Pregnancy (breast-feeding: not checked):")
        .contains("could be: INTERRUPT");
  }

  @Test
  void aSitesKnowledgeIsCheckedWithTheShipped() throws IOException {
    assertThat(shell.run("", "kb", "validate").exit()).isZero();
    Files.createDirectories(folder.resolve("knowledge"));
    Files.writeString(folder.resolve("knowledge/look_alikes.csv"), "one,other\nwarfarin,x\n");

    Ran ran = shell.run("", "kb", "validate");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("look_alikes.csv");
  }

  @Test
  void configPrintsWhatWouldSetTheSameAgain() throws IOException {
    Files.writeString(folder.resolve("pw"), "horse");
    Path file =
        Files.writeString(
            folder.resolve("rxtwin.yaml"),
            """
            mllp: {port: 3000}
            database: {passwordFile: pw}
            feeds:
              - {application: LAB, timeZone: Asia/Tokyo, codes: {"X 1": "RXNORM|1"}}
            """);

    String printed = shell.run("", "config").out();
    Files.writeString(file, printed);

    assertThat(printed).contains("port: 3000").contains("Asia/Tokyo").doesNotContain("horse");
    assertThat(withoutNotes(shell.run("", "config").out())).isEqualTo(withoutNotes(printed));
  }

  @Test
  void configPrintsTheTablesOfAFeedAndCountsTheRowsOfItsFiles() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("pharm"));
    Files.writeString(tables.resolve("routes.csv"), "code,means_code\nB5,IV\nB6,\n");
    Path file =
        Files.writeString(
            folder.resolve("rxtwin.yaml"),
            """
            feeds:
              - application: PHARM
                timeZone: UTC
                tables: pharm
                drugs: {"99KH|7": warfarin}
                fields: {RXE-2: RXE-3}
            """);

    String printed = shell.run("", "config").out();
    Files.writeString(file, printed);

    assertThat(printed)
        .contains(
            "'99KH|7': warfarin",
            "RXE-2: RXE-3",
            "tables: " + tables,
            "# routes.csv: 1 row, 1 without a meaning yet");
    assertThat(withoutNotes(shell.run("", "config").out())).isEqualTo(withoutNotes(printed));
  }

  @Test
  void wrongSettingsAreToldTogether() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "mlpp: 1\nclock: sun\n");

    Ran ran = shell.run("", "config", "--config", file.toString());

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("2 problems").contains("mllp").contains("wall or feed");
  }

  private static String withoutNotes(String yaml) {
    return yaml.replaceAll(" +#.*", "");
  }

  @Test
  void exposureRisesWithAnInhibitorAndSaysWhy() {
    Ran ran =
        shell.run(
            """
            substrate,perpetrators,genotypes,crcl_ml_min
            warfarin,,,
            warfarin,fluconazole,CYP2C9=*1/*1,
            nosuchdrug,,,
            warfarin,,CYP2C9,
            """,
            "exposure");

    assertThat(ran.lines().get(0))
        .isEqualTo(
            "substrate,perpetrators,genotypes,crcl_ml_min,auc_ratio,low90,high90,basis,problem");
    assertThat(Double.parseDouble(ran.lines().get(1).split(",")[4])).isEqualTo(1.0);
    assertThat(Double.parseDouble(ran.lines().get(2).split(",")[4])).isGreaterThan(1.5);
    assertThat(ran.lines().get(3)).endsWith("substrate: no drug is known by nosuchdrug");
    assertThat(ran.lines().get(4)).contains("expected GENE=DIPLOTYPE in genotypes, came CYP2C9");
  }

  /** IWPC, NEJM 2009: 50 years, 170 cm, 70 kg, White, GG, *1/*1, by hand. */
  @Test
  void warfarinGivesThePublishedStartingDosesAndTheTwins() {
    double root = 5.6044 - 0.2614 * 5 + 0.0087 * 170 + 0.0128 * 70;
    Ran ran =
        shell.run(
            """
            age,height_cm,weight_kg,race,vkorc1,cyp2c9,amiodarone,inducer,smoker,dvt_pe,target_inr
            50,170,70,White,GG,*1/*1,0,0,0,0,2.5
            50,170,70,White,AA,*1/*3,0,0,0,0,2.5
            50,,70,White,GG,*1/*1,0,0,0,0,2.5
            50,170,70,White,GG,*1/*1,1,0,0,0,2.5
            """,
            "warfarin");

    String[] normal = ran.lines().get(1).split(",", -1);
    String[] sensitive = ran.lines().get(2).split(",", -1);
    assertThat(Double.parseDouble(normal[11])).isCloseTo(root * root, within(1e-3));
    assertThat(Double.parseDouble(sensitive[15])).isLessThan(Double.parseDouble(normal[15]));
    assertThat(ran.lines().get(3)).contains(",,,,,").contains("height_cm");
    assertThat(Double.parseDouble(ran.lines().get(4).split(",", -1)[15]))
        .isLessThan(0.7 * Double.parseDouble(normal[15]));
    assertThat(ran.exit()).isEqualTo(1);
  }
}
