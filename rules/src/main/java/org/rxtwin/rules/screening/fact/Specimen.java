package org.rxtwin.rules.screening.fact;

/** Whether a specimen can be believed. */
public enum Specimen {
  SOUND,
  /** Haemolysed, clotted, diluted or drawn from a line. */
  DOUBTFUL,
  PRELIMINARY
}
