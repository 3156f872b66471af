package org.rxtwin.rules.screening.fact;

/** What makes a measurement due. */
public enum Occasion {
  BEFORE_START,
  START,
  DOSE_CHANGE,
  ONGOING,
  /** The last results did not hold the range. */
  UNSTEADY,
  /** They did, in a course that is still young. */
  SETTLING
}
