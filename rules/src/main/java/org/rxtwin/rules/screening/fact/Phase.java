package org.rxtwin.rules.screening.fact;

/** Whether a cause is at work. */
public enum Phase {
  /** Its order runs. */
  RUNNING,
  /** Its order has ended or is on hold, its effect has not ended. */
  WASHING_OUT
}
