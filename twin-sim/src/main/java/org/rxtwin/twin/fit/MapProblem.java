package org.rxtwin.twin.fit;

import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.rxtwin.twin.engine.NoCourse;

/**
 * The objective of one person. The search runs in coordinates z with eta = F z and F F' = omega, so
 * the prior is z'z; directions without variance do not take part and stay at zero.
 */
public final class MapProblem {
  private static final double STEP = 1e-4;

  private final Predictor predictor;
  private final List<Observed> observed;
  private final RealMatrix factor;

  /**
   * @param predictor predictions in the order of {@code observed}
   * @param omega covariance of the etas; may be singular
   */
  public MapProblem(Predictor predictor, List<Observed> observed, RealMatrix omega) {
    this.predictor = predictor;
    this.observed = List.copyOf(observed);
    this.factor = factor(omega);
  }

  private static RealMatrix factor(RealMatrix omega) {
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(omega);
    double[] values = eigen.getEigenvalues();
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    int rank = 0;
    for (double value : values) {
      rank += value > 1e-12 * largest ? 1 : 0;
    }
    if (rank == 0) {
      throw new IllegalArgumentException("expected at least one eta with a variance above zero");
    }
    RealMatrix factor = MatrixUtils.createRealMatrix(omega.getRowDimension(), rank);
    int column = 0;
    for (int k = 0; k < values.length; k++) {
      if (values[k] > 1e-12 * largest) {
        factor.setColumnVector(
            column++, eigen.getEigenvector(k).mapMultiply(FastMath.sqrt(values[k])));
      }
    }
    return factor;
  }

  /** Number of directions searched. */
  int dimension() {
    return factor.getColumnDimension();
  }

  List<Observed> observed() {
    return observed;
  }

  /** Where no search found an answer: throws the reason why the typical person has none. */
  void tryTypical() {
    predictor.predict(etas(new double[dimension()]));
  }

  /** Etas at {@code z}. */
  double[] etas(double[] z) {
    return factor.operate(z);
  }

  /** Covariance of the etas from that of z. */
  RealMatrix toEtas(RealMatrix covariance) {
    return factor.multiply(covariance).multiplyTransposed(factor);
  }

  /** The objective at given etas; etas in directions without variance must be zero. */
  public double objectiveAt(double[] etas, RealMatrix omega) {
    double prior =
        new org.hipparchus.linear.SingularValueDecomposition(omega)
            .getSolver()
            .solve(MatrixUtils.createRealVector(etas))
            .dotProduct(MatrixUtils.createRealVector(etas));
    return misfit(predictor.predict(etas)) + prior;
  }

  /** Predictions on the scale of comparison; no numbers where the model has no answer. */
  double[] scaledPredictions(double[] z) {
    double[] f;
    try {
      f = predictor.predict(etas(z));
    } catch (NoCourse e) {
      f = new double[observed.size()];
      java.util.Arrays.fill(f, Double.NaN);
    }
    for (int i = 0; i < f.length; i++) {
      f[i] = observed.get(i).onScale(f[i]);
    }
    return f;
  }

  private double misfit(double[] predictions) {
    double[] scaled = new double[predictions.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = observed.get(i).onScale(predictions[i]);
    }
    return misfitOfScaled(scaled);
  }

  private double misfitOfScaled(double[] f) {
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      double v = observed.get(i).error().variance(f[i]);
      double r = observed.get(i).scaled() - f[i];
      sum += r * r / v + FastMath.log(v);
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  double objective(double[] z) {
    double prior = 0;
    for (double value : z) {
      prior += value * value;
    }
    return misfitOfScaled(scaledPredictions(z)) + prior;
  }

  /** Derivatives of the scaled predictions by central differences: rows are observations. */
  double[][] jacobian(double[] z) {
    double[][] jacobian = new double[observed.size()][z.length];
    for (int j = 0; j < z.length; j++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[j] += STEP;
      down[j] -= STEP;
      double[] high = scaledPredictions(up);
      double[] low = scaledPredictions(down);
      for (int i = 0; i < jacobian.length; i++) {
        jacobian[i][j] = (high[i] - low[i]) / (2 * STEP);
      }
    }
    return jacobian;
  }

  /** Gradient of the objective at {@code z} with its predictions {@code f} and derivatives. */
  double[] gradient(double[] z, double[] f, double[][] jacobian) {
    double[] gradient = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      gradient[j] = 2 * z[j];
    }
    for (int i = 0; i < f.length; i++) {
      Observed o = observed.get(i);
      double v = o.error().variance(f[i]);
      double slope = 2 * o.error().proportional() * f[i];
      double r = o.scaled() - f[i];
      double weight = -2 * r / v + slope * (1 / v - r * r / (v * v));
      for (int j = 0; j < z.length; j++) {
        gradient[j] += weight * jacobian[i][j];
      }
    }
    return gradient;
  }

  /** Expected second derivatives (Fisher information of the data, twice, plus the prior's). */
  double[][] information(double[] f, double[][] jacobian) {
    int n = dimension();
    double[][] h = new double[n][n];
    for (int j = 0; j < n; j++) {
      h[j][j] = 2;
    }
    for (int i = 0; i < f.length; i++) {
      Observed o = observed.get(i);
      double v = o.error().variance(f[i]);
      double slope = 2 * o.error().proportional() * f[i];
      double weight = 2 / v + slope * slope / (v * v);
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          h[j][k] += weight * jacobian[i][j] * jacobian[i][k];
        }
      }
    }
    return h;
  }
}
