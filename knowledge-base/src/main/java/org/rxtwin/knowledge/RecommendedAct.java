package org.rxtwin.knowledge;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to do, so that nobody has to guess: verb and object, then another drug or a test with its
 * day.
 *
 * @param verb the act
 * @param what its object, with the dose where one is meant
 * @param alternative what to give instead
 * @param test what to measure or ask
 * @param withinDays by when the test is due, in days from now; 0 is today
 */
public record RecommendedAct(
    Verb verb,
    String what,
    Optional<String> alternative,
    Optional<String> test,
    OptionalInt withinDays) {
  /** Acts. Verbs that ask for nothing ("monitor", "consider", "use caution") are not among them. */
  public enum Verb {
    AVOID,
    REPLACE,
    REDUCE,
    LIMIT,
    HOLD,
    STOP,
    SEPARATE,
    MEASURE,
    CONFIRM,
    CONTINUE
  }

  public RecommendedAct {
    Must.text("what", what);
    Must.be(
        test.isPresent() == withinDays.isPresent(),
        "within_days",
        "a number of days exactly where a test is named",
        withinDays);
    Must.be(
        test.isPresent() || alternative.isPresent(),
        "alternative",
        "another drug, or a test with its day",
        "neither");
    withinDays.ifPresent(d -> Must.within("within_days", d, 0, 366));
  }
}
