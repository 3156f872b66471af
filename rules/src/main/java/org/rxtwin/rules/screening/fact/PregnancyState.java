package org.rxtwin.rules.screening.fact;

/** What is known of a pregnancy. */
public enum PregnancyState {
  PREGNANT,
  /** Nothing rules it out. */
  COULD_BE,
  /** A recent test, or a pregnancy that has just ended. */
  EXCLUDED
}
