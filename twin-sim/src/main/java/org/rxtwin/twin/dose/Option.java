package org.rxtwin.twin.dose;

/**
 * A regimen that can be given.
 *
 * @param milligrams of each dose
 * @param intervalHours between two doses
 */
public record Option(double milligrams, double intervalHours) {
  /** mg a day. */
  public double daily() {
    return milligrams * 24 / intervalHours;
  }
}
