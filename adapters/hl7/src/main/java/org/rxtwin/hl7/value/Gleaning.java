package org.rxtwin.hl7.value;

/**
 * What is understood of one sentence, the words between left out.
 *
 * @param told what it says of giving the drug
 * @param denied what it says after a "not"
 * @param counted a number of times without the time in which; zero where there is none
 * @param everyMoment whether a moment is told of every day, as "every morning"
 * @param needed whether it says that the drug is taken as needed
 * @param doubtful whether words are left that change how often
 */
record Gleaning(
    TimingTold told,
    TimingTold denied,
    int counted,
    boolean everyMoment,
    boolean needed,
    boolean doubtful) {

  static Gleaning of(String words) {
    Walk walk = new Walk(TimingScanner.sentence(words));
    while (walk.at < walk.sentence.length()) {
      walk.step();
    }
    return new Gleaning(
        walk.told, walk.denied, walk.counted, walk.everyMoment, walk.needed, walk.doubtful);
  }

  /** One way through a sentence, word by word. */
  private static final class Walk {
    /** What the words at hand speak of. */
    private enum Of {
      GIVING,
      NOT_GIVING,
      A_CEILING,
      SOMETHING_ELSE
    }

    /** What stands before them. */
    private enum After {
      TAKE,
      AMOUNT,
      CLAUSE,
      UNKNOWN
    }

    private final String sentence;
    private final TimingTold told = new TimingTold();
    private final TimingTold denied = new TimingTold();
    private final TimingTold ignored = new TimingTold();
    private int at;
    private Of speaks = Of.GIVING;
    private After after = After.TAKE;
    private int counted;
    private boolean everyMoment;
    private boolean needed;
    private boolean doubtful;

    Walk(String sentence) {
      this.sentence = sentence;
    }

    void step() {
      String word = wordAt(at);
      switch (word) {
        case "," -> speaks = speaks == Of.SOMETHING_ELSE ? speaks : Of.GIVING;
        case "TAKE" -> speaks = speaks == Of.NOT_GIVING ? speaks : Of.GIVING;
        case "NOT" -> speaks = Of.NOT_GIVING;
        case "WATCH" -> speaks = Of.SOMETHING_ELSE;
        default -> {}
      }
      if (!clause(word)) {
        leave(word);
      }
    }

    private String wordAt(int begin) {
      int end = sentence.indexOf(' ', begin);
      return end < 0 ? sentence.substring(begin) : sentence.substring(begin, end);
    }

    /** Takes the clause that begins here, if one does. */
    private boolean clause(String word) {
      TimingTold alone = new TimingTold();
      int end = TimingGrammar.clauseAt(sentence, at, alone);
      if (end < 0 || word.matches("\\d{4}")) {
        return false;
      }
      boolean amount = !alone.amounts().isEmpty();
      boolean second = after == After.CLAUSE && isSecond(alone, end + 1);
      boolean dose = amount && (after == After.TAKE || after == After.AMOUNT || second);
      if (!amount || dose) {
        TimingGrammar.clauseAt(sentence, at, listener());
      }
      if (speaks == Of.GIVING) {
        everyMoment |= word.equals("Q") && alone.rate().namedInADay() > 0;
        needed |= alone.isNeeded() && after != After.UNKNOWN;
      }
      after = dose ? After.AMOUNT : word.equals("TAKE") ? After.TAKE : After.CLAUSE;
      at = end + 1;
      return true;
    }

    /** Another amount of the same unit for another moment: "and 20 mg at night". */
    private boolean isSecond(TimingTold alone, int next) {
      TimingTold following = new TimingTold();
      boolean same =
          alone.amounts().stream()
              .anyMatch(each -> told.amounts().stream().anyMatch(each::inUnitOf));
      return same
          && next < sentence.length()
          && TimingGrammar.clauseAt(sentence, next, following) > 0
          && following.rate().namedInADay() > 0;
    }

    private TimingTold listener() {
      return switch (speaks) {
        case GIVING -> told;
        case NOT_GIVING -> denied;
        case A_CEILING, SOMETHING_ELSE -> ignored;
      };
    }

    private void leave(String word) {
      int begin = Math.min(at + word.length() + 1, sentence.length());
      String next = wordAt(begin);
      if (speaks == Of.GIVING) {
        doubtful |= word.equals("EXCEPT") || (word.equals("Q") && isNumber(next));
        counted = isNumber(word) && next.equals("TIMES") ? Integer.parseInt(word) : counted;
      }
      if (word.equals("MAX")) {
        speaks = Of.A_CEILING;
      }
      boolean length = word.equals("FOR") && next.startsWith("/");
      after = After.UNKNOWN;
      at = begin + (length ? next.length() + 1 : 0);
    }

    private static boolean isNumber(String word) {
      return word.matches("\\d{1,3}");
    }
  }
}
