package org.rxtwin.twin.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Andrews 2019: what the paper prints of its covariates, and the course that nlmixr2lib's own
 * transcription (run by rxode2, printed in its vignette) gives for the reference patient.
 */
class AndrewsTacrolimusTest {
  private static final String COLUMNS = ",AGE,BSA,LBM,C3A5";
  private static final String REFERENCE = ",55.72,1.93,58.94,0";

  private final ModelFile file = ModelFile.shipped("tacrolimus-andrews-2019");

  private static Map<String, Double> reference(String changed, double value) {
    Map<String, Double> person = new LinkedHashMap<>();
    person.put("AGE", 55.72);
    person.put("BSA", 1.93);
    person.put("LBM", 58.94);
    person.put("C3A5", 0.0);
    person.put(changed, value);
    return person;
  }

  private static double clearance(ModelFile file, String covariate, double value) {
    return file.typical("CL", reference(covariate, value));
  }

  /** Percent by which clearance moves from one value of a covariate to another, as printed. */
  private static boolean aPrintedEffectIsMissed(ModelFile file) {
    double age = 100 * (1 - clearance(file, "AGE", 65) / clearance(file, "AGE", 25));
    double surface = 100 * (clearance(file, "BSA", 2.25) / clearance(file, "BSA", 1.5) - 1);
    double expresser = clearance(file, "C3A5", 1) / clearance(file, "C3A5", 0);
    double carrier = clearance(file, "C3A4", 1) / clearance(file, "C3A4", 2);
    return StrictMath.rint(age) != 34
        || StrictMath.rint(surface) != 43
        || StrictMath.abs(expresser - 1.631) > 1e-9
        || StrictMath.abs(carrier - 0.8) > 1e-9;
  }

  @ParameterizedTest
  @CsvSource({"CL, 23.0", "V1, 692", "V2, 5340", "Q, 11.6", "KA, 3.58"})
  void theReferencePatientIsTheTypicalOneOfTable2(String parameter, double value) {
    assertThat(file.typical(parameter, reference("C3A5", 0))).isCloseTo(value, within(1e-9));
  }

  @Test
  void ageBodySurfaceAndGenesActAsThePaperPrints() {
    // Age 25 to 65 years: 34 % less. Body surface 2.25 for 1.5 m2: 43 % more. Expresser: 1.631.
    // CYP3A4*22: 0.8.
    assertThat(aPrintedEffectIsMissed(file)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"HCT, 25, 40", "SCR, 60, 400", "ALB, 45, 30"})
  void clearanceIsHigherWithLowHaematocritLowCreatinineAndHighAlbumin(
      String covariate, double faster, double slower) {
    assertThat(clearance(file, covariate, faster))
        .isGreaterThan(clearance(file, covariate, slower));
  }

  @Test
  void aHaematocritAsAFractionWouldBeWrongByAFactorOfThirty() {
    assertThat(clearance(file, "HCT", 0.34) / clearance(file, "HCT", 34)).isBetween(30.0, 35.0);
  }

  @Test
  void anUnknownGenotypeLiesBetweenBothAndMostOfTheCohortDoNotExpress() {
    double unknown = clearance(file, "C3A5", -1);
    assertThat(unknown).isBetween(clearance(file, "C3A5", 0), clearance(file, "C3A5", 1));
    assertThat(unknown / 23.0).isCloseTo(StrictMath.pow(1.631, 86 / 337.0), within(0.0005));
  }

  /** ng/mL every quarter of an hour of the twelve after day 90 of 5 mg twice a day. */
  private static double[] day90(ModelFile file) {
    int start = 90 * 24;
    List<String> records = new ArrayList<>();
    records.add("ID,TIME,AMT,CMT,ADDL,II" + COLUMNS);
    records.add("1,0,5,1,180,12" + REFERENCE);
    for (int i = 0; i <= 48; i++) {
      records.add("1," + (start + 0.25 * i) + ",0,2,0,0" + REFERENCE);
    }
    double[] all = file.predict(records);
    return java.util.Arrays.copyOfRange(all, 1, all.length);
  }

  @Test
  void theReferencePatientOnFiveMilligramsIsWhereRxodeAndTheLeidenProtocolPutHim() {
    double[] levels = day90(file);
    double area = 0;
    for (int i = 1; i < levels.length; i++) {
      area += 0.25 * (levels[i] + levels[i - 1]) / 2;
    }

    // rxode2 through nlmixr2lib, vignette Andrews_2019_tacrolimus
    assertThat(area).isCloseTo(213.94299, within(0.001));
    assertThat(levels[48]).isCloseTo(14.86746, within(0.0001));
    // The paper: Leiden aims at an AUC of 210 ng*h/mL, which goes with troughs of 10 to 15 ng/mL.
    assertThat(area).isBetween(200.0, 220.0);
  }

  @Test
  void theTroughRisesForWeeksBecauseTheTerminalHalfLifeIsTwentyDays() {
    List<String> records = new ArrayList<>();
    records.add("ID,TIME,AMT,CMT,ADDL,II" + COLUMNS);
    records.add("1,0,5,1,400,12" + REFERENCE);
    for (int day : new int[] {3, 10, 28, 180}) {
      records.add("1," + day * 24 + ",0,2,0,0" + REFERENCE);
    }
    double[] levels = file.predict(records);

    assertThat(List.of(levels[1], levels[2], levels[3], levels[4])).isSorted();
    assertThat(levels[4] / levels[2]).isGreaterThan(1.2);
    assertThat(levels[2]).isCloseTo(DAY_10, within(1e-9));
  }

  private static final double DAY_10 = 10.621180653230573;

  @ParameterizedTest
  @CsvSource({
    "'(AGE/55.72)**(-0.43)', '(AGE/55.72)**(-0.34)'",
    "'(BSA/1.93)**0.88', '(BSA/1.93)**0.83'",
    "'1.631 if C3A5>0', '1.361 if C3A5>0'",
    "'0.80 if C3A4<2', '0.08 if C3A4<2'"
  })
  void aWrongFigureInTheModelFileMissesAPrintedEffect(String right, String wrong) {
    assertThat(aPrintedEffectIsMissed(file.mistyped(right, wrong))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'CL: 23.0', 'CL: 32.0'",
    "'V1: 692', 'V1: 962'",
    "'V2: 5340', 'V2: 534'",
    "'Q: 11.6', 'Q: 16.1'",
    "'KA: 3.58', 'KA: 0.358'",
    "'ALAG1: 0.38', 'ALAG1: 3.8'"
  })
  void aWrongKineticFigureMissesTheCourseOfTheOtherProgram(String right, String wrong) {
    assertThat(day90(file.mistyped(right, wrong))[48]).isNotCloseTo(14.86746, within(0.001));
  }
}
