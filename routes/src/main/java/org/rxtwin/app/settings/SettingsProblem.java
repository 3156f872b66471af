package org.rxtwin.app.settings;

import java.util.List;

/** Settings that cannot be used: every reason found, not the first alone. */
public final class SettingsProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** All reasons, in the order found. */
  public SettingsProblem(List<String> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence a problem. */
  public List<String> problems() {
    return problems;
  }

  private static String text(List<String> problems) {
    return "The settings cannot be used ("
        + problems.size()
        + (problems.size() == 1 ? " problem):" : " problems):")
        + "\n  - "
        + String.join("\n  - ", problems)
        + "\nMaybe run `rxtwin config` after mending them: it prints what is in force.";
  }
}
