package org.rxtwin.twin.fit;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.Well19937c;

/**
 * Fisher scoring with Levenberg's damping from several starts; the lowest end wins. The first start
 * is the typical person, the others are drawn from the population with a fixed seed.
 */
public final class MapSearch {
  private static final int MOST_STEPS = 100;
  private static final double ENOUGH = 1e-11;

  private final MapProblem problem;

  public MapSearch(MapProblem problem) {
    this.problem = problem;
  }

  /** The best end of {@code starts} searches. */
  public Posterior search(int starts) {
    Well19937c random = new Well19937c(20_070_417L);
    double[] best = new double[problem.dimension()];
    double lowest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < starts; s++) {
      double[] start = new double[problem.dimension()];
      for (int j = 0; s > 0 && j < start.length; j++) {
        start[j] = random.nextGaussian();
      }
      double[] end = descend(start);
      double value = problem.objective(end);
      // A later start has to be better by more than noise, so the answer hangs on no last digit.
      if (value < lowest - 1e-7) {
        lowest = value;
        best = end;
      }
    }
    if (lowest == Double.POSITIVE_INFINITY) {
      problem.tryTypical();
      throw new IllegalArgumentException(
          "no etas explain the data\nMaybe a dose or its unit is wrong");
    }
    return new Posterior(problem, best, lowest);
  }

  private double[] descend(double[] start) {
    double[] z = start;
    double value = problem.objective(z);
    double damping = 1e-3;
    for (int step = 0; step < MOST_STEPS && value < Double.POSITIVE_INFINITY; step++) {
      double[] f = problem.scaledPredictions(z);
      double[][] jacobian = problem.jacobian(z);
      double[] gradient = problem.gradient(z, f, jacobian);
      double[][] information = problem.information(f, jacobian);
      double gain = 0;
      while (damping < 1e12) {
        double[] move = move(information, gradient, damping);
        double[] next = sum(z, move);
        double nextValue = problem.objective(next);
        if (nextValue <= value) {
          gain = value - nextValue;
          z = next;
          value = nextValue;
          damping = Math.max(damping * 0.1, 1e-12);
          break;
        }
        damping *= 10;
      }
      if (gain < ENOUGH * (1 + Math.abs(value))) {
        break;
      }
    }
    return z;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static double[] move(double[][] information, double[] gradient, double damping) {
    RealMatrix damped = MatrixUtils.createRealMatrix(information);
    for (int j = 0; j < gradient.length; j++) {
      damped.multiplyEntry(j, j, 1 + damping);
    }
    try {
      return new CholeskyDecomposition(damped, 1e-8, 1e-300)
          .getSolver()
          .solve(new ArrayRealVector(gradient))
          .mapMultiply(-1)
          .toArray();
    } catch (MathRuntimeException e) {
      return new double[gradient.length];
    }
  }
}
