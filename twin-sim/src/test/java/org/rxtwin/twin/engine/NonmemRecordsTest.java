package org.rxtwin.twin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.engine.Simulator.Prediction;
import org.rxtwin.twin.model.ModelReader;
import org.rxtwin.twin.model.PkPdModel;

/** The records of 29 dosing scenarios give the concentrations NONMEM prints (five digits). */
class NonmemRecordsTest {
  private static final String CLOSED_FORM = Resources.text("nonmem-records.yaml");
  private static final String EQUATIONS =
      CLOSED_FORM.replace(
          "structure: one-compartment-oral", "ode: [\"-KA*A1\", \"KA*A1-CL/V1*A2\"]");
  private static final double HALF_LAST_DIGIT = 6e-5;

  /** Largest relative difference of any record of each scenario above the tolerance. */
  private static Map<String, Double> disagreeing(String model, String table) {
    PkPdModel read = ModelReader.read(model);
    List<Prediction> answers =
        Simulator.simulate(
            read, DataReader.read(read, Resources.csv(table)), Map.of(), Budget.unlimited());
    List<Map<String, String>> rows = Resources.rows(table);
    Map<String, Double> worst = new TreeMap<>();
    assertThat(answers).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      double printed = Double.parseDouble(rows.get(i).getOrDefault("CP_NONMEM", ""));
      double difference = Math.abs(answers.get(i).pred() - printed);
      double relative = printed == 0 ? difference : difference / printed;
      if (relative > HALF_LAST_DIGIT) {
        worst.merge(answers.get(i).id() + " t=" + rows.get(i).get("time"), relative, Math::max);
      }
    }
    return worst;
  }

  @ParameterizedTest
  @CsvSource({"nonmem-records.csv", "nonmem-time-varying.csv"})
  void closedFormsAgreeWithNonmemOnEveryRecord(String table) {
    assertThat(disagreeing(CLOSED_FORM, table)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nonmem-records.csv", "nonmem-time-varying.csv"})
  void differentialEquationsAgreeWithNonmemOnEveryRecord(String table) {
    assertThat(disagreeing(EQUATIONS, table)).isEmpty();
  }

  @Test
  void theComparisonGoesRedWhenAFigureOfTheModelIsWrong() {
    assertThat(disagreeing(CLOSED_FORM.replace("V1: 20", "V1: 20.01"), "nonmem-records.csv"))
        .isNotEmpty();
    assertThat(disagreeing(CLOSED_FORM.replace("ALAG2: LAGT, ", ""), "nonmem-records.csv"))
        .isNotEmpty();
    assertThat(disagreeing(CLOSED_FORM.replace("0.75", "0.74"), "nonmem-time-varying.csv"))
        .isNotEmpty();
  }
}
