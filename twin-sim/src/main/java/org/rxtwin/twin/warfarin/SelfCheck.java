package org.rxtwin.twin.warfarin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.engine.DosingRecord;
import org.rxtwin.twin.engine.Simulator;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;

/**
 * Holds the quick course against the equations of the model file. A site that changes the file's
 * equations gets a refusal instead of a forecast by equations that are not its own.
 */
final class SelfCheck {
  private static final double CLOSE = 2e-3;
  private static final double DAYS = 12;
  private static final double CHANGE = 6;

  private SelfCheck() {}

  /** Largest relative difference of INR over twelve days with a clearance that changes on day 6. */
  static double worst(PkPdModel model, double[] etas) {
    List<DosingRecord> records = new ArrayList<>();
    TreeMap<Double, Double> doses = new TreeMap<>();
    List<Double> looks = new ArrayList<>();
    double active = model.text().giving().orElseThrow().activeFraction();
    for (int day = 0; day <= DAYS; day++) {
      double fcl = day > CHANGE ? 0.5 : 1;
      Map<String, Double> covariates = Map.of("AGE", 65.0, "C9", 13.0, "VK", 1.0, "FCL", fcl);
      if (day > 0) {
        records.add(DosingRecord.observation(day * 24.0, 11, Double.NaN, covariates));
        looks.add(day * 24.0);
      }
      records.add(DosingRecord.dose(day * 24.0, 5 * active, 1, covariates));
      doses.put(day * 24.0, 5.0);
    }
    double[] exact = Simulator.predict(model, records, etas, Budget.unlimited());
    ClearanceCourse halves =
        new ClearanceCourse(-0.6931471805599453, 0, CHANGE * 24, Double.POSITIVE_INFINITY, 1e-6, 1);
    double[] quick =
        new Timeline(0, doses, looks, List.of(halves))
            .run(
                new InrParameters(model, 65, 13, 1).course(etas),
                active,
                new double[] {halves.log()});
    double worst = 0;
    for (int i = 0; i < quick.length; i++) {
      worst = Math.max(worst, Math.abs(quick[i] / exact[1 + 2 * i] - 1));
    }
    return worst;
  }

  /** Whether the quick course may stand for the model. */
  static boolean agrees(PkPdModel model) {
    double[] other = new double[model.etas()];
    java.util.Arrays.fill(other, 0.3);
    return worst(model, new double[model.etas()]) < CLOSE && worst(model, other) < CLOSE;
  }
}
