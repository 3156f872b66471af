package org.rxtwin.rules.screening.fact;

/** What a dose limit bounds. */
public enum Bound {
  /** The amount at once. */
  SINGLE,
  /** The amount in any 24 hours, all products together. */
  DAILY,
  /** The amount in any 7 days. */
  WEEKLY,
  /** The hours between two doses. */
  INTERVAL,
  /** The amount in a whole life. */
  LIFETIME
}
