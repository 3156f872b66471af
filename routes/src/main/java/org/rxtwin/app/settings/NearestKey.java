package org.rxtwin.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that a misspelt one most likely meant. */
final class NearestKey {
  private NearestKey() {}

  /** " Maybe you meant X." where something is near, else nothing. */
  static String advice(String name, Collection<String> known) {
    return find(name, known).map(k -> " Maybe you meant " + k + ".").orElse("");
  }

  private static Optional<String> find(String name, Collection<String> known) {
    int farthest = Math.max(2, name.length() / 2);
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(k -> k))
        .filter(k -> distance(name, k) <= farthest);
  }

  /** Levenshtein's distance: letters put in, left out or changed, without regard to case. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (same(one.charAt(i - 1), other.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static boolean same(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}
