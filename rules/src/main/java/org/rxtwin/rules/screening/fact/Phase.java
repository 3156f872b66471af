package org.rxtwin.rules.screening.fact;

/** Whether a cause is at work. */
public enum Phase {
  /** Its order runs, or is on hold and may run again. */
  RUNNING,
  /** Its order has ended, its effect has not. */
  WASHING_OUT
}
