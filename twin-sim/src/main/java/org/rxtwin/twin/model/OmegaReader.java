package org.rxtwin.twin.model;

import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Reads the covariance of the etas: square, symmetric, no negative variance in any direction. */
final class OmegaReader {
  private OmegaReader() {}

  static RealMatrix read(YamlSection file) {
    List<?> rows = file.list("omega");
    if (rows.isEmpty()) {
      throw new ModelProblem("omega", "missing", "give one row an eta, [[0.1]] for a single one");
    }
    RealMatrix omega = MatrixUtils.createRealMatrix(rows.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (!(rows.get(i) instanceof List<?> row) || row.size() != rows.size()) {
        throw new ModelProblem(
            "omega[" + (i + 1) + "]",
            "expected a row of " + rows.size() + " numbers",
            "write the whole square, both halves");
      }
      for (int j = 0; j < row.size(); j++) {
        omega.setEntry(i, j, YamlSection.number("omega[" + (i + 1) + "]", row.get(j)));
      }
    }
    if (!MatrixUtils.isSymmetric(omega, 1e-12)) {
      throw new ModelProblem("omega", "not symmetric", "a covariance differs between its halves");
    }
    double largest = 0;
    double smallest = 0;
    for (double value : new EigenDecompositionSymmetric(omega).getEigenvalues()) {
      largest = Math.max(largest, value);
      smallest = Math.min(smallest, value);
    }
    if (smallest < -1e-10 * Math.max(largest, 1e-300)) {
      throw new ModelProblem(
          "omega",
          "not positive semi-definite",
          "a covariance is larger than its variances allow, or a variance is negative");
    }
    return omega;
  }
}
