package org.rxtwin.rules.screening.fact;

/** What the last ECG says of QT. */
public enum Ecg {
  NORMAL,
  LONG,
  /** Far above the value before the drugs. */
  ROSE,
  /** None since the drugs began, or too long ago. */
  MISSING
}
