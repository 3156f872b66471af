package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.events;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent.GenotypeReported;
import org.rxtwin.chart.ChartEvent.ReadingTroubled;
import org.rxtwin.chart.ChartEvent.ResultReported;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Genotype;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;

class GenotypeReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ST|X1^CYP2C9 genotype^L|1|*1/*3; CYP2C9; *1/*3",
        "ST|X1^CYP2C9 genotype^L|1|CYP2C9 *1/*3; CYP2C9; *1/*3",
        "ST|40425-1^CYP2D6 gene^LN|1|*1/*4; CYP2D6; *1/*4",
        "ST|40425-1^CYP2D6 gene^LN|1|*1x2/*4; CYP2D6; *1x2/*4",
        "ST|40425-1^CYP2D6 gene^LN|1|*1/*1x>=3; CYP2D6; *1/*1x>=3",
        "ST|40425-1^CYP2D6 gene^LN|1|*1/*2xN; CYP2D6; *1/*2xN",
        "ST|40425-1^CYP2D6 gene^LN|1|*1X2/*4.; CYP2D6; *1x2/*4",
        "ST|X4^DPYD genotype^L|1|c.1905+1G>A (*2A)/Reference; DPYD; c.1905+1G>A/Reference",
        "ST|X4^DPYD genotype^L|1|DPYD *1/*2A; DPYD; *1/*2A",
        "ST|84413-4^Genotype^LN|1|CYP2C19 *2/*17; CYP2C19; *2/*17",
        "CWE|X5^CYP2C19 genotype^L|1|*2^CYP2C19 *1/*2^L^LA9633-4^Heterozygous^LN; CYP2C19; *1/*2",
        "CWE|X3^HLA-B*57:01^L|1|P^positiv^L^LA6576-8^Positive^LN; HLA-B; *57:01 positive",
        "ST|X2^VKORC1^L|1|A/G; VKORC1; A/G",
        "ST|X2^VKORC1^L|1|G/A; VKORC1; A/G",
        "ST|X2^VKORC1^L|1|-1639G>A: GA; VKORC1; A/G",
        "ST|X2^VKORC1^L|1|VKORC1 -1639G>A: AA; VKORC1; A/A",
        "ST|X2^VKORC1 rs9923231^L|1|rs9923231 C/T; VKORC1; A/G",
        "CWE|57979-7^HLA-B*15:02 Presence^LN|1|260385009^Negative^SCT; HLA-B; *15:02 negative",
        "ST|X3^HLA-B*57:01^L|1|Positive; HLA-B; *57:01 positive",
        "ST|X3^HLA-B*57:01^L|1|Not detected; HLA-B; *57:01 negative"
      })
  void diplotypesBasesAndAllelesAreRead(String fields, String gene, String diplotype) {
    ReadMessage read = read(report("OBX|1|" + fields + "||||||F"));

    Genotype genotype = only(read, GenotypeReported.class).genotype();
    assertThat(genotype.gene()).isEqualTo(gene);
    assertThat(genotype.diplotype()).contains(diplotype);
    assertThat(genotype.sampledAt()).isPresent();
    assertThat(events(read, ResultReported.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CWE|79716-7^CYP2C9 gene product metabolic activity^LN|1|LA9657-3^Poor metabolizer^LN; CYP2C9;"
            + " Poor Metabolizer",
        "ST|79714-2^metabolic activity^LN|1|Ultra-rapid metaboliser; CYP2C19; Ultrarapid Metabolizer",
        "CWE|X^CYP2D6 phenotype^L|1|LM^langsam^L^LA9657-3^Poor metabolizer^LN; CYP2D6;"
            + " Poor Metabolizer",
        "ST|X^CYP2D6 phenotype^L|1|Extensive Metabolizer; CYP2D6; Normal Metabolizer",
        "ST|X^SLCO1B1 phenotype^L|1|Decreased function; SLCO1B1; Decreased Function",
        "ST|X^DPYD phenotype^L|1|Intermediate metabolizer (activity score: 1.0); DPYD;"
            + " Intermediate Metabolizer, activity score 1.0",
        "NM|X^DPYD activity score^L|1|1.5; DPYD; activity score 1.5"
      })
  void phenotypesAreReadInOneSetOfWords(String fields, String gene, String phenotype) {
    Genotype genotype =
        only(read(report("OBX|1|" + fields + "||||||F")), GenotypeReported.class).genotype();

    assertThat(genotype.gene()).isEqualTo(gene);
    assertThat(genotype.phenotype()).contains(phenotype);
    assertThat(genotype.diplotype()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*36+*10/*4", "*4/*36+*10", "*1/*2/*4", "*1/*1x"})
  void nothingOfALongerNameIsCutOff(String written) {
    ReadMessage read = read(report("OBX|1|ST|X1^CYP2D6 genotype^L|1|" + written + "||||||F"));

    assertThat(events(read, GenotypeReported.class)).isEmpty();
    assertThat(events(read, ResultReported.class)).hasSize(1);
  }

  @Test
  void anActivityScoreOnALineOfItsOwnBelongsToThePhenotype() {
    ReadMessage read =
        read(
            report(
                "OBX|1|ST|X1^DPYD phenotype^L|1|Intermediate metabolizer||||||F",
                "OBX|2|NM|X2^DPYD activity score^L|2|1||||||F"));

    assertThat(only(read, GenotypeReported.class).genotype().phenotype())
        .contains("Intermediate Metabolizer, activity score 1.0");
  }

  @Test
  void theGeneStudiedNamesTheGenotypeUnderTheSameSubId() {
    ReadMessage read =
        read(
            report(
                "OBX|1|CWE|48018-6^Gene studied^LN|1|HGNC:2623^CYP2C9^HGNC||||||F",
                "OBX|2|ST|84413-4^Genotype display name^LN|1|*1/*3||||||F",
                "OBX|3|ST|53040-2^Effect on metabolism^LN|1|Intermediate metabolizer||||||F",
                "OBX|4|CWE|48018-6^Gene studied^LN|2|HGNC:2621^CYP2C19^HGNC||||||F",
                "OBX|5|ST|84413-4^Genotype display name^LN|2|*1/*1||||||F"));

    assertThat(events(read, GenotypeReported.class))
        .extracting(each -> each.genotype().gene(), each -> each.genotype().diplotype().orElse(""))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CYP2C9", "*1/*3"),
            org.assertj.core.groups.Tuple.tuple("CYP2C19", "*1/*1"));
    assertThat(events(read, GenotypeReported.class).get(0).genotype().phenotype())
        .contains("Intermediate Metabolizer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OBX|1|ST|79714-2^CYP2D6 phenotype^LN|1|Poor metabolizer||||||F",
        "OBX|1|ST|40425-1^CYP2D6 genotype^LN|1|CYP2C19 *2/*2||||||F",
        "OBX|1|ST|84413-4^Genotype^LN|1|*1/*3||||||F",
        "OBX|1|ST|40425-1^CYP2D6 genotype^LN|1|*1/*4 or *1/*3||||||F",
        "OBX|1|ST|40425-1^CYP2D6 genotype^LN|1|see report||||||F",
        "OBX|1|ST|40425-1^CYP2D6 genotype^LN|1|*1/*4||||||P",
        "OBX|1|ST|40425-1^CYP2D6 genotype^LN|1|*1/*4||||||W"
      })
  void aGeneThatIsNotCertainStaysAResultAndIsSaid(String obx) {
    ReadMessage read = read(report(obx));

    assertThat(events(read, GenotypeReported.class)).isEmpty();
    assertThat(events(read, ResultReported.class)).hasSize(1);
    assertThat(only(read, ReadingTroubled.class).problems()).isNotEmpty();
  }

  @Test
  void aNarrativeThatOnlyMentionsAGeneIsText() {
    ReadMessage read = read(report("OBX|1|TX|X^CYP2C9 comment^L|1|consult a pharmacist||||||F"));

    assertThat(events(read, GenotypeReported.class)).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aLaboratorysOwnCodeIsReadOnceItIsMapped() {
    FeedProfile profile =
        new FeedProfile(
            "*",
            "*",
            ZoneId.of("Europe/Zurich"),
            "",
            Map.of(FeedProfile.codeKey("99LAB", "G77"), new Coding("CYP2C9", "HGNC", "CYP2C9")),
            Map.of(),
            Optional.empty(),
            true);

    ReadMessage read =
        read(
            report("OBX|1|ST|G77^Gen 77^99LAB|1|*2/*3||||||F"),
            new FeedProfiles(List.of(profile), profile));

    assertThat(only(read, GenotypeReported.class).genotype().gene()).isEqualTo("CYP2C9");
  }
}
