package org.rxtwin.rules.screening.fact;

/** What changes when two drugs meet. */
public enum Harm {
  /** The exposure to one of them. */
  EXPOSURE,
  /** Their effects add or oppose, whatever the exposure. */
  EFFECT
}
