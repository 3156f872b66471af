package org.rxtwin.twin.warfarin;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tabulated curve against its formula, at every concentration a course can ask for. */
class SigmoidEmaxTest {
  @ParameterizedTest
  @CsvSource({"1.08, 1.15", "4.61, 1.15", "0.17, 1.15", "1.0, 0.6", "2.0, 3.0"})
  void agreesWithTheFormulaToTwoMillionthsAtEveryConcentration(double ec50, double gamma) {
    SigmoidEmax emax = new SigmoidEmax(ec50, gamma);
    double concentration = ec50 / 1e5;
    while (concentration < ec50 * 1e4) {
      double power = StrictMath.pow(concentration / ec50, gamma);
      assertThat(emax.at(concentration))
          .as("%s mg/L with EC50 %s and GAMMA %s", concentration, ec50, gamma)
          .isCloseTo(power / (1 + power), Percentage.withPercentage(2e-4));
      concentration *= 1.0037;
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "-1e-18"})
  void noDrugHasNoEffect(double concentration) {
    assertThat(new SigmoidEmax(1.08, 1.15).at(concentration)).isZero();
  }
}
