package org.rxtwin.twin.engine;

import org.rxtwin.twin.model.Layout;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Structure;

/**
 * Linear compartments, exactly: the matrix exponential of the system with the infusion rates as one
 * more column. The last step is kept, because regular doses ask for the same one again and again.
 */
final class LinearFlow implements Flow {
  private final PkPdModel model;
  private final Budget budget;
  private final int[] slotsOfParameters;
  private final int n;
  private double[] lastParameters = new double[0];
  private double lastDuration = Double.NaN;
  private double[] step = new double[0];

  LinearFlow(PkPdModel model, Budget budget) {
    this.model = model;
    this.budget = budget;
    Layout layout = model.layout();
    this.slotsOfParameters =
        model.structure().parameters().stream().mapToInt(layout::slot).toArray();
    this.n = model.structure().compartments();
  }

  @Override
  public void advance(double[] slots, double[] amounts, double[] rates, double from, double to) {
    if (to <= from) {
      return;
    }
    budget.spend(1);
    prepare(slots, rates, to - from);
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = step[i * (n + 1) + n];
      for (int j = 0; j < n; j++) {
        sum += step[i * (n + 1) + j] * amounts[j];
      }
      next[i] = sum;
    }
    System.arraycopy(next, 0, amounts, 0, n);
  }

  private void prepare(double[] slots, double[] rates, double duration) {
    double[] parameters = new double[slotsOfParameters.length + n];
    for (int i = 0; i < slotsOfParameters.length; i++) {
      parameters[i] = slots[slotsOfParameters[i]];
    }
    System.arraycopy(rates, 0, parameters, slotsOfParameters.length, n);
    if (duration != lastDuration || !java.util.Arrays.equals(parameters, lastParameters)) {
      step = MatrixExponential.of(system(parameters, duration), n + 1);
      lastDuration = duration;
      lastParameters = parameters;
    }
  }

  /** Rows of the system matrix times the duration, with the rates as last column. */
  private double[] system(double[] p, double duration) {
    Structure structure = model.structure();
    int width = n + 1;
    double[] a = new double[width * width];
    int depot = structure.oral() ? 1 : 0;
    int central = depot;
    if (structure.oral()) {
      a[0] = -p[0];
      a[central * width] = p[0];
    }
    double cl = p[depot];
    double v1 = p[depot + 1];
    a[central * width + central] = -cl / v1;
    if (n - depot == 2) {
      double q = p[depot + 2];
      double v2 = p[depot + 3];
      a[central * width + central] -= q / v1;
      a[central * width + central + 1] = q / v2;
      a[(central + 1) * width + central] = q / v1;
      a[(central + 1) * width + central + 1] = -q / v2;
    }
    for (int i = 0; i < n; i++) {
      a[i * width + n] = p[slotsOfParameters.length + i];
    }
    for (int i = 0; i < a.length; i++) {
      a[i] *= duration;
    }
    return a;
  }
}
