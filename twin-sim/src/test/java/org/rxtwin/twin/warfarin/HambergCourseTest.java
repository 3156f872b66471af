package org.rxtwin.twin.warfarin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DosingRecord;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.model.ModelLibrary;
import org.rxtwin.twin.model.ModelReader;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;

/** INR and S-warfarin over three weeks against another program, and exact relations of kinetics. */
class HambergCourseTest {
  private static final String COURSE = "hamberg-2007-course.csv";
  private final PkPdModel model = ModelLibrary.shipped().get("warfarin-hamberg-2007");

  private static Map<String, Double> person(double fcl) {
    return Map.of("AGE", 60.0, "C9", 13.0, "VK", 1.0, "FCL", fcl);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }

  @Test
  void equationsAgreeWithAnotherProgramDayByDay() {
    List<DosingRecord> records = new ArrayList<>();
    for (int day = 0; day < 21; day++) {
      records.add(DosingRecord.dose(day * 24, 2.5, 1, person(day > 10 ? 0.5 : 1)));
      records.add(
          DosingRecord.observation(day * 24 + 24, 11, Double.NaN, person(day >= 10 ? 0.5 : 1)));
      records.add(
          DosingRecord.observation(day * 24 + 24, 2, Double.NaN, person(day >= 10 ? 0.5 : 1)));
    }
    double[] values =
        Simulator.predict(model, records, new double[model.etas()], Budget.unlimited());
    List<Map<String, String>> rows = Resources.rows(COURSE);
    for (int day = 0; day < 21; day++) {
      assertThat(values[3 * day + 1])
          .as("INR on day %s", day + 1)
          .isCloseTo(number(rows.get(day), "INR"), Percentage.withPercentage(1e-4));
      assertThat(values[3 * day + 2])
          .as("S-warfarin on day %s", day + 1)
          .isCloseTo(number(rows.get(day), "CONC"), Percentage.withPercentage(1e-4));
    }
  }

  @Test
  void theQuickCourseAgreesWithAnotherProgramToAThousandth() {
    TreeMap<Double, Double> doses = new TreeMap<>();
    List<Double> looks = new ArrayList<>();
    for (int day = 0; day < 21; day++) {
      doses.put(day * 24.0, 5.0);
      looks.add(day * 24.0 + 24);
    }
    ClearanceCourse halves =
        new ClearanceCourse(Math.log(0.5), 0, 240, Double.POSITIVE_INFINITY, 1e-6, 1);
    InrCourse course = new InrParameters(model, 60, 13, 1).course(new double[model.etas()]);
    double[] inr =
        new Timeline(0, doses, looks, List.of(halves))
            .run(course, 0.5, new double[] {halves.log()});
    List<Map<String, String>> rows = Resources.rows(COURSE);
    for (int day = 0; day < 21; day++) {
      assertThat(inr[day])
          .as("INR on day %s", day + 1)
          .isCloseTo(number(rows.get(day), "INR"), Percentage.withPercentage(0.1));
    }
    assertThat(course.concentration())
        .isCloseTo(number(rows.get(20), "CONC"), Percentage.withPercentage(1e-4));
  }

  @Test
  void aSettledCourseStaysWhereItIs() {
    InrCourse course = new InrParameters(model, 60, 13, 1).course(new double[model.etas()]);
    course.settle(2.5, 24, 0.8);
    double before = course.inr();
    double concentration = course.concentration();
    for (int day = 0; day < 30; day++) {
      course.dose(2.5);
      course.advance(24, 0.8);
    }
    assertThat(course.inr()).isCloseTo(before, within(1e-9));
    assertThat(course.concentration()).isCloseTo(concentration, within(1e-12));
  }

  @Test
  void theMeanConcentrationAtSteadyStateIsDoseRateOverClearance() {
    // 2.5 mg a day of S-warfarin; CL = 0.314 * 0.547 * (1 - 0.0091 * (60 - 71)) L/h
    double expected = 2.5 / 24 / (0.314 * 0.547 * (1 + 0.0091 * 11));
    List<DosingRecord> records = new ArrayList<>();
    records.add(new DosingRecord(0, 1, 2.5, 0, 24, 0, 1, 1, 0, true, person(1)));
    int perHour = 20;
    for (int i = 0; i <= 24 * perHour; i++) {
      records.add(DosingRecord.observation(i / (double) perHour, 2, Double.NaN, person(1)));
    }
    double[] values =
        Simulator.predict(model, records, new double[model.etas()], Budget.unlimited());
    double area = 0; // Simpson
    for (int i = 0; i < 24 * perHour; i += 2) {
      area += (values[i + 1] + 4 * values[i + 2] + values[i + 3]) / (3.0 * perHour);
    }
    assertThat(area / 24).isCloseTo(expected, Percentage.withPercentage(1e-3));
  }

  @Test
  void theQuickCourseFollowsTheModelFileAndRefusesOneWithOtherEquations() {
    assertThat(SelfCheck.agrees(model)).isTrue();
    String yaml = Resources.text("/models/warfarin-hamberg-2007.yaml");
    PkPdModel other = ModelReader.read(yaml.replace("\"(A8-A9)/MTT1\"", "\"(A8-A9)/(2*MTT1)\""));
    assertThat(SelfCheck.agrees(other)).isFalse();
  }
}
