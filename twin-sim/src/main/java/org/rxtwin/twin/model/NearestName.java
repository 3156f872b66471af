package org.rxtwin.twin.model;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the known name a person probably meant. */
final class NearestName {
  private NearestName() {}

  /**
   * The candidate with the fewest edits, or null where nothing is near (more than half differs).
   */
  static @Nullable String find(String wanted, Collection<String> candidates) {
    String best = null;
    int fewest = Math.max(2, wanted.length() / 2) + 1;
    for (String candidate : candidates) {
      int edits = edits(wanted.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best;
  }

  /** A sentence for the last line of a refusal. */
  static String advice(String wanted, Collection<String> candidates) {
    String nearest = find(wanted, candidates);
    return nearest == null
        ? "use one of " + String.join(", ", candidates)
        : "'" + nearest + "' was meant";
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
