package org.rxtwin.chart;

import java.time.Instant;
import java.util.List;

/**
 * A part of a message that could not be read for this patient.
 *
 * @param what what it was, such as {@code order}
 * @param problems where and why
 * @param at evaluation time of the message
 * @param messageId internal id of the message
 */
public record UnreadPart(String what, List<ReadProblem> problems, Instant at, String messageId) {
  /** What it is where an order that the chart does not know was ended, held or released. */
  public static final String UNKNOWN_ORDER = "unknown order";

  /** What it is where a result was taken back or corrected, and nobody can tell which. */
  public static final String WHICH_RESULT = "which result";

  public UnreadPart {
    problems = List.copyOf(problems);
  }
}
