package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to say something of a schedule, and what it says.
 *
 * @param pattern its words, in those of {@link TimingScanner}
 */
record TimingClause(Pattern pattern, BiConsumer<Matcher, TimingTold> says) {
  /** Sentences are written in signs up to this. */
  private static final char LAST_SIGN = '~';

  static TimingClause of(String words, BiConsumer<Matcher, TimingTold> says) {
    return new TimingClause(Pattern.compile("(?:" + words + ")(?= |$)"), says);
  }

  /** For each sign those that may begin with it: few of all have to be tried at a place. */
  static List<List<TimingClause>> byFirst(List<TimingClause> all) {
    List<List<TimingClause>> index = new ArrayList<>();
    for (char first = 0; first <= LAST_SIGN; first++) {
      String sign = String.valueOf(first);
      index.add(all.stream().filter(each -> each.mayBegin(sign)).toList());
    }
    return index;
  }

  /** A search that comes to the end of the sign alone could have gone on. */
  private boolean mayBegin(String sign) {
    Matcher matcher = pattern.matcher(sign);
    return matcher.lookingAt() || matcher.hitEnd();
  }
}
