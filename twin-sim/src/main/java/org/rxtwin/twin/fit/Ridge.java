package org.rxtwin.twin.fit;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Brings a normal draw back to where its predictions are those of the linear form. */
final class Ridge {
  private static final int CORRECTIONS = 2;

  private final MapProblem problem;
  private final RealVector centre;
  private final RealVector predicted;
  private final RealMatrix slope;
  private final DecompositionSolver solver;

  Ridge(MapProblem problem, double[] z, double[] f, double[][] jacobian) {
    this.problem = problem;
    this.centre = new ArrayRealVector(z);
    this.predicted = new ArrayRealVector(f);
    this.slope =
        f.length == 0
            ? MatrixUtils.createRealMatrix(1, z.length)
            : MatrixUtils.createRealMatrix(jacobian);
    RealMatrix square = slope.multiplyTransposed(slope);
    for (int i = 0; i < square.getRowDimension(); i++) {
      double v = f.length == 0 ? 1 : problem.observed().get(i).error().variance(f[i]);
      square.addToEntry(i, i, 1e-3 * v + 1e-12);
    }
    this.solver = new CholeskyDecomposition(square, 1e-6, 1e-300).getSolver();
  }

  double[] moved(double[] drawn) {
    if (problem.observed().isEmpty()) {
      return drawn;
    }
    RealVector at = new ArrayRealVector(drawn);
    RealVector wanted = predicted.add(slope.operate(at.subtract(centre)));
    for (int k = 0; k < CORRECTIONS; k++) {
      RealVector missing =
          wanted.subtract(new ArrayRealVector(problem.scaledPredictions(at.toArray())));
      RealVector next = at.add(slope.preMultiply(solver.solve(missing)));
      if (next.isNaN() || next.isInfinite()) {
        return drawn;
      }
      at = next;
    }
    return at.toArray();
  }
}
