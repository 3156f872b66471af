package org.rxtwin.twin.level;

import java.util.List;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.engine.Body;
import org.rxtwin.twin.model.Covariate;
import org.rxtwin.twin.model.FromChart.Quantity;
import org.rxtwin.twin.model.Layout.DoseProperty;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;

/**
 * What acts on a person over time, cut into stretches over which nothing changes: the chart's
 * covariates, and the drugs that change the clearance (by days while they come and go).
 */
final class Surroundings {
  private static final double DAY = 24;

  private final PkPdModel model;
  private final List<ClearanceCourse> perpetrators;
  private final int[] slots;
  private final int clearanceSlot;
  private final int shareSlot;
  private final int lagSlot;
  private final Body empty;
  private final double[] from;
  private final double[][] values;
  private final double[][] activities;

  /**
   * @param start first moment, hours from the evaluation time
   * @param end last moment
   */
  Surroundings(
      PkPdModel model,
      ChartCovariates chart,
      List<ClearanceCourse> perpetrators,
      double start,
      double end) {
    this.model = model;
    this.perpetrators = List.copyOf(perpetrators);
    List<Covariate> covariates = model.text().covariates();
    this.slots = covariates.stream().mapToInt(c -> model.layout().slot(c.name())).toArray();
    this.clearanceSlot =
        covariates.stream()
            .filter(c -> is(c, Quantity.CLEARANCE_LEFT))
            .mapToInt(c -> model.layout().slot(c.name()))
            .findFirst()
            .orElse(-1);
    this.shareSlot = model.layout().dose(DoseProperty.F, 1);
    this.lagSlot = model.layout().dose(DoseProperty.ALAG, 1);
    this.empty = Body.of(model);
    List<Double> cuts = cuts(chart, start, end);
    this.from = cuts.stream().mapToDouble(Double::doubleValue).toArray();
    this.values = new double[from.length][];
    this.activities = new double[from.length][];
    for (int i = 0; i < from.length; i++) {
      double at = from[i];
      double middle = i + 1 < from.length ? (at + from[i + 1]) / 2 : at;
      values[i] = covariates.stream().mapToDouble(c -> chart.value(c, at)).toArray();
      activities[i] = perpetrators.stream().mapToDouble(p -> p.activity(middle)).toArray();
    }
  }

  private static boolean is(Covariate covariate, Quantity quantity) {
    return covariate.from().map(f -> f.quantity() == quantity).orElse(false);
  }

  private List<Double> cuts(ChartCovariates chart, double start, double end) {
    TreeSet<Double> cuts = new TreeSet<>();
    cuts.add(start);
    chart.changes().stream().filter(t -> t > start && t < end).forEach(cuts::add);
    for (double day = start; day < end; day += DAY) {
      double next = Math.min(day + DAY, end);
      for (ClearanceCourse perpetrator : perpetrators) {
        if (perpetrator.changes(day, next)) {
          cuts.add(day);
          cuts.add(next);
        }
      }
    }
    return List.copyOf(cuts);
  }

  /** Number of stretches. */
  int size() {
    return from.length;
  }

  /** When a stretch begins; the last goes on without end. */
  double from(int stretch) {
    return from[stretch];
  }

  /** The stretch a moment lies in. */
  int at(double time) {
    int stretch = 0;
    while (stretch + 1 < from.length && from[stretch + 1] <= time) {
      stretch++;
    }
    return stretch;
  }

  /**
   * Fills the slots of a stretch and computes the parameters.
   *
   * @param filled the slots, with the etas of the model in place
   * @param logs logarithm of the clearance each drug leaves at full effect in this person
   */
  void load(int stretch, double[] filled, double[] logs) {
    filled[0] = from[stretch];
    for (int i = 0; i < slots.length; i++) {
      filled[slots[i]] = values[stretch][i];
    }
    if (clearanceSlot >= 0) {
      double sum = 0;
      for (int i = 0; i < logs.length; i++) {
        sum += activities[stretch][i] * logs[i];
      }
      filled[clearanceSlot] = sum == 0 ? 1 : FastMath.exp(sum);
    }
    model.programs().parameters().run(filled);
    model.programs().doses().run(filled);
  }

  /** Whether the model holds what drugs do to the clearance. */
  static boolean heldBy(PkPdModel model) {
    return model.text().covariates().stream().anyMatch(c -> is(c, Quantity.CLEARANCE_LEFT));
  }

  /** Drugs that change the clearance. */
  List<ClearanceCourse> perpetrators() {
    return perpetrators;
  }

  /** A body without drug. */
  Body body() {
    return empty.copy();
  }

  /** Bioavailability in slots that were loaded. */
  double share(double[] filled) {
    return filled[shareSlot];
  }

  /** Lag of absorption in slots that were loaded, hours. */
  double lag(double[] filled) {
    return filled[lagSlot];
  }

  PkPdModel model() {
    return model;
  }
}
