package org.rxtwin.hl7.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ResultValue.Comparator;

class MeasurementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5.4; EQUAL; 5.4; ''; false",
        "<5.4; LESS; 5.4; ''; false",
        "> 128; GREATER; 128; ''; false",
        ">=10; AT_LEAST; 10; ''; false",
        "\u22642; AT_MOST; 2; ''; false",
        "5,4; EQUAL; 5.4; ''; true",
        "<0,125; LESS; 0.125; ''; true",
        "5.4 mg/L; EQUAL; 5.4; mg/L; false",
        "-3; EQUAL; -3; ''; false"
      })
  void aNumberIsReadWithItsComparatorAndUnit(
      String text, Comparator comparator, double value, String unit, boolean comma) {
    assertThat(Measurement.find(text)).contains(new Measurement(comparator, value, unit, comma));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1,234", "1.234,5", "1,234.5", "3-5", "1:128", "5..4", "12:30", "five", "5 4", ""})
  void whatMayMeanTwoThingsIsNoNumber(String text) {
    assertThat(Measurement.find(text)).isEmpty();
  }

  @Test
  void aStructuredRangeOrTitreIsNoSingleNumber() {
    assertThat(Measurement.findStructured("<", "5", "", "")).isPresent();
    assertThat(Measurement.findStructured("", "1", ":", "128")).isEmpty();
    assertThat(Measurement.findStructured("", "100", "-", "200")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MG/DL, mg/dL",
    "mmol/l, mmol/L",
    "K/uL, 10*3/uL",
    "x10*9/L, 10*9/L",
    "G/L, g/L",
    "IU/L, [IU]/L",
    "\u00b5mol/L, umol/L",
    "mcg/mL, ug/mL",
    "mEq/L, meq/L",
    "mL/min/1.73m2, 'mL/min/{1.73_m2}'",
    "SEC, s",
    "10*3/uL, 10*3/uL",
    "kg, kg",
    "mmHg, mm[Hg]",
    "mg/100ml, mg/dL",
    "K/cumm, 10*3/uL",
    "x10E9/L, 10*9/L",
    "10*3/mm3, 10*3/uL",
    "\u043c\u043a\u043c\u043e\u043b\u044c/\u043b, umol/L",
    "\u043c\u043c\u043e\u043b\u044c/\u043b, mmol/L",
    "\u6beb\u6469\u5c14/\u5347, mmol/L",
    "\u00d710^9/L, 10*9/L",
    "oz, [oz_av]",
    "ft, [ft_i]",
    "MDC_DIM_DEGC, Cel",
    "MDC_DIM_BEAT_PER_MIN, /min",
    "copies/\u00b5L, '{copies}/uL'"
  })
  void unitsOfLaboratoriesBecomeUcum(String written, String ucum) {
    assertThat(ResultUnits.find(written, Map.of())).contains(ucum);
    assertThat(Ucum.shared().isCode(ucum)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08vbg", "ERU", "enzyme units", "MMOLL", "see note"})
  void aWordThatIsNoUnitIsNotRead(String written) {
    assertThat(ResultUnits.find(written, Map.of())).isEmpty();
  }
}
