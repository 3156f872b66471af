package org.rxtwin.knowledge.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one most likely meant; of two as near, the first by alphabet. */
public final class NearestName {
  private NearestName() {}

  /** Empty where nothing is near: more than half of the letters, and more than two, differ. */
  public static Optional<String> find(String name, Collection<String> known) {
    int farthest = Math.max(2, name.length() / 2);
    return known.stream()
        .map(each -> new Near(each, distance(name, each)))
        .filter(each -> each.distance() <= farthest)
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .map(Near::name);
  }

  /** Ends a sentence that begins with "Maybe": the name meant, or all of them. */
  public static String advice(String name, Collection<String> known) {
    return find(name, known)
        .map(near -> "'" + near + "' was meant")
        .orElseGet(() -> "use one of " + String.join(", ", known));
  }

  private static int distance(String one, String other) {
    return EditSimilarity.distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private record Near(String name, int distance) {}
}
