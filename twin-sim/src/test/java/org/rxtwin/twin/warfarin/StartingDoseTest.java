package org.rxtwin.twin.warfarin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.model.ModelLibrary;
import org.rxtwin.twin.model.PkPdModel;

/** Worked examples of the starting-dose algorithms. */
class StartingDoseTest {
  private final PkPdModel model = ModelLibrary.shipped().get("warfarin-hamberg-2007");

  private static Map<String, String> row(String... pairs) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("age", "65");
    row.put("height_cm", "170");
    row.put("weight_kg", "80");
    row.put("race", "white");
    row.put("vkorc1", "GG");
    row.put("cyp2c9", "*1/*1");
    for (int i = 0; i < pairs.length; i += 2) {
      row.put(pairs[i], pairs[i + 1]);
    }
    return row;
  }

  private StartingDose dose(String... pairs) {
    return StartingDose.of(WarfarinPatient.fromRow(row(pairs)), model, 0.6);
  }

  @Test
  void iwpcPharmacogeneticIsTheSquareOfItsSum() {
    // 5.6044 - 0.2614*6 + 0.0087*170 + 0.0128*80 = 6.5390
    assertThat(dose().iwpcPgxMgWeek()).hasValueCloseTo(6.5390 * 6.5390, within(1e-9));
    // with AG -0.8677, *1/*3 -0.9357, amiodarone -0.5503, Asian -0.1092: 4.0761
    assertThat(
            dose("vkorc1", "A/G", "cyp2c9", "*1/*3", "amiodarone", "yes", "race", "Asian")
                .iwpcPgxMgWeek())
        .hasValueCloseTo(4.0761 * 4.0761, within(1e-9));
    // both unknown -0.4854 -0.2188, inducer +1.1816, Black -0.2760: 6.7404
    assertThat(dose("vkorc1", "", "cyp2c9", "", "inducer", "1", "race", "black").iwpcPgxMgWeek())
        .hasValueCloseTo(6.7404 * 6.7404, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "AA, *1/*1, 1.6974",
    "GG, *1/*2, 0.5211",
    "GG, *2/*2, 1.0616",
    "GG, *2/*3, 1.9206",
    "GG, *3/*3, 2.3312"
  })
  void eachGenotypeTakesItsTermFromTheRoot(String vkorc1, String cyp2c9, double term) {
    double root = 6.5390 - term;
    assertThat(dose("vkorc1", vkorc1, "cyp2c9", cyp2c9).iwpcPgxMgWeek())
        .hasValueCloseTo(root * root, within(1e-9));
  }

  @Test
  void iwpcClinicalNeedsNoGenes() {
    // 4.0376 - 0.2546*6 + 0.0118*170 + 0.0134*80 = 5.5880
    assertThat(dose("vkorc1", "", "cyp2c9", "").iwpcClinicalMgWeek())
        .hasValueCloseTo(5.5880 * 5.5880, within(1e-9));
    assertThat(dose("race", "asian", "amiodarone", "1").iwpcClinicalMgWeek())
        .hasValueCloseTo(4.3433 * 4.3433, within(1e-9));
    assertThat(dose("race", "", "inducer", "1").iwpcClinicalMgWeek())
        .hasValueCloseTo(6.9122 * 6.9122, within(1e-9));
    assertThat(dose("race", "black").iwpcClinicalMgWeek())
        .hasValueCloseTo(5.9940 * 5.9940, within(1e-9));
  }

  @Test
  void gageGivesTheEffectsOfItsAbstract() {
    double typical = dose().gagePgxMgDay().orElseThrow();
    // Body surface 0.007184 * 80^0.425 * 170^0.725 = 1.9154 m2;
    // exp(0.9751 + 0.4317*1.9154 - 0.00745*65 + 0.2029*2.5) = 6.2026
    assertThat(typical).isCloseTo(6.2026, within(5e-4));
    assertThat(dose("vkorc1", "AG").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.72, within(0.005)); // -28 % per allele
    assertThat(dose("vkorc1", "AA").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.72 * 0.72, within(0.01));
    assertThat(dose("cyp2c9", "*1/*3").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.67, within(0.005)); // -33 %
    assertThat(dose("cyp2c9", "*2/*2").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.81 * 0.81, within(0.01)); // -19 % per allele
    assertThat(dose("age", "75").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.93, within(0.005)); // -7 % per decade
    assertThat(dose("target_inr", "3").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(1.11, within(0.005)); // +11 % per 0.5
    assertThat(dose("amiodarone", "1").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.78, within(0.005)); // -22 %
    assertThat(dose("smoker", "1").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(1.10, within(0.005)); // +10 %
    assertThat(dose("race", "black").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(0.91, within(0.005)); // -9 %
    assertThat(dose("dvt_pe", "1").gagePgxMgDay().orElseThrow() / typical)
        .isCloseTo(1.07, within(0.005)); // +7 %
  }

  @Test
  void gageClinicalIsComputedWithoutGenes() {
    // exp(0.613 + 0.425*1.9154 - 0.0075*65 + 0.216*2.5) = 4.3909
    StartingDose dose = dose("vkorc1", "", "cyp2c9", "");
    assertThat(dose.gageClinicalMgDay()).hasValueCloseTo(4.3909, within(5e-4));
    assertThat(dose.gagePgxMgDay()).isEmpty();
    assertThat(dose.problems()).anyMatch(p -> p.startsWith("Gage pharmacogenetic needs"));
    double typical = dose.gageClinicalMgDay().orElseThrow();
    assertThat(
            dose("smoker", "1", "dvt_pe", "1", "race", "black", "amiodarone", "1")
                    .gageClinicalMgDay()
                    .orElseThrow()
                / typical)
        .isCloseTo(Math.exp(0.108 + 0.0784 + 0.156 - 0.257), within(1e-9));
  }

  @Test
  void aRootBelowZeroGivesNoDoseAndSaysSo() {
    StartingDose dose =
        dose(
            "age",
            "100",
            "height_cm",
            "100",
            "weight_kg",
            "25",
            "vkorc1",
            "AA",
            "cyp2c9",
            "*3/*3",
            "amiodarone",
            "1",
            "race",
            "black");
    assertThat(dose.iwpcPgxMgWeek()).hasValue(0);
    assertThat(dose.problems()).anyMatch(p -> p.startsWith("IWPC pharmacogenetic falls"));
  }

  @Test
  void amiodaroneLowersTheTwinsDoseAboutAsItLowersClearance() {
    // Settled concentration is dose over clearance; only the swing over a day differs a little.
    assertThat(dose("amiodarone", "1").twinMgDay().orElseThrow())
        .isCloseTo(0.6 * dose().twinMgDay().orElseThrow(), withinPercentage(2));
    StartingDose induced = dose("inducer", "1", "amiodarone", "1");
    assertThat(induced.twinMgDay()).isEmpty();
    assertThat(induced.problems()).anyMatch(p -> p.contains("which inducer"));
  }

  /** The model settles 2 % under the printed INR (HambergTable5Test): 5 % in the dose. */
  @Test
  void theTwinsDoseIsThatOfThePapersTable5() {
    for (Map<String, String> cell : Resources.rows("hamberg-2007-table5.csv")) {
      String c9 = cell.getOrDefault("C9", "");
      StartingDose dose =
          dose(
              "age",
              cell.getOrDefault("AGE", ""),
              "cyp2c9",
              "*" + c9.charAt(0) + "/*" + c9.charAt(1),
              "vkorc1",
              switch (cell.getOrDefault("VK", "")) {
                case "0" -> "G/G";
                case "1" -> "G/A";
                default -> "A/A";
              });
      assertThat(dose.twinMgDay().orElseThrow())
          .as(cell.toString())
          .isCloseTo(
              Double.parseDouble(cell.getOrDefault("DOSE", "")), Percentage.withPercentage(8));
    }
  }

  @ParameterizedTest
  @CsvSource({"age, ''", "age, 12", "weight_kg, 8", "smoker, perhaps", "target_inr, 9"})
  void aCellThatCannotBeReadIsNamed(String column, String cell) {
    assertThatThrownBy(() -> dose(column, cell))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(column)
        .hasMessageContaining("Maybe");
  }

  @ParameterizedTest
  @CsvSource({
    "GG, 0",
    "A/G, 1",
    "G/A, 1",
    "AA, 2",
    "-1639 G>A A/A, 2",
    "C/T, 1",
    "T/T, 2",
    "'', -1",
    "rs9923231 reference (C)/rs9923231 variant (T), 1",
    "rs9923231 variant (T)/rs9923231 variant (T), 2",
    "rs9923231 C/T, 1",
    "unclear, -1"
  })
  void vkorc1IsReadHoweverItIsWritten(String text, int alleles) {
    assertThat(Genotypes.vkorc1(text)).isEqualTo(alleles);
  }

  @ParameterizedTest
  @CsvSource({"*1/*1, 11", "*3/*1, 13", "*2/*3, 23", "*1/*5, 0", "poor, 0", "'', 0"})
  void cyp2c9IsReadByItsStars(String text, int code) {
    assertThat(Genotypes.cyp2c9(text)).isEqualTo(code);
  }

  @Test
  void aDiplotypeThePaperDidNotStudyIsSaid() {
    Genotypes genotypes = Genotypes.read(Map.of("CYP2C9", "*1/*5", "VKORC1", "G/G"));
    assertThat(genotypes.outside()).isTrue();
    assertThat(genotypes.notes())
        .containsExactly("CYP2C9 *1/*5 is not in the paper: the population's spread is used");
  }
}
