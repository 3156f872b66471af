package org.rxtwin.chart;

/**
 * Between which ages a person is: both ends are the same where the day of birth is known.
 *
 * @param low youngest, years
 * @param high oldest, years
 */
public record AgeRange(double low, double high) {
  /** Nothing is known of the age. */
  public static final AgeRange ANY = new AgeRange(0, Math.nextDown(150.0));

  /** Whether the day of birth is known. */
  public boolean exact() {
    return low == high;
  }
}
