package org.rxtwin.rules.screening.fact;

/** What a patient had of opioids in the week before. */
public enum OpioidPast {
  NONE,
  TOO_LITTLE,
  ENOUGH
}
