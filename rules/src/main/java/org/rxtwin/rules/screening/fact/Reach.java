package org.rxtwin.rules.screening.fact;

/** How much of a product arrives in the circulation. */
public enum Reach {
  SYSTEMIC,
  LOW,
  NONE
}
