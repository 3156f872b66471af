package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.engine.Body;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DosingRecord;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.model.ModelReader;
import org.rxtwin.twin.model.PkPdModel;

/** The quick bodies against the exact simulator, for every structure there is. */
class WalkTest {
  private static final String HEAD =
      """
      model: trial
      drug: trial
      source: {citation: "a test"}
      population: {n: 1, describe: "nobody"}
      units: {amount: mg, time: h, volume: L, concentration: mg/L}
      """;

  private static final String TAIL =
      """
      omega: [[0.1]]
      """;

  private static PkPdModel model(String structure) {
    String body =
        switch (structure) {
          case "one-compartment" ->
              "parameters: {CL: 2*exp(ETA1), V1: 30}\ncompartments: [CENTRAL]\n";
          case "two-compartment" ->
              "parameters: {CL: 2*exp(ETA1), V1: 30, Q: 5, V2: 60}\ncompartments: [CENTRAL, PERIPH]\n";
          case "one-compartment-oral" ->
              "parameters: {KA: 0.8, CL: 2*exp(ETA1), V1: 30}\ncompartments: [DEPOT, CENTRAL]\n";
          case "two-compartment-oral" ->
              """
              parameters: {KA: 0.8, CL: 2*exp(ETA1), V1: 30, Q: 5, V2: 60}
              compartments: [DEPOT, CENTRAL, PERIPH]
              """;
          case "michaelis-menten" ->
              "parameters: {VMAX: 40*exp(ETA1), KM: 6, V1: 45}\ncompartments: [CENTRAL]\n";
          default ->
              "parameters: {KA: 0.8, VMAX: 40*exp(ETA1), KM: 6, V1: 45}\ncompartments: [DEPOT, CENTRAL]\n";
        };
    return ModelReader.read(
        HEAD
            + body
            + "structure: "
            + structure
            + "\ndose: {F1: \"0.9\"}\noutputs: {CENTRAL: {scale: V1, error: {prop_var: 0.04}}}\n"
            + TAIL);
  }

  private static Body body(PkPdModel model) {
    Body body = Body.of(model);
    double[] slots = model.layout().slots(new double[] {0});
    model.programs().parameters().run(slots);
    body.parameters(slots);
    return body;
  }

  @ParameterizedTest
  @CsvSource({
    "one-compartment, 1.5",
    "one-compartment, 0",
    "two-compartment, 1.5",
    "two-compartment, 0",
    "one-compartment-oral, 0",
    "one-compartment-oral, 2",
    "two-compartment-oral, 0",
    "two-compartment-oral, 2",
    "michaelis-menten, 1",
    "michaelis-menten-oral, 0"
  })
  void aBodyGoesTheWayOfTheSimulator(String structure, double infusion) {
    PkPdModel model = model(structure);
    int central = structure.contains("oral") ? 2 : 1;
    List<DosingRecord> records = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      records.add(
          new DosingRecord(
              12 * k,
              1,
              400,
              infusion > 0 ? 400 / infusion : 0,
              0,
              0,
              0,
              1,
              Double.NaN,
              true,
              Map.of()));
      for (double h : new double[] {1, 3, 7, 11.5}) {
        records.add(DosingRecord.observation(12 * k + h, central, Double.NaN, Map.of()));
      }
    }
    double[] exact = Simulator.predict(model, records, new double[] {0}, Budget.unlimited());

    Body body = body(model);
    double now = 0;
    double end = Double.POSITIVE_INFINITY;
    double rate = 0;
    for (int i = 0; i < records.size(); i++) {
      DosingRecord record = records.get(i);
      if (end <= record.time()) {
        body.advance(end - now);
        now = end;
        body.infuse(-rate);
        end = Double.POSITIVE_INFINITY;
      }
      body.advance(record.time() - now);
      now = record.time();
      if (record.isDose() && infusion > 0) {
        // At a given rate the bioavailability shortens the infusion, as NONMEM means it.
        rate = 400 / infusion;
        end = now + infusion * 0.9;
        body.infuse(rate);
      } else if (record.isDose()) {
        body.give(360);
      } else {
        assertThat(body.concentration())
            .as(structure + " at " + now)
            .isCloseTo(
                exact[i], Percentage.withPercentage(model.structure().linear() ? 1e-6 : 0.5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "one-compartment, 1.5, 0",
    "two-compartment, 1.5, 0",
    "two-compartment, 0, 0",
    "one-compartment-oral, 0, 0.5",
    "two-compartment-oral, 0, 0",
    "two-compartment-oral, 0, 0.5"
  })
  void whatRepeatsIsKnownByFormula(String structure, double infusion, double lag) {
    Body body = body(model(structure));
    double area = 0;
    for (int k = 0; k < 200; k++) {
      area = body.area();
      body.advance(lag);
      if (infusion > 0) {
        body.infuse(400 / infusion);
        body.advance(infusion);
        body.infuse(-400 / infusion);
      } else {
        body.give(400);
      }
      body.advance(12 - infusion - lag);
    }

    assertThat(body.steadyTrough(400, 12, infusion, lag))
        .isCloseTo(body.concentration(), Percentage.withPercentage(1e-6));
    assertThat(12 * body.steady(400 / 12.0))
        .isCloseTo(body.area() - area, Percentage.withPercentage(1e-6));
    assertThat(12 * body.steady(400 / 12.0)).isCloseTo(400 / 2.0, Percentage.withPercentage(1e-9));
  }

  @Test
  void anyEquationsGoTheWayOfTheSimulator() {
    PkPdModel model =
        ModelReader.read(
            HEAD
                + "parameters: {KA: 0.8, CL: 2*exp(ETA1), V1: 30, IC: 30}\n"
                + "compartments: [DEPOT, CENTRAL]\n"
                + "ode: [\"-KA*A1\", \"KA*A1-CL/(1+A2/V1/IC)*A2/V1\"]\n"
                + "outputs: {CENTRAL: {scale: V1, error: {prop_var: 0.04}}}\n"
                + TAIL);
    List<DosingRecord> records = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      records.add(DosingRecord.dose(12 * k, 300, 1, Map.of()));
      records.add(DosingRecord.observation(12 * k + 7, 2, Double.NaN, Map.of()));
    }
    double[] exact = Simulator.predict(model, records, new double[] {0}, Budget.unlimited());
    Body body = body(model);
    for (int k = 0; k < 6; k++) {
      body.give(300);
      body.advance(7);
      assertThat(body.concentration()).isCloseTo(exact[2 * k + 1], Percentage.withPercentage(0.02));
      body.advance(5);
    }
    body.settle(20);
    body.infuse(20);
    double settled = body.concentration();
    body.advance(24);
    assertThat(body.concentration()).isCloseTo(settled, Percentage.withPercentage(0.1));
    assertThat(body.steady(20)).isCloseTo(settled, Percentage.withPercentage(0.1));
    assertThat(body.steadyTrough(240, 12, 0, 0)).isLessThan(settled);
    assertThat(body.steadyTrough(240, 12, 2, 1)).isLessThan(settled);
    // Vmax = CL x IC = 60 mg/h, Km = 30 mg/L: Km V Vmax / (Vmax - R)^2 = 30 x 30 x 60 / 40^2
    assertThat(body.settling(20))
        .isCloseTo(30 * 30 * 60 / (40.0 * 40), Percentage.withPercentage(1));
    assertThat(body.settling(0)).isEqualTo(24);
  }

  @Test
  void endlessInputStaysWhereItWasSettled() {
    for (String structure :
        List.of("two-compartment", "two-compartment-oral", "michaelis-menten")) {
      Body body = body(model(structure));
      body.settle(20);
      body.infuse(20);
      double before = body.concentration();
      body.advance(48);

      assertThat(body.concentration()).isCloseTo(before, Percentage.withPercentage(0.01));
      assertThat(body.steady(20)).isCloseTo(before, Percentage.withPercentage(0.01));
      assertThat(body.area()).isCloseTo(48 * before, Percentage.withPercentage(0.01));
    }
  }

  @Test
  void whatIsEliminatedAtMostIsTheEndOfAnySteadyState() {
    // Css = Km R / (Vmax - R): 6 x 20 / (40 - 20) = 6 mg/L, and none at 40 mg/h
    Body body = body(model("michaelis-menten-oral"));

    assertThat(body.steady(20)).isCloseTo(6, Percentage.withPercentage(1e-9));
    assertThat(body.steady(40)).isInfinite();
    assertThat(body.steadyTrough(480, 12, 0, 0)).isInfinite();
    assertThat(body.steadyTrough(240, 12, 0, 0)).isBetween(3.0, 6.0);
    assertThat(body.settling(40)).isInfinite();
    assertThat(body.settling(20))
        .as("Km V Vmax / (Vmax - R)^2, and the depot")
        .isCloseTo(6 * 45 * 40 / (20.0 * 20) + 1 / 0.8, Percentage.withPercentage(1e-9));
  }

  @Test
  void nearSaturationTheWayToTheSteadyStateTakesWeeks() {
    // 95 % of the capacity: 6 x 45 x 40 / 2^2 = 2700 h, Css = 6 x 38 / 2 = 114 mg/L
    Body body = body(model("michaelis-menten"));
    double constant = body.settling(38);
    body.settle(38);
    double css = body.concentration();
    body.settle(38 * 0.9999);
    double from = body.concentration();
    body.infuse(38);
    body.advance(constant);

    assertThat(constant).isCloseTo(2700, Percentage.withPercentage(1e-9));
    assertThat((css - body.concentration()) / (css - from))
        .as("what is left of the way after one time constant")
        .isCloseTo(Math.exp(-1), Percentage.withPercentage(1));
  }

  @Test
  void aCopyGoesItsOwnWay() {
    for (String structure : List.of("two-compartment-oral", "michaelis-menten-oral")) {
      Body body = body(model(structure));
      body.give(400);
      body.advance(3);
      Body copy = body.copy();
      copy.give(400);
      copy.advance(1);
      double kept = body.concentration();
      body.advance(1);

      assertThat(copy.concentration()).isGreaterThan(body.concentration());
      assertThat(body.concentration()).isNotEqualTo(kept);
    }
  }

  @Test
  void absorptionAsFastAsEliminationIsNoDivisionByZero() {
    PkPdModel model =
        ModelReader.read(
            HEAD
                + "parameters: {KA: 0.1, CL: 3*exp(ETA1), V1: 30}\ncompartments: [DEPOT, CENTRAL]\n"
                + "structure: one-compartment-oral\n"
                + "outputs: {CENTRAL: {scale: V1, error: {prop_var: 0.04}}}\n"
                + TAIL);
    Body body = body(model);
    body.give(300);
    body.advance(10);

    // 300 / 30 x k t exp(-k t) with k = 0.1, t = 10
    assertThat(body.concentration()).isCloseTo(10 * Math.exp(-1), Percentage.withPercentage(0.001));
  }
}
