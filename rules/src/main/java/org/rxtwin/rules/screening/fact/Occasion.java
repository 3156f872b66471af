package org.rxtwin.rules.screening.fact;

/** What makes a measurement due. */
public enum Occasion {
  BEFORE_START,
  START,
  DOSE_CHANGE,
  ONGOING
}
