package org.rxtwin.twin.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.rxtwin.twin.Resources;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DosingRecord;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.engine.Subject;
import org.rxtwin.twin.fit.Estimator.Estimate;
import org.rxtwin.twin.fit.Estimator.Options;
import org.rxtwin.twin.model.ErrorModel;
import org.rxtwin.twin.model.ModelReader;
import org.rxtwin.twin.model.PkPdModel;

/** The MAP objective, its optimum and the spread around it. */
class MapEstimateTest {
  private static final String YAML = Resources.text("vancomycin-two-compartment.yaml");
  private static final Offset<Double> TIGHT = within(1e-6);

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }

  private static List<Subject> people() {
    List<Subject> people = new ArrayList<>();
    for (Map<String, String> row : Resources.rows("map-estimates.csv")) {
      Map<String, Double> covariates = Map.of("WT", number(row, "WT"), "CRCL", number(row, "CRCL"));
      List<DosingRecord> records = new ArrayList<>();
      records.add(new DosingRecord(0, 1, 1000, 1000, 12, 4, 0, 1, Double.NaN, true, covariates));
      for (int i = 1; i <= 3; i++) {
        records.add(
            DosingRecord.observation(number(row, "T" + i), 1, number(row, "Y" + i), covariates));
      }
      people.add(new Subject(row.getOrDefault("ID", ""), records));
    }
    return people;
  }

  private static double worstObjective(PkPdModel model) {
    List<Estimate> estimates =
        Estimator.estimate(model, people(), Options.plain(), Budget.unlimited());
    List<Map<String, String>> rows = Resources.rows("map-estimates.csv");
    double worst = 0;
    for (int i = 0; i < rows.size(); i++) {
      worst = Math.max(worst, Math.abs(estimates.get(i).objective() - number(rows.get(i), "OBJ")));
    }
    return worst;
  }

  @Test
  void theOptimumIsThatOfAnotherProgram() {
    List<Estimate> estimates =
        Estimator.estimate(ModelReader.read(YAML), people(), Options.plain(), Budget.unlimited());
    List<Map<String, String>> rows = Resources.rows("map-estimates.csv");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(estimates.get(i).objective())
          .as("OBJ of %s", i + 1)
          .isCloseTo(number(rows.get(i), "OBJ"), TIGHT);
      for (int k = 1; k <= 3; k++) {
        assertThat(estimates.get(i).etas().get(k - 1))
            .as("ETA%s of %s", k, i + 1)
            .isCloseTo(number(rows.get(i), "ETA" + k), within(1e-4));
      }
    }
  }

  @Test
  void theComparisonGoesRedWhenTheObjectiveIsAnother() {
    assertThat(worstObjective(ModelReader.read(YAML.replace("add_var: 1.5", "add_var: 1.51"))))
        .isGreaterThan(1e-4);
    assertThat(worstObjective(ModelReader.read(YAML.replace("[0.15, 0, 0]", "[0.151, 0, 0]"))))
        .isGreaterThan(1e-5);
  }

  @Test
  void theObjectiveAtGivenEtasIsTheFormula() {
    PkPdModel model = ModelReader.read(YAML);
    Map<String, double[]> zeros = new java.util.LinkedHashMap<>();
    people().forEach(p -> zeros.put(p.id(), new double[3]));
    List<Estimate> at = Estimator.at(model, people(), zeros, Budget.unlimited());
    List<Map<String, String>> rows = Resources.rows("map-estimates.csv");
    for (int i = 0; i < rows.size(); i++) {
      assertThat(at.get(i).objective()).isCloseTo(number(rows.get(i), "OBJ0"), TIGHT);
    }
    assertThatThrownBy(() -> Estimator.at(model, people(), Map.of(), Budget.unlimited()))
        .hasMessageContaining("etas for every ID");
  }

  @Test
  void theObjectiveAtTheEstimateIsTheOneReported() {
    PkPdModel model = ModelReader.read(YAML);
    List<Subject> first = people().subList(0, 1);
    Estimate best = Estimator.estimate(model, first, Options.plain(), Budget.unlimited()).get(0);
    double[] etas = best.etas().stream().mapToDouble(Double::doubleValue).toArray();

    assertThat(Estimator.at(model, first, Map.of("1", etas), Budget.unlimited()).get(0).objective())
        .isCloseTo(best.objective(), within(1e-9));
    assertThat(best.parameters()).containsKeys("CL", "V1", "V2", "Q");
    assertThat(best).asString().startsWith("Estimate[");
  }

  @Test
  void dvOfALogVarOutputIsTheNaturalLogarithmAndMayBeZero() {
    PkPdModel model =
        ModelReader.read(YAML.replace("prop_var: 0.05, add_var: 1.5", "log_var: 0.04"));
    Subject person = people().get(0);
    List<DosingRecord> logged = new ArrayList<>();
    double sum = 0;
    double[] typical =
        Simulator.predict(model, person.records(), new double[3], Budget.unlimited());
    double[] dv = {0, Math.log(20), -0.5};
    for (int i = 0; i < person.records().size(); i++) {
      DosingRecord record = person.records().get(i);
      if (record.isObserved()) {
        double y = dv[i - 1];
        logged.add(DosingRecord.observation(record.time(), 1, y, record.covariates()));
        double r = y - Math.log(typical[i]);
        sum += r * r / 0.04 + Math.log(0.04);
      } else {
        logged.add(record);
      }
    }
    Subject own = new Subject("1", logged);

    assertThat(
            Estimator.at(model, List.of(own), Map.of("1", new double[3]), Budget.unlimited())
                .get(0)
                .objective())
        .isCloseTo(sum, within(1e-9));
  }

  @Test
  void aSearchWalksAroundEtasAtWhichTheModelHasNoAnswer() {
    // Starts are drawn with a standard deviation of 300: exp(300) is no clearance.
    PkPdModel wide = ModelReader.read(YAML.replace("[0.15, 0, 0]", "[90000, 0, 0]"));
    Estimate best =
        Estimator.estimate(
                wide, people().subList(0, 1), new Options(6, false, 0, 1), Budget.unlimited())
            .get(0);

    assertThat(best.parameters().get("CL")).isBetween(0.5, 20.0);
  }

  @Test
  void aModelWithoutAnAnswerForTheTypicalPersonSaysWhy() {
    PkPdModel broken = ModelReader.read(YAML.replace("4.5*", "4.5/(CRCL-CRCL)*"));
    assertThatThrownBy(
            () -> Estimator.estimate(broken, people(), Options.plain(), Budget.unlimited()))
        .hasMessageContaining("parameter CL")
        .hasMessageContaining("Maybe it divides");
  }

  @Test
  void anObservationOfNoOutputIsNotFittedToTheFirstOfSeveral() {
    PkPdModel two =
        ModelReader.read(
            YAML.replace("outputs:", "outputs:\n  PERIPH: {scale: V2, error: {add_var: 1}}"));
    Subject person = people().get(0);
    DosingRecord stray = DosingRecord.observation(30, 7, 4, person.records().get(0).covariates());

    assertThatThrownBy(
            () ->
                Estimator.estimate(
                    two,
                    List.of(new Subject("1", List.of(person.records().get(0), stray))),
                    Options.plain(),
                    Budget.unlimited()))
        .hasMessageContaining("came 7")
        .hasMessageContaining("2 (PERIPH), 1 (CENTRAL)");
  }

  /** y = eta with known variances: the posterior is normal and known exactly. */
  private static Posterior normal(double y, double v, double omega) {
    return new MapSearch(
            new MapProblem(
                etas -> etas.clone(),
                List.of(new Observed(y, new ErrorModel(0, v, false))),
                MatrixUtils.createRealDiagonalMatrix(new double[] {omega})))
        .search(1);
  }

  @Test
  void inTheNormalCaseMeanAndCovarianceAreTheTextbooks() {
    Posterior posterior = normal(2, 0.5, 1.5);

    assertThat(posterior.etas()[0]).isCloseTo(2 * 1.5 / (1.5 + 0.5), within(1e-7));
    assertThat(posterior.covariance().getEntry(0, 0))
        .isCloseTo(1 / (1 / 0.5 + 1 / 1.5), within(1e-7));
  }

  @Test
  void drawsHaveTheCovarianceAndAreTheSameForTheSameSeed() {
    Posterior posterior = normal(2, 0.5, 1.5);
    List<double[]> draws = posterior.draws(42, 4000);
    double mean = draws.stream().mapToDouble(d -> d[0]).average().orElseThrow();
    double variance =
        draws.stream().mapToDouble(d -> (d[0] - mean) * (d[0] - mean)).average().orElseThrow();

    assertThat(mean).isCloseTo(1.5, within(0.03));
    assertThat(variance).isCloseTo(0.375, within(0.03));
    assertThat(posterior.draws(42, 10).get(9)).containsExactly(draws.get(9));
    assertThat(posterior.draws(43, 10).get(9)).isNotEqualTo(draws.get(9));
  }

  @Test
  void onABentRidgeDrawsStillAgreeWithWhatWasMeasured() {
    // Only the product exp(eta1 + eta2^2) is measured, and precisely.
    MapProblem problem =
        new MapProblem(
            e -> new double[] {Math.exp(e[0] + e[1] * e[1])},
            List.of(Observed.reading(3, new ErrorModel(0, 0.0004, true))),
            MatrixUtils.createRealIdentityMatrix(2));
    for (double[] draw : new MapSearch(problem).search(3).draws(5, 200)) {
      assertThat(Math.exp(draw[0] + draw[1] * draw[1])).isBetween(2.7, 3.3);
    }
  }

  @Test
  void etasWithoutVarianceStayAtZeroAndCorrelationsAreKept() {
    RealMatrix omega =
        MatrixUtils.createRealMatrix(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 0}});
    Posterior posterior =
        new MapSearch(
                new MapProblem(
                    e -> new double[] {e[0] + e[1] + e[2]},
                    List.of(new Observed(2, new ErrorModel(0, 0.1, false))),
                    omega))
            .search(2);

    assertThat(posterior.etas()[2]).isZero();
    assertThat(posterior.etas()[0]).isCloseTo(posterior.etas()[1], within(1e-9)).isPositive();
    assertThatThrownBy(() -> new MapProblem(e -> e, List.of(), MatrixUtils.createRealMatrix(1, 1)))
        .hasMessageContaining("variance above zero");
  }

  @Test
  void covarianceAndSamplesComeWhereAskedFor() {
    Estimate estimate =
        Estimator.estimate(
                ModelReader.read(YAML),
                people().subList(0, 1),
                new Options(2, true, 25, 9),
                Budget.unlimited())
            .get(0);

    assertThat(estimate.covariance().orElseThrow().getEntry(0, 0)).isBetween(0.0, 0.15);
    assertThat(estimate.samples()).hasSize(25);
  }

  @Test
  void withoutObservationsThePopulationIsTheAnswer() {
    PkPdModel model = ModelReader.read(YAML);
    Subject dosed = new Subject("1", List.of(people().get(0).records().get(0)));
    Estimate estimate =
        Estimator.estimate(model, List.of(dosed), new Options(1, true, 3, 1), Budget.unlimited())
            .get(0);

    assertThat(estimate.objective()).isZero();
    assertThat(estimate.covariance().orElseThrow().getEntry(1, 1)).isCloseTo(0.4, within(1e-9));
    assertThat(estimate.samples()).hasSize(3);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertThatThrownBy(() -> Observed.reading(0, new ErrorModel(0, 1, true)))
        .hasMessageContaining("log scale");
    PkPdModel without =
        ModelReader.read(YAML.replace(", error: {prop_var: 0.05, add_var: 1.5}", ""));
    assertThatThrownBy(
            () -> Estimator.estimate(without, people(), Options.plain(), Budget.unlimited()))
        .hasMessageContaining("error model");
    assertThatThrownBy(
            () ->
                new MapSearch(
                        new MapProblem(
                            e -> new double[] {-1},
                            List.of(new Observed(0, new ErrorModel(0, 1, true))),
                            MatrixUtils.createRealIdentityMatrix(1)))
                    .search(2))
        .hasMessageContaining("no etas explain the data");
  }
}
