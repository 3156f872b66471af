package org.rxtwin.twin.engine;

/**
 * The exponential of a small matrix by scaling, a Taylor series and squaring (Moler and Van Loan,
 * SIAM Review 2003;45:3, method 3). With the norm scaled under 1/8, fourteen terms leave less than
 * the last digit.
 */
final class MatrixExponential {
  private static final int TERMS = 14;

  private MatrixExponential() {}

  /** The exponential of the {@code n} times {@code n} matrix {@code a}, row by row. */
  static double[] of(double[] a, int n) {
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double row = 0;
      for (int j = 0; j < n; j++) {
        row += Math.abs(a[i * n + j]);
      }
      norm = Math.max(norm, row);
    }
    if (!(norm < 1e12)) {
      throw new NoCourse(
          "expected finite rate constants, came a matrix of norm "
              + norm
              + "\nMaybe a volume is zero");
    }
    int squarings = Math.max(0, Math.getExponent(norm) + 4);
    double scale = StrictMath.scalb(1.0, -squarings);
    double[] scaled = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = a[i] * scale;
    }
    double[] result = series(scaled, n);
    for (int s = 0; s < squarings; s++) {
      result = product(result, result, n);
    }
    return result;
  }

  /** Horner's form of the series. */
  private static double[] series(double[] a, int n) {
    double[] result = identity(n);
    for (int k = TERMS; k >= 1; k--) {
      double[] next = product(a, result, n);
      for (int i = 0; i < next.length; i++) {
        next[i] /= k;
      }
      for (int i = 0; i < n; i++) {
        next[i * n + i] += 1;
      }
      result = next;
    }
    return result;
  }

  private static double[] identity(int n) {
    double[] one = new double[n * n];
    for (int i = 0; i < n; i++) {
      one[i * n + i] = 1;
    }
    return one;
  }

  private static double[] product(double[] a, double[] b, int n) {
    double[] c = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double f = a[i * n + k];
        if (f != 0) {
          for (int j = 0; j < n; j++) {
            c[i * n + j] += f * b[k * n + j];
          }
        }
      }
    }
    return c;
  }
}
