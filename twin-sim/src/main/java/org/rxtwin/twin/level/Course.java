package org.rxtwin.twin.level;

/** What one draw shows under a regimen. */
final class Course {
  private final double[] daily;
  private final double steady;
  private final double firstDay;
  private final double steadyArea;
  private final double trough;

  /**
   * @param daily the judged exposure of each day shown
   * @param steady the judged exposure once it repeats; infinite where it never does
   * @param firstDay area of the first 24 hours of therapy; no number where it is not known
   * @param steadyArea area over 24 hours once it repeats
   * @param trough concentration before a dose once it repeats; no number where none is shown
   */
  Course(double[] daily, double steady, double firstDay, double steadyArea, double trough) {
    this.daily = daily.clone();
    this.steady = steady;
    this.firstDay = firstDay;
    this.steadyArea = steadyArea;
    this.trough = trough;
  }

  /** The judged exposure of the day at that place of those shown. */
  double daily(int place) {
    return daily[place];
  }

  /** The judged exposures from a day shown to the last. */
  double[] dailyFrom(int place) {
    return java.util.Arrays.copyOfRange(daily, place, daily.length);
  }

  double steady() {
    return steady;
  }

  double firstDay() {
    return firstDay;
  }

  double steadyArea() {
    return steadyArea;
  }

  double trough() {
    return trough;
  }
}
