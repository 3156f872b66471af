package org.rxtwin.twin.level;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Median and 90 % interval over draws.
 *
 * @param median the middle
 * @param low90 5 % lie below
 * @param high90 5 % lie above
 */
record Spread(double median, double low90, double high90) {
  static Spread of(List<Course> courses, ToDoubleFunction<Course> value) {
    double[] values = courses.stream().mapToDouble(value).sorted().toArray();
    return new Spread(quantile(values, 0.5), quantile(values, 0.05), quantile(values, 0.95));
  }

  /** The value below which the share {@code p} lies; infinite where one of its neighbours is. */
  static double quantile(double[] sorted, double p) {
    double place = p * (sorted.length - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return place == low || sorted[low] == sorted[high]
        ? sorted[low]
        : sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  /** Whether all three are numbers. */
  boolean finite() {
    return Double.isFinite(median) && Double.isFinite(low90) && Double.isFinite(high90);
  }
}
