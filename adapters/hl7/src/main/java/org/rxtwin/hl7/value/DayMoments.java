package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Moments of the day and meals, and how many doses they make. "Every morning before breakfast" is
 * one dose told by two names; one that follows a rate after an "and" comes on top of it, and so
 * does bedtime beside the three meals.
 */
final class DayMoments {
  private static final int MEALS = 3;

  private final List<String> named = new ArrayList<>();
  private String meals = "";
  private int onTop;
  private boolean contradicts;

  /** Whether a comma or an "and" stands between moments. */
  private boolean joined;

  /** Whether the night is named right after the evening. */
  private boolean alsoNight;

  private boolean apposedNight;

  /**
   * Takes one more moment.
   *
   * @param joiner {@code AND}, a comma, or nothing where it follows the words before at once
   * @param apposed whether a word such as "at" or "every" stands before it
   * @param rated whether a count or an interval is told
   */
  void take(String code, String joiner, boolean apposed, boolean rated) {
    boolean known = named.stream().anyMatch(each -> part(each) == part(code));
    boolean late = isLate(code) && named.stream().anyMatch(DayMoments::isLate);
    joined |= !named.isEmpty() && !joiner.isEmpty();
    if (joiner.isEmpty() && (known || late)) {
      alsoNight |= !known;
      apposedNight |= !known && apposed;
      return;
    }
    contradicts |= known || (late && !joiner.equals("AND") && named.size() == 1);
    boolean bedtime = toldMeals() && !rated && code.equals("QHS");
    boolean joins = joiner.equals("AND") && (rated || toldMeals());
    boolean more = (bedtime || joins) && named.size() == onTop;
    contradicts |= more && toldMeals() && rated;
    onTop += more ? 1 : 0;
    named.add(code);
  }

  /** Takes the three meals: bedtime before them comes on top where a joiner stands between. */
  void meals(String code, String joiner, boolean rated) {
    contradicts |= toldMeals() && !meals.equals(code);
    meals = code;
    if (named.equals(List.of("QHS")) && !rated && onTop == 0) {
      contradicts |= joiner.isEmpty();
      onTop = 1;
    }
  }

  boolean toldMeals() {
    return !meals.isEmpty();
  }

  /** Doses of a day where the meals alone tell how often; bedtime is not counted. */
  int byMeals() {
    return toldMeals() && named.size() == onTop ? MEALS : 0;
  }

  boolean isEmpty() {
    return named.isEmpty();
  }

  /** Doses that come on top of a rate or of the meals. */
  int onTop() {
    return onTop;
  }

  /** Doses of the other moments. */
  int own() {
    return named.size() + (listed() ? 1 : 0) - onTop;
  }

  int size() {
    return named.size();
  }

  boolean contradict() {
    return contradicts || (listed() && (joined || apposedNight));
  }

  /** Evening and night one after the other are two moments in a list, else two names of one. */
  private boolean listed() {
    return alsoNight && named.stream().anyMatch(each -> !isLate(each));
  }

  private static boolean isLate(String code) {
    return part(code) == 'V' || part(code) == 'N';
  }

  /** Part of the day: M morning, D noon, V evening, N night; as table 0335 names the meals. */
  private static char part(String code) {
    return switch (code) {
      case "QAM" -> 'M';
      case "QNN" -> 'D';
      case "QPM" -> 'V';
      case "QHS" -> 'N';
      default -> code.charAt(code.length() - 1);
    };
  }
}
