package org.rxtwin.twin.level;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.fit.MapProblem;
import org.rxtwin.twin.fit.MapSearch;
import org.rxtwin.twin.fit.Observed;
import org.rxtwin.twin.fit.Posterior;
import org.rxtwin.twin.model.ErrorModel;
import org.rxtwin.twin.model.Output;
import org.rxtwin.twin.question.ClearanceCourse;
import org.rxtwin.twin.question.Silent;

/**
 * The person behind the levels; without any, the population. The strength of each drug that changes
 * the clearance is estimated too, within its published interval.
 */
final class FittedLevels {
  private static final int STARTS = 2;
  private static final double FAR = 3;

  /** A person further from the typical one than this is one in ten thousand. */
  private static final double NOBODY = 4.5;

  private final LevelCase patient;
  private final int own;
  private final Budget budget;
  private final Posterior posterior;
  private final List<Observed> observed = new ArrayList<>();

  FittedLevels(LevelCase patient, Budget budget) {
    this.patient = patient;
    this.own = patient.model().etas();
    this.budget = budget;
    for (LevelHistory.Taken level : patient.levels().list()) {
      observed.add(Observed.reading(level.value(), error(level.output())));
    }
    this.posterior =
        new MapSearch(new MapProblem(this::predicted, observed, omega()))
            .search(observed.isEmpty() ? 1 : STARTS);
  }

  private static ErrorModel error(Output output) {
    return output
        .readings()
        .orElseThrow(
            () ->
                new Silent(
                    "the model file gives output " + output.name() + " no error: add one to it"));
  }

  private RealMatrix omega() {
    List<ClearanceCourse> perpetrators = patient.surroundings().perpetrators();
    RealMatrix all =
        MatrixUtils.createRealMatrix(own + perpetrators.size(), own + perpetrators.size());
    all.setSubMatrix(patient.model().omega().getData(), 0, 0);
    for (int i = 0; i < perpetrators.size(); i++) {
      all.setEntry(own + i, own + i, perpetrators.get(i).variance());
    }
    return all;
  }

  private double[] predicted(double[] etas) {
    double[] values = new double[observed.size()];
    if (values.length > 0) {
      Walk walk = begin(etas);
      for (int i = 0; i < values.length; i++) {
        LevelHistory.Taken level = patient.levels().list().get(i);
        walk.to(level.at());
        values[i] = walk.value(level.output());
      }
    }
    return values;
  }

  /** A walk of these etas that stands at the start. */
  Walk begin(double[] etas) {
    budget.spend(1);
    List<ClearanceCourse> perpetrators = patient.surroundings().perpetrators();
    double[] logs = new double[perpetrators.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = perpetrators.get(i).log() + etas[own + i];
    }
    return patient.begin(java.util.Arrays.copyOf(etas, own), logs);
  }

  /** Stays silent where no person of the population explains the last level. */
  void explainsLast() {
    if (observed.isEmpty()) {
      return;
    }
    int last = observed.size() - 1;
    LevelHistory.Taken level = patient.levels().list().get(last);
    double expected = predicted(etas())[last];
    Observed reading = observed.get(last);
    double f = reading.error().logarithmic() ? FastMath.log(expected) : expected;
    double sd = FastMath.sqrt(reading.error().variance(f));
    if (!(Math.abs(reading.scaled() - f) <= FAR * sd) || posterior.distance() > NOBODY) {
      String drug = patient.question().drug();
      throw new Silent(
          "the last "
              + drug
              + " level ("
              + Figures.rounded(level.value(), 1)
              + " "
              + patient.model().text().units().concentration()
              + ") is not explained by the doses on the chart: measure it again before the next dose, and ask for missed or doubled doses, the"
              + " time and the line it was drawn from");
    }
  }

  /** Best etas: the model's, then one a drug that changes the clearance. */
  double[] etas() {
    return posterior.etas();
  }

  List<double[]> draws(long seed, int count) {
    return posterior.evenDraws(seed, count);
  }
}
