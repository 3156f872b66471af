package org.rxtwin.rules.ruleset;

/** A rule file holds something that is not on the allow-list, or its cases do not fit it. */
public final class RuleRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleRefusedException(String file, int line, String expected, String came, String maybe) {
    super(
        file
            + (line > 0 ? " line " + line : "")
            + ": expected "
            + expected
            + ", came "
            + came
            + "\nThe whole rule set is refused; nothing is screened by it."
            + "\nMaybe "
            + maybe);
  }
}
