package org.rxtwin.twin.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.RealMatrix;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DosingRecord;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.engine.Subject;
import org.rxtwin.twin.model.Covariate;
import org.rxtwin.twin.model.Output;
import org.rxtwin.twin.model.PkPdModel;

/** Individual estimates for every person of a data set. */
public final class Estimator {
  private Estimator() {}

  /**
   * What to compute beside the estimate.
   *
   * @param starts number of searches
   * @param covariance whether the posterior covariance is wanted
   * @param samples number of posterior draws
   * @param seed of the draws
   */
  public record Options(int starts, boolean covariance, int samples, long seed) {
    /** The estimate alone. */
    public static Options plain() {
      return new Options(4, false, 0, 1);
    }
  }

  /**
   * One person.
   *
   * @param id as in the data
   * @param etas estimated or given
   * @param parameters individual parameters with the covariates of the last record
   * @param objective value of the MAP objective
   * @param covariance of the etas, where asked for
   * @param samples posterior draws of the etas, where asked for
   */
  public record Estimate(
      String id,
      List<Double> etas,
      Map<String, Double> parameters,
      double objective,
      Optional<RealMatrix> covariance,
      List<List<Double>> samples) {
    @Override
    public String toString() {
      return "Estimate[" + etas + ", OBJ " + objective + "]";
    }
  }

  /** Searches the best etas of every person. */
  public static List<Estimate> estimate(
      PkPdModel model, List<Subject> data, Options options, Budget budget) {
    List<Estimate> estimates = new ArrayList<>();
    for (Subject subject : data) {
      Posterior posterior = new MapSearch(problem(model, subject, budget)).search(options.starts());
      List<List<Double>> samples = new ArrayList<>();
      if (options.samples() > 0) {
        posterior.draws(options.seed(), options.samples()).forEach(d -> samples.add(boxed(d)));
      }
      estimates.add(
          answer(
              model,
              subject,
              posterior.etas(),
              posterior.objective(),
              options.covariance() ? Optional.of(posterior.covariance()) : Optional.empty(),
              samples));
    }
    return estimates;
  }

  /** The objective at given etas, by person; a person without etas is refused. */
  public static List<Estimate> at(
      PkPdModel model, List<Subject> data, Map<String, double[]> etas, Budget budget) {
    List<Estimate> estimates = new ArrayList<>();
    for (Subject subject : data) {
      double[] own = etas.get(subject.id());
      if (own == null) {
        throw new IllegalArgumentException(
            "expected etas for every ID of the data, one has none\nMaybe the IDs are written differently");
      }
      double objective = problem(model, subject, budget).objectiveAt(own, model.omega());
      estimates.add(answer(model, subject, own, objective, Optional.empty(), List.of()));
    }
    return estimates;
  }

  private static MapProblem problem(PkPdModel model, Subject subject, Budget budget) {
    List<Integer> places = new ArrayList<>();
    List<Observed> observed = new ArrayList<>();
    for (int i = 0; i < subject.records().size(); i++) {
      DosingRecord record = subject.records().get(i);
      if (record.isObserved()) {
        places.add(i);
        observed.add(observed(model, record));
      }
    }
    return new MapProblem(
        etas -> {
          double[] all = Simulator.predict(model, subject.records(), etas, budget);
          return places.stream().mapToDouble(i -> all[i]).toArray();
        },
        observed,
        model.omega());
  }

  private static Observed observed(PkPdModel model, DosingRecord record) {
    Output output = model.output(record.cmt());
    if (record.cmt() > 0 && output.cmt() != record.cmt() && model.outputs().size() > 1) {
      throw new IllegalArgumentException(
          "expected CMT of an observation to be the number of an output, came "
              + record.cmt()
              + "\nMaybe one of "
              + model.outputs().stream().map(o -> o.cmt() + " (" + o.name() + ")").toList());
    }
    if (output.error() == null) {
      throw new IllegalArgumentException(
          "expected an observation of an output with an error model, "
              + output.name()
              + " has none\nMaybe another CMT was meant");
    }
    return new Observed(record.dv(), output.error()); // DV of a log_var output is a logarithm
  }

  private static Estimate answer(
      PkPdModel model,
      Subject subject,
      double[] etas,
      double objective,
      Optional<RealMatrix> covariance,
      List<List<Double>> samples) {
    Map<String, Double> last = subject.records().get(subject.records().size() - 1).covariates();
    Map<String, Double> covariates = new LinkedHashMap<>();
    for (Covariate covariate : model.text().covariates()) {
      covariates.put(covariate.name(), model.layout().value(covariate, last));
    }
    return new Estimate(
        subject.id(),
        boxed(etas),
        model.parameters(covariates, etas),
        objective,
        covariance,
        List.copyOf(samples));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
