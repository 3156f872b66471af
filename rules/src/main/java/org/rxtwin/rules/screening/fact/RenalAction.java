package org.rxtwin.rules.screening.fact;

/** What a kidney function asks for. */
public enum RenalAction {
  AVOID,
  NO_NEW_START,
  LIMIT
}
