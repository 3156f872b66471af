package org.rxtwin.chart;

/** Who is disturbed, and when. Declared from most to least urgent. */
public enum Tier {
  /** Contraindicated; no override without a second person. */
  HARD_STOP(9),
  /** Act before the next dose. */
  INTERRUPT(7),
  /** Review today. */
  QUEUE(4),
  /** Kept for statistics and audit. */
  LOG(1);

  private final int priority;

  Tier(int priority) {
    this.priority = priority;
  }

  /** JMS priority. */
  public int priority() {
    return priority;
  }

  /** The more urgent of two. */
  public Tier orWorse(Tier other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
