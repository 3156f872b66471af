package org.rxtwin.twin.warfarin;

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
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.Silent;

/**
 * The person behind the INR values, fitted in the state that was in force when they were measured.
 * The strength of each perpetrator is estimated too, within its published interval: an INR under
 * inhibition tells how strong the inhibition is.
 */
final class FittedInr {
  private static final int STARTS = 2;
  private static final double FAR = 3;

  private final PkPdModel model;
  private final WarfarinCase patient;
  private final InrParameters parameters;
  private final double active;
  private final Budget budget;
  private final Posterior posterior;
  private final Observed last;
  private final double lastExpected;

  FittedInr(PkPdModel model, WarfarinCase patient, double age, Budget budget) {
    this.model = model;
    this.patient = patient;
    this.budget = budget;
    this.active = model.text().giving().orElseThrow().activeFraction();
    this.parameters =
        new InrParameters(model, age, patient.genotypes().c9(), patient.genotypes().vk());
    ErrorModel error =
        model.outputs().stream()
            .filter(o -> o.name().equals("INR"))
            .flatMap(o -> o.readings().stream())
            .findFirst()
            .orElseThrow();
    List<Observed> observed = new ArrayList<>();
    patient.levels().values().forEach(v -> observed.add(Observed.reading(v, error)));
    Timeline measured = patient.measured();
    MapProblem problem =
        new MapProblem(etas -> measured.run(begin(etas), active, logs(etas)), observed, omega());
    this.posterior = new MapSearch(problem).search(STARTS);
    this.last = observed.get(observed.size() - 1);
    double[] predicted = measured.run(begin(etas()), active, logs(etas()));
    this.lastExpected = predicted[predicted.length - 1];
  }

  /** The model's omega without the spread of genotypes that are known, then the perpetrators. */
  private RealMatrix omega() {
    RealMatrix own = model.omega();
    int n = model.etas();
    RealMatrix all =
        MatrixUtils.createRealMatrix(
            n + patient.perpetrators().size(), n + patient.perpetrators().size());
    all.setSubMatrix(own.getData(), 0, 0);
    if (patient.genotypes().c9() != 0) {
      clear(all, n - 2);
    }
    if (patient.genotypes().vk() >= 0) {
      clear(all, n - 1);
    }
    for (int i = 0; i < patient.perpetrators().size(); i++) {
      all.setEntry(n + i, n + i, patient.perpetrators().get(i).variance());
    }
    return all;
  }

  private static void clear(RealMatrix omega, int eta) {
    for (int i = 0; i < omega.getRowDimension(); i++) {
      omega.setEntry(eta, i, 0);
      omega.setEntry(i, eta, 0);
    }
  }

  private InrCourse begin(double[] etas) {
    budget.spend(1);
    InrCourse course = parameters.course(etas);
    if (patient.settledDaily() > 0) {
      double[] activities =
          patient.perpetrators().stream().mapToDouble(p -> p.activity(patient.start())).toArray();
      course.settle(
          patient.settledDaily() * active, 24, Timeline.clearanceLeft(activities, logs(etas)));
    }
    return course;
  }

  /** Logarithms of the clearance each perpetrator leaves, with this draw's strength. */
  double[] logs(double[] etas) {
    double[] logs = new double[patient.perpetrators().size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = patient.perpetrators().get(i).log() + etas[model.etas() + i];
    }
    return logs;
  }

  /**
   * Stays silent where the last INR lies further above or below what even the fitted person would
   * show than {@value #FAR} standard deviations: something acts that the chart does not hold.
   */
  void explainsLast() {
    double sd = FastMath.sqrt(last.error().variance(0));
    double off = last.scaled() - FastMath.log(lastExpected);
    if (Math.abs(off) > FAR * sd) {
      throw new Silent(
          "the last INR ("
              + Figures.plain(patient.levels().lastEntry().getValue())
              + ") is not explained by the doses and drugs on the chart (expected "
              + Figures.rounded(lastExpected, 1)
              + "): measure INR again within 24 hours, and ask for missed or doubled doses, new"
              + " drugs and illness");
    }
  }

  /** Best etas: the model's, then one a perpetrator. */
  double[] etas() {
    return posterior.etas();
  }

  List<double[]> draws(long seed, int count) {
    return posterior.draws(seed, count);
  }

  /** A course that stands at the evaluation time. */
  InrCourse now(double[] etas) {
    InrCourse course = begin(etas);
    patient.upToNow().run(course, active, logs(etas));
    return course;
  }

  double active() {
    return active;
  }
}
