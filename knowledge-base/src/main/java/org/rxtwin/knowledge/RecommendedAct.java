package org.rxtwin.knowledge;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What to do, so that nobody has to guess: verb and object, then another drug or a test with its
 * day. What a person looks at (skin, symptoms) and no laboratory reports stands in the object, with
 * its day.
 *
 * @param verb the act
 * @param what its object, with the dose where one is meant
 * @param alternative what to give instead
 * @param test what to measure, by the name of an analyte
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

  private static final Pattern OBSERVED = Pattern.compile("\\bwithin \\d+ days?\\b");

  public RecommendedAct {
    Must.text("what", what);
    Must.be(
        test.isPresent() == withinDays.isPresent(),
        "within_days",
        "a number of days exactly where a test is named",
        withinDays);
    Must.be(
        test.isPresent() || alternative.isPresent() || OBSERVED.matcher(what).find(),
        "alternative",
        "another drug, a test with its day, or what to look at \"within n days\"",
        "none of them");
    withinDays.ifPresent(d -> Must.within("within_days", d, 0, 366));
  }
}
