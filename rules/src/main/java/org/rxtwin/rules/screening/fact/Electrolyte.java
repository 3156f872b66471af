package org.rxtwin.rules.screening.fact;

/** How an electrolyte stands where a drug lengthens QT. */
public enum Electrolyte {
  NORMAL,
  LOW,
  /** So low that it is replaced before the next dose. */
  CRITICAL,
  /** Critical in a specimen that cannot be believed. */
  DOUBTFUL,
  /** Never measured, or too long ago. */
  UNKNOWN
}
