package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.DoseUnit;

class DoseUnitsTest {
  @ParameterizedTest
  @CsvSource({
    "mg, MG, 1",
    "MG, MG, 1",
    "mgm, MG, 1",
    "mg., MG, 1",
    "g, MG, 1000",
    "mcg, MG, 0.001",
    "ug, MG, 0.001",
    "\u00b5g, MG, 0.001",
    "\u03bcg, MG, 0.001",
    "ng, MG, 0.000001",
    "kg, MG, 1000000",
    "UNIT, UNIT, 1",
    "IU, UNIT, 1",
    "[iU], UNIT, 1",
    "k[IU], UNIT, 1000",
    "mL, ML, 1",
    "CC, ML, 1",
    "L, ML, 1000",
    "dL, ML, 100",
    "tab, PIECE, 1",
    "CAP, PIECE, 1",
    "caps, PIECE, 1",
    "mmol, MMOL, 1",
    "umol, MMOL, 0.001",
    "mEq, MEQ, 1",
    "MEQ, MEQ, 1",
    "mval, MEQ, 1",
    "\u00b5mol, MMOL, 0.001",
    "\u03bcmol, MMOL, 0.001",
    "gtt, PIECE, 1"
  })
  void wordsOfPharmaciesAndUcumAreRead(String word, DoseUnit unit, double factor) {
    Measure measure = DoseUnits.find(word, Map.of()).orElseThrow();

    assertThat(measure.unit()).isEqualTo(unit);
    assertThat(measure.factor()).isCloseTo(factor, within(factor * 1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gr",
        "MU",
        "mg/kg",
        "mg/h",
        "mg/m2",
        "75 mg",
        "43",
        "1",
        "%",
        "10*3",
        "{nonsense}",
        "mgs/day",
        "eq",
        "m",
        "(((((((((("
      })
  void whatMeansTwoThingsOrIsNoDoseIsNotRead(String word) {
    assertThat(DoseUnits.find(word, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mg99999999", "L40000000", "10*99999999", "m-88888888"})
  void aUnitThatWouldNeverBeMultipliedOutIsRefusedAtOnce(String word) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(DoseUnits.find(word, Map.of())).isEmpty();
          assertThat(Ucum.shared().findFactor(word, "mg")).isEmpty();
          assertThat(ResultUnits.find(word + "/L99999999", Map.of())).isEmpty();
        });
  }

  @Test
  void theSendersOwnWordComesFirst() {
    assertThat(DoseUnits.find("43", Map.of("43", "ug"))).contains(new Measure(DoseUnit.MG, 1e-3));
  }
}
