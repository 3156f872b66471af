package org.rxtwin.twin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.engine.Simulator.Prediction;
import org.rxtwin.twin.model.ModelReader;
import org.rxtwin.twin.model.PkPdModel;

/** Closed forms, equations and the text-book formulas agree; what cannot be meant is refused. */
class SimulatorTest {
  private static final String HEAD =
      """
      model: test
      drug: none
      source: {citation: "none"}
      population: {n: 0, describe: "none"}
      units: {amount: mg, time: h, volume: L, concentration: mg/L}
      parameters: {KA: 0.9, CL: 4*exp(ETA1), V1: 30, Q: 6, V2: 50}
      omega: [[0.1]]
      outputs: {CENTRAL: {scale: V1}}
      """;
  private static final String TWO_ORAL =
      HEAD + "compartments: [DEPOT, CENTRAL, PERIPH]\nstructure: two-compartment-oral\n";
  private static final String TWO_ORAL_EQUATIONS =
      HEAD
          + "compartments: [DEPOT, CENTRAL, PERIPH]\n"
          + "ode: [\"-KA*A1\", \"KA*A1-(CL+Q)/V1*A2+Q/V2*A3\", \"Q/V1*A2-Q/V2*A3\"]\n";
  private static final String ONE = HEAD + "compartments: [CENTRAL]\nstructure: one-compartment\n";

  private static double[] run(String model, String csv) {
    PkPdModel read = ModelReader.read(model);
    Subject subject = DataReader.read(read, csv).get(0);
    return Simulator.predict(read, subject.records(), new double[1], Budget.unlimited());
  }

  @Test
  void aBolusFallsByTheExponentialOfItsRateConstant() {
    double[] c = run(ONE, "ID,TIME,AMT,CMT,DV\n1,0,100,1,.\n1,5,.,1,.\n1,12,.,1,.\n");

    assertThat(c[0]).isEqualTo(100 / 30.0);
    assertThat(c[1]).isCloseTo(100 / 30.0 * Math.exp(-4 / 30.0 * 5), within(1e-13));
    assertThat(c[2]).isCloseTo(100 / 30.0 * Math.exp(-4 / 30.0 * 12), within(1e-13));
  }

  @Test
  void aSteadyStateIsTheGeometricSum() {
    double[] c = run(ONE, "ID,TIME,AMT,CMT,SS,II\n1,0,100,1,1,8\n");

    assertThat(c[0]).isCloseTo(100 / 30.0 / (1 - Math.exp(-4 / 30.0 * 8)), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "'ID,TIME,AMT,CMT,ADDL,II,RATE\n1,0,100,1,3,12,0\n1,7,0,2,0,0,0\n1,30,0,2,0,0,0\n'",
    "'ID,TIME,AMT,CMT,ADDL,II,RATE\n1,0,100,2,3,12,25\n1,3,0,2,0,0,0\n1,50,0,2,0,0,0\n'",
    "'ID,TIME,AMT,CMT,SS,II,RATE\n1,0,100,1,1,12,0\n1,7,0,2,0,0,0\n'",
    "'ID,TIME,AMT,CMT,SS,II,RATE\n1,0,100,2,1,4,20\n1,2,0,2,0,0,0\n1,9,0,2,0,0,0\n'"
  })
  void matrixExponentialAndEquationsAgree(String csv) {
    double[] closed = run(TWO_ORAL, csv);
    double[] equations = run(TWO_ORAL_EQUATIONS, csv);
    for (int i = 0; i < closed.length; i++) {
      assertThat(equations[i]).isCloseTo(closed[i], within(1e-8));
    }
  }

  @Test
  void aFastAndASlowRateTogetherLoseNoDigits() {
    double[] product = MatrixExponential.of(new double[] {-400, 0, 400, -1e-3}, 2);
    assertThat(product[3]).isCloseTo(Math.exp(-1e-3), Percentage.withPercentage(1e-10));
    assertThatThrownBy(() -> MatrixExponential.of(new double[] {Double.NaN}, 1))
        .hasMessageContaining("finite rate constants");
  }

  @Test
  void anObservationAtTheTimeOfADoseComesBeforeItWhenItStandsBefore() {
    double[] c = run(ONE, "ID,TIME,AMT,EVID,CMT\n1,0,100,1,1\n1,8,0,0,1\n1,8,100,1,1\n1,8,0,0,1\n");

    double left = 100 / 30.0 * Math.exp(-4 / 30.0 * 8);
    assertThat(c[1]).isCloseTo(left, within(1e-12));
    assertThat(c[3]).isCloseTo(left + 100 / 30.0, within(1e-12));
  }

  @Test
  void anAdditionalDoseDueAtTheTimeOfARecordEntersBeforeItWhateverTheRounding() {
    // 0.1 + 2 * 0.1 is 0.30000000000000004
    double[] c = run(ONE, "ID,TIME,AMT,CMT,ADDL,II\n1,0.1,100,1,2,0.1\n1,0.3,0,1,0,0\n");

    double decay = Math.exp(-4 / 30.0 * 0.1);
    assertThat(c[1]).isCloseTo(100 / 30.0 * (1 + decay + decay * decay), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0", "3", "8", "19"})
  void aSteadyStateWithALagIsWhatManyDosesBeforeItLead(double lag) {
    String lagged = ONE + "dose: {ALAG1: \"" + lag + "\"}\n";
    StringBuilder history = new StringBuilder("ID,TIME,AMT,CMT\n");
    for (int dose = -60; dose <= 0; dose++) {
      history.append("1,").append(8 * dose).append(",100,1\n");
    }
    String looks = "1,2,0,1\n1,6,0,1\n1,11,0,1\n1,20,0,1\n";
    double[] explicit = run(lagged, history + looks);
    double[] steady =
        run(lagged, "ID,TIME,AMT,CMT,SS,II\n1,0,100,1,1,8\n" + looks.replace(",1\n", ",1,0,0\n"));

    for (int i = 1; i <= 4; i++) {
      assertThat(steady[i]).isCloseTo(explicit[60 + i], within(1e-9));
    }
  }

  @Test
  void aParameterThatIsNoNumberIsNamedInsteadOfAConcentrationOfZero() {
    assertThatThrownBy(
            () -> run(ONE.replace("V1: 30", "V1: 30/0"), "ID,TIME,AMT\n1,0,100\n1,5,0\n"))
        .hasMessageContaining("parameter V1, came Infinity")
        .hasMessageContaining("\nMaybe ");
  }

  @Test
  void individualPredictionsStandBesideTypicalOnes() {
    PkPdModel model = ModelReader.read(ONE);
    List<Subject> data =
        DataReader.read(model, "id,time,amt,cmt\n7,0,100,1\n7,5,0,1\n8,0,100,1\n8,5,0,1\n");
    List<Prediction> answer =
        Simulator.simulate(model, data, Map.of("8", new double[] {0.2}), Budget.unlimited());

    assertThat(answer).extracting(Prediction::id).containsExactly("7", "7", "8", "8");
    assertThat(answer.get(1).ipred()).isEqualTo(answer.get(1).pred());
    assertThat(answer.get(3).pred()).isEqualTo(answer.get(1).pred());
    assertThat(answer.get(3).ipred())
        .isCloseTo(100 / 30.0 * Math.exp(-4 * Math.exp(0.2) / 30 * 5), within(1e-12));
    assertThat(answer.toString() + data).doesNotContain("7, ");
  }

  @Test
  void covariatesHoldBackwardsAndAnEmptyCellTakesTheValueBefore() {
    String model = ONE.replace("CL: 4*exp(ETA1)", "CL: W*exp(ETA1)") + "covariates: [W]\n";
    double[] c = run(model, "ID,TIME,AMT,CMT,W\n1,0,100,1,\n1,5,0,1,3\n1,9,0,1,.\n1,12,0,1,6\n");

    double exponent = 3 / 30.0 * 5 + 3 / 30.0 * 4 + 6 / 30.0 * 3;
    assertThat(c[3]).isCloseTo(100 / 30.0 * Math.exp(-exponent), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | expected a header",
        "'A,B\n1,2' | ID and TIME",
        "'ID,TIME\n1,2,3' | line 2: expected 2 cells",
        "'ID,TIME\n1,x' | line 2: expected a number in column TIME",
        "'ID,TIME\n1,' | line 2: expected a time",
        "'ID,TIME,EVID\n1,0,7' | EVID from 0 to 4",
        "'ID,TIME,AMT,SS\n1,0,5,1' | II above 0 with SS",
        "'ID,TIME,AMT,ADDL\n1,0,5,2' | II above 0 with ADDL",
        "'ID,TIME,AMT,RATE\n1,0,5,-3' | RATE of at least 0",
        "'ID,TIME,AMT\n1,0,-5' | AMT of at least 0",
        "'ID,TIME,AMT,SS\n1,0,5,4' | SS 0, 1 or 2",
        "'ID,TIME,AMT,CMT\n1,0,5,9' | compartments, came CMT 9",
        "'ID,TIME,AMT,CMT\n1,5,5,1\n1,0,0,1' | times that do not decrease",
        "'ID,TIME,AMT,CMT,RATE\n1,5,5,1,-2' | D1 above zero",
        "'ID,TIME,AMT,CMT,RATE\n1,5,5,1,-1' | R1 above zero",
        "'ID,TIME,EVID,AMT,RATE\n1,0,1,0,10' | AMT above 0 with RATE",
        "'ID,TIME,AMT,CMT\n1,0,5,-1' | CMT of at least 0",
        "'ID,TIME,AMT\n1,0,1e999' | line 2: expected a number in column AMT",
        "'ID,TIME,AMT\n1,0,NaN' | write 0.5 with a point",
        "'ID,TIME,AMT\n1,0,\"0,5\"' | line 2: expected 3 cells",
        "'ID,TIME,AMT,ADDL,II\n1,0,5,1.5,8' | whole number in column ADDL",
        "'ID,TIME,AMT,EVID\n1,0,5,0.5' | whole number in column EVID"
      })
  void whatCannotBeMeantIsRefusedWithItsLine(String csv, String what) {
    assertThatThrownBy(() -> run(ONE, csv))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
  }

  @Test
  void adrugThatNeverLeavesHasNoSteadyState() {
    assertThatThrownBy(
            () ->
                run(
                    ONE.replace("4*exp(ETA1)", "0*exp(ETA1)"),
                    "ID,TIME,AMT,CMT,SS,II\n1,0,100,1,1,8\n"))
        .hasMessageContaining("steady state");
  }

  @Test
  void equationsThatExplodeAreRefused() {
    String explosive = TWO_ORAL_EQUATIONS.replace("\"-KA*A1\"", "\"A1*A1\"");
    assertThatThrownBy(() -> run(explosive, "ID,TIME,AMT,CMT\n1,0,100,1\n1,5,0,2\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("could not be solved");
  }

  @Test
  void aNonlinearSteadyStateIsFoundByNewtonsMethod() {
    // Michaelis-Menten under a constant infusion: Css = Km R / (Vmax - R), 300 mg/d gives 28.92
    // mg/L
    String phenytoin =
        """
        model: phenytoin
        drug: phenytoin
        source: {citation: "Yukawa 1990, Vmax and Km"}
        population: {n: 334, describe: "patients"}
        units: {amount: mg, time: d, volume: L, concentration: mg/L}
        parameters: {VMAX: 325*exp(ETA1), KM: 2.41, V1: 50}
        omega: [[0.04]]
        compartments: [CENTRAL]
        ode: ["-VMAX*A1/V1/(KM+A1/V1)"]
        outputs: {CENTRAL: {scale: V1}}
        """;
    double[] c = run(phenytoin, "ID,TIME,AMT,CMT,SS,RATE\n1,0,0,1,1,300\n");

    assertThat(c[0]).isCloseTo(2.41 * 300 / (325 - 300), Percentage.withPercentage(1e-5));
  }

  @Test
  void workIsCountedAndEndsWithTheBudgetOrTheFuse() {
    PkPdModel model = ModelReader.read(TWO_ORAL_EQUATIONS);
    Subject subject = DataReader.read(model, "ID,TIME,AMT,CMT\n1,0,100,1\n1,500,0,2\n").get(0);

    Budget counted = Budget.of(1_000_000);
    Simulator.predict(model, subject.records(), new double[1], counted);
    assertThat(counted.spent()).isGreaterThan(100);
    assertThatThrownBy(
            () -> Simulator.predict(model, subject.records(), new double[1], Budget.of(50)))
        .isInstanceOf(Budget.BudgetSpent.class);
    assertThatThrownBy(
            () ->
                Simulator.predict(
                    model, subject.records(), new double[1], new Budget(1_000_000, () -> true)))
        .isInstanceOfSatisfying(Budget.BudgetSpent.class, e -> assertThat(e.byFuse()).isTrue());
  }

  @Test
  void aPersonHasAtLeastOneRecord() {
    assertThatThrownBy(() -> new Subject("1", List.of())).hasMessageContaining("at least one");
    assertThat(Resources.rows("map-estimates.csv")).hasSize(6);
  }
}
