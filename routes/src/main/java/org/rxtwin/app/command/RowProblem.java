package org.rxtwin.app.command;

import java.util.Map;

/** A row that cannot be answered, or only with a reservation; the message goes into the table. */
final class RowProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> answers;

  RowProblem(String message) {
    this(message, Map.of());
  }

  /** What can be said all the same. */
  RowProblem(String message, Map<String, String> answers) {
    super(message, null, false, false);
    this.answers = answers;
  }

  RowProblem(String message, Throwable cause) {
    super(message, cause, false, false);
    this.answers = Map.of();
  }

  /** A problem's text for one cell: its way out is a sentence of its own. */
  static String oneLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).replaceAll("\\.?\n", ". ");
  }

  Map<String, String> answers() {
    return answers;
  }
}
