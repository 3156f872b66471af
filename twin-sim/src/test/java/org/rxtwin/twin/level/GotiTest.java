package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DataReader;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.fit.Estimator;
import org.rxtwin.twin.model.Domain.Place;
import org.rxtwin.twin.model.ModelLibrary;
import org.rxtwin.twin.model.PkPdModel;

/** The vancomycin model against what Goti 2018 prints, and against another program's answers. */
class GotiTest {
  private static final PkPdModel MODEL = ModelLibrary.shipped().get("vancomycin-goti-2018");
  private static final double[] TYPICAL = new double[3];

  private static Map<String, Double> parameters(double weight, double crcl, double dialysis) {
    return MODEL.parameters(Map.of("WT", weight, "CRCL", crcl, "HD", dialysis), TYPICAL);
  }

  private static double value(Map<String, Double> parameters, String name) {
    return Objects.requireNonNull(parameters.get(name));
  }

  @ParameterizedTest
  @CsvSource({
    // Discussion, first paragraph: volume at steady state 1.4 L/kg, 1.0 L/kg on haemodialysis
    "0, 1.4",
    "1, 1.0"
  })
  void theVolumeAtSteadyStateIsThePapers(double dialysis, double litresPerKg) {
    Map<String, Double> p = parameters(70, 60, dialysis);

    assertThat((value(p, "V1") + value(p, "V2")) / 70).isCloseTo(litresPerKg, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({
    // kg, mL/min, dialysis -> CL by Table 2's equation, worked by hand
    "70, 120, 0, 4.5",
    "70, 60, 0, 2.5846", // 4.5 x 0.5^0.8
    "82, 24, 0, 1.2418", // 4.5 x 0.2^0.8
    "82, 95, 0, 3.7326",
    "70, 60, 1, 1.8092", // x 0.7
    "70, 150, 0, 5.3795", // 4.5 x 1.25^0.8
    "70, 300, 0, 5.3795" // above 150 taken as 150
  })
  void clearanceFollowsTableTwo(double weight, double crcl, double dialysis, double litresPerHour) {
    assertThat(parameters(weight, crcl, dialysis).get("CL"))
        .isCloseTo(litresPerHour, Percentage.withPercentage(0.01));
  }

  @Test
  void bothVolumesGrowWithWeightAsTheMethodsSay() {
    assertThat(parameters(140, 60, 0).get("V1")).isCloseTo(2 * 58.4, within(1e-9));
    assertThat(parameters(140, 60, 0).get("V2")).isCloseTo(2 * 38.4, within(1e-9));
    assertThat(parameters(140, 60, 0).get("Q")).isEqualTo(6.5);
  }

  @Test
  void theSpreadIsThatOfTableTwo() {
    // CV 39.8, 81.6 and 57.1 %
    for (int i = 0; i < 3; i++) {
      double cv = List.of(0.398, 0.816, 0.571).get(i);
      assertThat(MODEL.omega().getEntry(i, i)).isCloseTo(Math.log(1 + cv * cv), within(5e-5));
    }
  }

  /** posologyr's article on AUC based dosing: patient B, 70 kg, CrCl 65, two levels. */
  private static final String PATIENT_B =
      """
      ID,TIME,AMT,RATE,EVID,DV,MDV,WT,CRCL,HD
      1,0,2000,1000,1,.,1,70,65,0
      1,13,0,0,0,12,0,70,65,0
      1,24.2,1000,500,1,.,1,70,65,0
      1,48,0,0,0,9.5,0,70,65,0
      """;

  @Test
  void anotherProgramFindsNearlyTheSamePersonBehindTwoLevels() {
    Estimator.Estimate person =
        Estimator.estimate(
                MODEL,
                DataReader.read(MODEL, PATIENT_B),
                Estimator.Options.plain(),
                Budget.unlimited())
            .get(0);

    // It prints 1200 mg a day for an AUC24 of 400, a clearance of 3.0 L/h; its residual is the sum
    // of the two parts squared, ours the sum of the squares, so the last percents differ.
    assertThat(400 * value(person.parameters(), "CL"))
        .isCloseTo(1200, Percentage.withPercentage(4));
    // Regression
    assertThat(person.parameters().get("CL")).isCloseTo(2.950885, within(1e-4));
  }

  @Test
  void theFirstGramLooksAsItDid() {
    // Regression: 1000 mg over an hour, 70 kg, CrCl 120; a change here wants a reason.
    double[] seen =
        Simulator.predict(
            MODEL,
            DataReader.read(
                    MODEL,
                    """
                    ID,TIME,AMT,RATE,EVID,WT,CRCL,HD
                    1,0,1000,1000,1,70,120,0
                    1,1,0,0,0,70,120,0
                    1,12,0,0,0,70,120,0
                    """)
                .get(0)
                .records(),
            TYPICAL,
            Budget.unlimited());
    assertThat(seen[1]).isCloseTo(15.654286, within(1e-6));
    assertThat(seen[2]).isCloseTo(5.201755, within(1e-6));
  }

  @Test
  void theDomainIsThatOfTableOne() {
    assertThat(MODEL.text().domain().place("age_years", 57)).isEqualTo(Place.INSIDE);
    assertThat(MODEL.text().domain().place("age_years", 12)).isEqualTo(Place.OUTSIDE_HARD);
    assertThat(MODEL.text().domain().place("weight_kg", 20)).isEqualTo(Place.OUTSIDE_HARD);
  }
}
