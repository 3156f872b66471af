package org.rxtwin.load;

import java.util.List;

/**
 * What is sent.
 *
 * @param rate messages a second
 * @param warmUp seconds that are not counted
 * @param seconds seconds that are
 * @param patients how many invented patients
 */
record LoadPlan(int rate, int warmUp, int seconds, int patients) {
  LoadPlan {
    if (rate < 1 || warmUp < 0 || seconds < 1 || patients < 1) {
      throw new IllegalArgumentException(
          "expected a rate, seconds and patients of at least one and a warm-up of zero or more,"
              + " came rate ("
              + rate
              + " 1/s), warm-up ("
              + warmUp
              + " s), measured ("
              + seconds
              + " s), patients ("
              + patients
              + ")\nMaybe the order is: load RATE WARM-UP SECONDS PATIENTS.");
    }
  }

  /** Reads {@code RATE WARM-UP SECONDS PATIENTS}; what is left out takes the usual value. */
  static LoadPlan of(List<String> words) {
    int[] values = {400, 60, 300, 5_000};
    for (int i = 0; i < Math.min(values.length, words.size()); i++) {
      values[i] = Integer.parseInt(words.get(i));
    }
    return new LoadPlan(values[0], values[1], values[2], values[3]);
  }

  /** Messages in all. */
  int messages() {
    return rate * (warmUp + seconds);
  }

  /** When a message is due after the first, in nanoseconds. */
  long dueNanos(int number) {
    return number * 1_000_000_000L / rate;
  }

  /** Whether a message is counted. */
  boolean counts(int number) {
    return number >= rate * warmUp;
  }
}
