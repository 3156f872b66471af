package org.rxtwin.rules.explanation;

/**
 * One condition tried on one fact.
 *
 * @param condition as the rule writes it
 * @param truth what came of it
 * @param figures what the fact holds there, such as {@code kidney is 62, $under is 30}
 */
public record ConditionTrial(String condition, Truth truth, String figures) {
  /** What came of a condition. */
  public enum Truth {
    HOLDS,
    FAILS,
    /** It asks for a figure that nobody knows: the rule cannot be evaluated. */
    CANNOT_TELL
  }
}
