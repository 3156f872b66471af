package org.rxtwin.twin.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Yukawa 1990: the paper is the relation of daily dose and steady state, R = Vm C / (Km + C); in
 * time the model must arrive there.
 */
class YukawaPhenytoinTest {
  private static final int YEARS = 4 * 365 * 24;

  private final ModelFile file = ModelFile.shipped("phenytoin-yukawa-1990");

  /** Level at the end of four years of a constant entry at the daily dose. */
  private static double steady(ModelFile file, double daily, String columns, String values) {
    double rate = daily / 24;
    return file.predict(
            List.of(
                "ID,TIME,AMT,RATE,CMT" + columns,
                "1,0," + rate * YEARS + "," + rate + ",2" + values,
                "1," + YEARS + ",0,0,2" + values))[1];
  }

  private static double adult(ModelFile file, double daily) {
    return steady(file, daily, ",AGE,WT", ",30,60");
  }

  private static boolean aPrintedSteadyStateIsMissed(ModelFile file) {
    double[][] printed = {{200, 3.856}, {250, 8.033}, {300, 28.92}};
    for (double[] each : printed) {
      double level = adult(file, each[0]);
      if (!(StrictMath.abs(level - each[1]) < 0.0006)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theSteadyStatesOfAnAdultOf60KilogramsAreThoseOfThePaper() {
    assertThat(aPrintedSteadyStateIsMissed(file)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // kg, years, carbamazepine, mg/day, mg/L as printed in nlmixr2lib's vignette of the paper
    "60, 30, 1, 150, 2.374",
    "60, 30, 1, 270, 10.604",
    "60, 30, 1, 300, 18.713",
    "60, 10, 0, 270, 8.897",
    "60, 10, 0, 300, 21.748",
    "60, 10, 1, 300, 14.072",
    // Km R / (Vm - R) with Vm = 325 (kg/60)^0.737, by hand
    "80, 30, 0, 300, 7.105",
    "30, 10, 0, 150, 6.042"
  })
  void weightAgeAndOtherAnticonvulsantsMoveTheSteadyState(
      double weight, double years, int carbamazepine, double daily, double level) {
    String person = "," + years + "," + weight + "," + carbamazepine;

    assertThat(steady(file, daily, ",AGE,WT,CBZ", person)).isCloseTo(level, within(0.0006));
  }

  @Test
  void tabletsThreeTimesADayHaveTheSameMeanAsASteadyEntry() {
    int hours = 200 * 24;
    StringBuilder looks = new StringBuilder();
    for (int i = 0; i <= 80; i++) {
      looks.append("1,").append(hours + 0.1 * i).append(",0,2,0,0,30,60\n");
    }
    double[] levels =
        file.predict(
            List.of(
                "ID,TIME,AMT,CMT,ADDL,II,AGE,WT",
                "1,0,83.3333333333,1," + hours / 8 + ",8,30,60",
                looks.toString().strip()));
    double mean = 0;
    for (int i = 1; i <= 80; i++) {
      mean += (levels[i] + levels[i + 1]) / 160;
    }

    assertThat(mean).isCloseTo(8.033, Percentage.withPercentage(0.5));
  }

  @Test
  void aFifthMoreDoseGivesMoreThanThreeTimesTheLevel() {
    assertThat(adult(file, 300) / adult(file, 250)).isCloseTo(3.6, within(0.001));
  }

  @Test
  void theLaboratoryMeasuresAboutHalfOfTheLevelAtAnAlbuminOf21() {
    // Sheiner and Tozer: 0.2 x 2.1 g/dL + 0.1 = 0.52; from 45 g/L on nothing is corrected.
    assertThat(measured(21) / measured(45)).isCloseTo(0.52, within(1e-9));
    assertThat(measured(50)).isEqualTo(measured(45));
    assertThat(measured(45)).isCloseTo(adult(file, 250), within(1e-9));
  }

  /** What is measured (output 3) at steady state of 250 mg a day. */
  private double measured(double albumin) {
    String person = ",30,60," + albumin;
    double rate = 250 / 24.0;
    return file.predict(
            List.of(
                "ID,TIME,AMT,RATE,CMT,AGE,WT,ALB",
                "1,0," + rate * YEARS + "," + rate + ",2" + person,
                "1," + YEARS + ",0,0,3" + person))[1];
  }

  @Test
  void aPerpetratorTakesAShareOfTheHighestRateOfElimination() {
    Map<String, Double> person = Map.of("AGE", 30.0, "WT", 60.0, "FCL", 0.6);
    assertThat(file.typical("VMAX", person)).isCloseTo(0.6 * 325 / 24, within(1e-9));
    assertThat(file.typical("KM", person)).isEqualTo(2.41);
  }

  @Test
  void theClimbAfterARaiseIsHeldTightlySoThatEveryChangeIsSeen() {
    int raise = 200 * 24;
    double[] levels =
        file.predict(
            List.of(
                "ID,TIME,AMT,CMT,ADDL,II,AGE,WT",
                "1,0,250,1,199,24,30,60",
                "1," + raise + ",0,2,0,0,30,60",
                "1," + raise + ",300,1,27,24,30,60",
                "1," + (raise + 7 * 24) + ",0,2,0,0,30,60",
                "1," + (raise + 14 * 24) + ",0,2,0,0,30,60",
                "1," + (raise + 28 * 24) + ",0,2,0,0,30,60"));

    assertThat(List.of(levels[1], levels[3], levels[4], levels[5]))
        .usingElementComparator((a, b) -> StrictMath.abs(a - b) < 1e-6 ? 0 : 1)
        .containsExactly(CLIMB);
  }

  private static final Double[] CLIMB = {5.654535, 11.239728, 14.433238, 18.287666};

  @ParameterizedTest
  @CsvSource({
    "'VMAX: 325/24', 'VMAX: 352/24'",
    "'KM: 2.41*', 'KM: 2.14*'",
    "'VMAX: 325/24', 'VMAX: 325/12'",
    "'WT/60', 'WT/70'"
  })
  void aWrongFigureInTheModelFileMissesThePrintedSteadyStates(String right, String wrong) {
    assertThat(aPrintedSteadyStateIsMissed(file.mistyped(right, wrong))).isTrue();
  }
}
