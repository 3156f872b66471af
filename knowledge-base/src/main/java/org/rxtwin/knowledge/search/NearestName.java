package org.rxtwin.knowledge.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

  /**
   * The known names nearest to a wrong one, at most so many: those that hold it first, then by
   * letters that differ from the name or from its part after the slash.
   */
  public static List<String> list(String name, Collection<String> known, int most) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .sorted(
            Comparator.comparing((String each) -> !each.toLowerCase(Locale.ROOT).contains(wanted))
                .thenComparing(
                    each -> Math.min(distance(name, each), distance(name, afterSlash(each))))
                .thenComparing(each -> each))
        .limit(most)
        .toList();
  }

  private static String afterSlash(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private static int distance(String one, String other) {
    return EditSimilarity.distance(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private record Near(String name, int distance) {}
}
