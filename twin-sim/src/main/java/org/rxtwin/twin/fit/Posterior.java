package org.rxtwin.twin.fit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.Well19937c;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/** What is known of a person after the fit: best etas, their covariance, draws. */
public final class Posterior {
  private static final double STEP = 1e-3;

  private final MapProblem problem;
  private final double[] z;
  private final double objective;

  Posterior(MapProblem problem, double[] z, double objective) {
    this.problem = problem;
    this.z = z.clone();
    this.objective = objective;
  }

  /** The etas of the lowest objective. */
  public double[] etas() {
    return problem.etas(z);
  }

  /** How far the person lies from the typical one, in standard deviations of the population. */
  public double distance() {
    double sum = 0;
    for (double value : z) {
      sum += value * value;
    }
    return FastMath.sqrt(sum);
  }

  /** The objective there. */
  public double objective() {
    return objective;
  }

  /**
   * Covariance of the etas: the inverse of half the objective's second derivatives (Laplace), by
   * differences of its gradient; where these are not positive definite, of their expectation.
   */
  public RealMatrix covariance() {
    RealMatrix curvature = curvature();
    try {
      return problem.toEtas(inverse(curvature));
    } catch (MathRuntimeException e) {
      return problem.toEtas(inverse(expectedCurvature()));
    }
  }

  private RealMatrix curvature() {
    int n = z.length;
    RealMatrix h = MatrixUtils.createRealMatrix(n, n);
    for (int j = 0; j < n; j++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[j] += STEP;
      down[j] -= STEP;
      double[] high = gradient(up);
      double[] low = gradient(down);
      for (int i = 0; i < n; i++) {
        double slope = (high[i] - low[i]) / (2 * STEP) / 2;
        h.addToEntry(i, j, slope / 2);
        h.addToEntry(j, i, slope / 2);
      }
    }
    return h;
  }

  private double[] gradient(double[] at) {
    return problem.gradient(at, problem.scaledPredictions(at), problem.jacobian(at));
  }

  private RealMatrix expectedCurvature() {
    return MatrixUtils.createRealMatrix(
            problem.information(problem.scaledPredictions(z), problem.jacobian(z)))
        .scalarMultiply(0.5);
  }

  private static RealMatrix inverse(RealMatrix curvature) {
    return new CholeskyDecomposition(curvature, 1e-6, 1e-12).getSolver().getInverse();
  }

  /**
   * Draws of the etas. Each is a normal draw around the best, then moved so that its predictions of
   * the observed values are those the linear form gives: on a narrow, bent ridge of the posterior
   * plain normal draws would contradict what was measured.
   *
   * @param seed the same seed gives the same draws
   */
  public List<double[]> draws(long seed, int count) {
    Well19937c random = new Well19937c(seed);
    double[][] normals = new double[count][z.length];
    for (int d = 0; d < count; d++) {
      // Every second draw mirrors the one before: the same number says more.
      for (int j = 0; j < z.length; j++) {
        normals[d][j] = d % 2 == 0 ? random.nextGaussian() : -normals[d - 1][j];
      }
    }
    return around(normals);
  }

  /**
   * Draws of the etas that are spread evenly: along each direction every draw has its own of {@code
   * count} equal shares of the normal distribution (McKay, Technometrics 1979;21:239). Shares of
   * draws then hang little on the seed.
   */
  public List<double[]> evenDraws(long seed, int count) {
    Well19937c random = new Well19937c(seed);
    double[] quantiles = new double[count];
    for (int d = 0; d < count; d++) {
      quantiles[d] = FastMath.sqrt(2) * Erf.erfInv(2 * ((d + 0.5) / count) - 1);
    }
    double[][] normals = new double[count][z.length];
    for (int j = 0; j < z.length; j++) {
      for (int d = count - 1; d > 0; d--) {
        int other = random.nextInt(d + 1);
        double kept = quantiles[d];
        quantiles[d] = quantiles[other];
        quantiles[other] = kept;
      }
      for (int d = 0; d < count; d++) {
        normals[d][j] = quantiles[d];
      }
    }
    return around(normals);
  }

  private List<double[]> around(double[][] normals) {
    double[] f = problem.scaledPredictions(z);
    double[][] jacobian = problem.jacobian(z);
    RealMatrix covariance =
        inverse(MatrixUtils.createRealMatrix(problem.information(f, jacobian)).scalarMultiply(0.5));
    RealMatrix root = new CholeskyDecomposition(covariance, 1e-6, 1e-300).getL();
    Ridge ridge = new Ridge(problem, z, f, jacobian);
    List<double[]> draws = new ArrayList<>(normals.length);
    for (double[] normal : normals) {
      double[] drawn =
          root.operate(new ArrayRealVector(normal)).add(new ArrayRealVector(z)).toArray();
      draws.add(problem.etas(ridge.moved(drawn)));
    }
    return draws;
  }
}
