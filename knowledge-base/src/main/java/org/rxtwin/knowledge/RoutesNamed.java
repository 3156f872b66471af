package org.rxtwin.knowledge;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The routes that a phrase names: {@code intravenous infusion over an hour} names one, {@code oral
 * or rectal} two. Letters that are also words of a language, such as {@code in}, name none within a
 * phrase.
 *
 * @param groups routes that knowledge tells apart
 * @param other whether it names a way that belongs to none of them, such as epidural
 */
public record RoutesNamed(Set<RouteGroup> groups, boolean other) {
  private static final int LONGEST = 3;
  private static final int SHORTEST_WORD = 4;

  /** Short ones that nobody writes for anything else. */
  private static final Set<String> SHORT =
      Set.of("IV", "IVP", "IM", "SC", "SQ", "PO", "SL", "EYE", "EAR");

  public RoutesNamed {
    groups = Collections.unmodifiableSet(groups);
  }

  /** What stands in the phrase, the longest words first: oral inhalation is not oral. */
  public static RoutesNamed in(String phrase) {
    List<String> words = RouteWords.words(phrase);
    EnumSet<RouteGroup> groups = EnumSet.noneOf(RouteGroup.class);
    boolean other = false;
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(LONGEST, words.size() - at);
      while (length > 0 && at(words, at, length).isEmpty()) {
        length--;
      }
      if (length > 0) {
        Optional<RouteGroup> found = at(words, at, length).get();
        found.ifPresent(groups::add);
        other |= found.isEmpty();
      }
      at += Math.max(1, length);
    }
    return new RoutesNamed(groups, other);
  }

  /** Whether it names no route at all. */
  public boolean none() {
    return groups.isEmpty() && !other;
  }

  /** The one route that it names; empty where it names several, or one of no group. */
  public Optional<RouteGroup> only() {
    return groups.size() == 1 && !other ? groups.stream().findFirst() : Optional.empty();
  }

  private static Optional<Optional<RouteGroup>> at(List<String> words, int from, int length) {
    String term = String.join(" ", words.subList(from, from + length));
    boolean word =
        SHORT.contains(term)
            || term.codePoints().anyMatch(Character::isIdeographic)
            || (term.length() >= SHORTEST_WORD
                && term.codePoints().allMatch(each -> Character.isLetter(each) || each == ' '));
    return word ? RouteWords.known(term) : Optional.empty();
  }
}
