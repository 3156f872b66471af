package org.rxtwin.rules.screening.fact;

/** Why a drug could not be told with certainty. */
public enum Match {
  /** No drug is known by what was written. */
  NONE,
  /** The text only resembles names. */
  FUZZY,
  /** The text means several drugs. */
  AMBIGUOUS,
  /** Code and text name different drugs. */
  CONFLICT
}
