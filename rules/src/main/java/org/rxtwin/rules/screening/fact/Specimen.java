package org.rxtwin.rules.screening.fact;

/** Whether a specimen can be believed. */
public enum Specimen {
  SOUND,
  /** Haemolysed, clotted, diluted or drawn from a line. */
  DOUBTFUL,
  /** A level drawn while the last dose still spread: it cannot be judged. */
  TOO_EARLY,
  /** A level whose time of sampling is not told, where that decides. */
  UNTIMED,
  PRELIMINARY,
  /** The number came in a unit that cannot be brought to that of the limit. */
  OTHER_UNIT,
  /** The value jumped so far from the last one that a fresh specimen must confirm it. */
  JUMPED
}
