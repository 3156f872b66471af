package org.rxtwin.rules.adjudication;

import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Figures;

/** A regimen by the day, as a prescription says it. */
final class Daily {
  private static final double HOURS_PER_DAY = 24.0;
  private static final double HOURS_PER_WEEK = 168.0;

  private Daily() {}

  static double milligrams(Regimen regimen) {
    return regimen.dose().amount() * HOURS_PER_DAY / regimen.intervalHours();
  }

  /** Such as {@code 3 mg daily} or {@code 500 mg every 12 h}. */
  static String text(Regimen regimen) {
    return regimen.isByVein()
        ? byHours(regimen)
        : regimen.dose() + " " + rhythm(regimen.intervalHours());
  }

  /** Such as {@code 750 mg every 24 h}: for drugs whose interval is part of the dose. */
  static String byHours(Regimen regimen) {
    return regimen.dose() + " every " + Figures.plain(regimen.intervalHours()) + " h";
  }

  /** From one regimen to another, both told in the same way. */
  static String change(Regimen from, Regimen to) {
    boolean daily =
        from.intervalHours() == to.intervalHours() || from.intervalHours() == HOURS_PER_WEEK;
    return daily
        ? " from " + text(from) + " to " + text(to)
        : " from " + byHours(from) + " to " + byHours(to);
  }

  private static String rhythm(double hours) {
    if (hours == HOURS_PER_DAY) {
      return "daily";
    }
    return hours == HOURS_PER_WEEK ? "weekly" : "every " + Figures.plain(hours) + " h";
  }
}
