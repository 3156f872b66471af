package org.rxtwin.twin.fit;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Brings a normal draw back to where its predictions are those of the linear form. */
final class Ridge {
  private static final int MOST_CORRECTIONS = 12;

  private static final int CHEAP_CORRECTIONS = 3;

  /** Near enough, in residual standard deviations. */
  private static final double NEAR = 0.1;

  private final MapProblem problem;
  private final RealVector centre;
  private final RealVector predicted;
  private final Direction atCentre;

  Ridge(MapProblem problem, double[] z, double[] f, double[][] jacobian) {
    this.problem = problem;
    this.centre = new ArrayRealVector(z);
    this.predicted = new ArrayRealVector(f);
    this.atCentre = new Direction(jacobian);
  }

  /** The shortest way that changes the predictions as wanted, to first order. */
  private final class Direction {
    private final RealMatrix slope;
    private final DecompositionSolver solver;

    Direction(double[][] jacobian) {
      this.slope =
          jacobian.length == 0
              ? MatrixUtils.createRealMatrix(1, centre.getDimension())
              : MatrixUtils.createRealMatrix(jacobian);
      RealMatrix square = slope.multiplyTransposed(slope);
      for (int i = 0; i < square.getRowDimension(); i++) {
        square.addToEntry(i, i, jacobian.length == 0 ? 1 : 1e-3 * variance(i));
      }
      this.solver = new CholeskyDecomposition(square, 1e-6, 1e-300).getSolver();
    }

    RealVector step(RealVector missing) {
      return slope.preMultiply(solver.solve(missing));
    }
  }

  double[] moved(double[] drawn) {
    if (problem.observed().isEmpty()) {
      return drawn;
    }
    RealVector at = new ArrayRealVector(drawn);
    RealVector wanted = predicted.add(atCentre.slope.operate(at.subtract(centre)));
    for (int k = 0; k < MOST_CORRECTIONS; k++) {
      RealVector missing = missing(wanted, at);
      if (near(missing)) {
        break;
      }
      // The slope at the best estimate serves most draws; those far along the bend need their own.
      Direction direction =
          k < CHEAP_CORRECTIONS ? atCentre : new Direction(problem.jacobian(at.toArray()));
      RealVector next = at.add(direction.step(missing));
      if (next.isNaN() || next.isInfinite()) {
        return drawn;
      }
      boolean better = missing(wanted, next).getNorm() < missing.getNorm();
      at = better ? next : at.add(next).mapMultiply(0.5);
    }
    return at.toArray();
  }

  private RealVector missing(RealVector wanted, RealVector at) {
    return wanted.subtract(new ArrayRealVector(problem.scaledPredictions(at.toArray())));
  }

  private double variance(int i) {
    return problem.observed().get(i).error().variance(predicted.getEntry(i));
  }

  private boolean near(RealVector missing) {
    for (int i = 0; i < missing.getDimension(); i++) {
      if (missing.getEntry(i) * missing.getEntry(i) > NEAR * NEAR * variance(i)) {
        return false;
      }
    }
    return true;
  }
}
