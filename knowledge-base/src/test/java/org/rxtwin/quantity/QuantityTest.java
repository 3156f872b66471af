package org.rxtwin.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, -5, Double.NaN, Double.POSITIVE_INFINITY})
  void aDoseIsAFiniteNumberAboveZero(double amount) {
    assertThatThrownBy(() -> Dose.milligrams(amount))
        .isInstanceOf(QuantityException.class)
        .hasMessageContaining("expected a finite number above zero as dose, came dose (")
        .hasMessageContaining(" mg)")
        .hasMessageContaining("\nMaybe ");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aConcentrationAndAClearanceMayBeZeroButNeverLess(double value) {
    assertThat(new Concentration(0).milligramsPerLitre()).isZero();
    assertThat(new Clearance(0).litresPerHour()).isZero();
    assertThatThrownBy(() -> new Concentration(value)).hasMessageContaining("mg/L");
    assertThatThrownBy(() -> new Clearance(value)).hasMessageContaining("L/h");
  }

  @Test
  void aHundredMillilitresAMinuteAreSixLitresAnHour() {
    Clearance kidney = Clearance.ofMillilitresPerMinute(100);

    assertThat(kidney.litresPerHour()).isEqualTo(6.0);
    assertThat(kidney.millilitresPerMinute()).isEqualTo(100.0);
  }

  @ParameterizedTest
  @CsvSource({"5, 5 mg", "2.5, 2.5 mg", "1000, 1000 mg", "0.0625, 0.0625 mg"})
  void aDoseIsWrittenAsAPharmacistWritesIt(double amount, String text) {
    assertThat(Dose.milligrams(amount)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"2.449999, 1, 2.4", "2.45, 1, 2.5", "0.0001, 2, 0", "-0.0001, 2, 0", "100, 2, 100"})
  void figuresAreRoundedHalfUpWithoutTrailingZeros(double value, int decimals, String text) {
    assertThat(Figures.rounded(value, decimals)).isEqualTo(text);
  }

  /** (140 - age) x weight / (72 x creatinine), x 0.85 for women: worked by hand. */
  @ParameterizedTest
  @CsvSource({
    "60, 72, 1.0, false, 80.0",
    "60, 72, 1.0, true, 68.0",
    "80, 60, 2.0, false, 25.0",
    "140, 60, 2.0, false, 0.0",
    "150, 60, 2.0, false, 0.0"
  })
  void creatinineClearanceFollowsCockcroftAndGault(
      double age, double weight, double creatinine, boolean female, double expected) {
    RenalFunction estimate = RenalFunction.cockcroftGault(age, weight, creatinine, female);

    assertThat(estimate.value()).isCloseTo(expected, within(1e-9));
    assertThat(estimate.estimator().unit()).isEqualTo("mL/min");
  }

  /** At creatinine = k both minimum and maximum are one: 142 x 0.9938^age (x 1.012). */
  @Test
  void filtrationRateFollowsCkdEpi2021() {
    double man = RenalFunction.ckdEpi2021(50, 0.9, false).value();
    double woman = RenalFunction.ckdEpi2021(50, 0.7, true).value();
    double doubled = RenalFunction.ckdEpi2021(50, 1.8, false).value();

    assertThat(man).isCloseTo(142 * StrictMath.pow(0.9938, 50), within(1e-9));
    assertThat(woman).isCloseTo(1.012 * man, within(1e-9));
    assertThat(doubled / man).isCloseTo(StrictMath.pow(2, -1.2), within(1e-9));
  }

  @Test
  void noEstimateIsMadeOfACreatinineOfZero() {
    assertThatThrownBy(() -> RenalFunction.ckdEpi2021(50, 0, false))
        .hasMessageContaining("creatinine");
    assertThatThrownBy(() -> RenalFunction.cockcroftGault(50, 70, 0, false))
        .hasMessageContaining("creatinine");
    assertThatThrownBy(() -> RenalFunction.cockcroftGault(50, 0, 1, false))
        .hasMessageContaining("weight");
  }

  @Test
  void everyDoseUnitNamesItsUcumCode() {
    assertThat(DoseUnit.values()).extracting(DoseUnit::ucum).doesNotHaveDuplicates();
  }
}
