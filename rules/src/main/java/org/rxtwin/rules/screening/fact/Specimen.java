package org.rxtwin.rules.screening.fact;

/** Whether a specimen can be believed. */
public enum Specimen {
  SOUND,
  /** Haemolysed, clotted, diluted or drawn from a line. */
  DOUBTFUL,
  PRELIMINARY,
  /** The number came in a unit that cannot be brought to that of the limit. */
  OTHER_UNIT
}
