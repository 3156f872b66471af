package org.rxtwin.twin.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hirai 2022: the two forms of its equation agree, and its abstract's doses come out. */
class HiraiDigoxinTest {
  /** Table 3: clearance lost beside amiodarone. */
  private static final double AMIODARONE = 0.238;

  private final ModelFile file = ModelFile.shipped("digoxin-hirai-2022");

  private static double clearance(ModelFile file, double crcl, double amiodarone) {
    return file.typical("CL", Map.of("CRCL", crcl, "WT", 57.0, "FCL", 1 - AMIODARONE * amiodarone));
  }

  /** The equation in the paper's Results, which prints two digits of each figure. */
  private static double printed(double crcl, double amiodarone) {
    return 6.2 * StrictMath.pow(StrictMath.min(crcl, 120) / 60, 0.41) * (1 - 0.24 * amiodarone);
  }

  /** ng/mL at steady state every {@code step} hours of one interval of 24 h, both ends included. */
  private static double[] day(ModelFile file, double milligrams, double crcl, double step) {
    List<String> records = new ArrayList<>();
    records.add("ID,TIME,AMT,CMT,SS,II,CRCL,WT");
    String person = "," + crcl + ",57";
    records.add("1,0," + milligrams + ",1,1,24" + person);
    for (int i = 0; i * step <= 24; i++) {
      records.add("1," + i * step + ",0,2,0,0" + person);
    }
    double[] all = file.predict(records);
    return java.util.Arrays.copyOfRange(all, 1, all.length);
  }

  private static double trough(ModelFile file, double milligrams, double crcl) {
    return day(file, milligrams, crcl, 24)[1];
  }

  private static boolean theTwoPrintedFormsDisagree(ModelFile file) {
    for (double crcl : new double[] {15, 30, 60, 90, 120, 200}) {
      for (double amiodarone : new double[] {0, 1}) {
        double ratio = clearance(file, crcl, amiodarone) / printed(crcl, amiodarone);
        if (!(ratio > 0.99 && ratio < 1.01)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void clearanceIsWhatTable3AndTheEquationOfTheResultsSay() {
    assertThat(clearance(file, 60, 0)).isEqualTo(6.209);
    assertThat(clearance(file, 60, 1)).isCloseTo(6.209 * 0.762, within(1e-12));
    assertThat(theTwoPrintedFormsDisagree(file)).isFalse();
  }

  @Test
  void creatinineClearanceCountsUpTo120MillilitresPerMinute() {
    assertThat(clearance(file, 150, 0)).isEqualTo(clearance(file, 120, 0));
    assertThat(clearance(file, 120, 0)).isGreaterThan(clearance(file, 110, 0));
  }

  @ParameterizedTest
  @CsvSource({"0.25, 60", "0.125, 60", "0.125, 30", "0.0625, 90"})
  void theMeanLevelAtSteadyStateIsTheDoseRateOverTheClearance(double milligrams, double crcl) {
    double[] day = day(file, milligrams, crcl, 0.05);
    double area = 0;
    for (int i = 1; i < day.length; i++) {
      area += 0.05 * (day[i] + day[i - 1]) / 2;
    }

    // mg/h over L/h is mg/L; ng/mL is a thousandth of it
    double expected = 1000 * milligrams / 24 / clearance(file, crcl, 0);
    assertThat(area / 24).isCloseTo(expected, Percentage.withPercentage(0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {15, 30, 45, 60, 75, 90, 120})
  void aQuarterMilligramLeavesMoreThanHalfAtNineTenthsOrMoreWhateverTheKidney(double crcl) {
    // The abstract. Half of the patients lie above the typical one.
    assertThat(trough(file, 0.25, crcl)).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {40, 60, 75, 90})
  void anEighthMilligramSuitsMost(double crcl) {
    // The abstract: 0.125 mg daily is the dose of most; the cohort's quartiles are 41 to 76 mL/min.
    assertThat(trough(file, 0.125, crcl)).isBetween(0.5, 0.9);
  }

  @Test
  void oneTroughIsHeldTightlySoThatEveryChangeIsSeen() {
    assertThat(trough(file, 0.125, 60)).isCloseTo(TROUGH, within(1e-9));
  }

  private static final double TROUGH = 0.6816930513979368;

  @ParameterizedTest
  @CsvSource({
    "'CL: 6.209*', 'CL: 6.902*'",
    "'**0.409', '**0.49'",
    "'min(CRCL,120)', 'min(CRCL,100)'"
  })
  void aWrongFigureInTheModelFileMakesTheEquationRed(String right, String wrong) {
    assertThat(theTwoPrintedFormsDisagree(file.mistyped(right, wrong))).isTrue();
  }

  @Test
  void aWrongFactorOfUnitsIsFarFromTheDosesOfTheAbstract() {
    ModelFile wrong = file.mistyped("scale: V1/1000", "scale: V1");
    assertThat(trough(wrong, 0.125, 60)).isLessThan(0.01);
  }
}
