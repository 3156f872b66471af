package org.rxtwin.chart;

import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.Figures;

/**
 * A dose that is given again and again.
 *
 * @param drug ingredient
 * @param dose amount each time
 * @param intervalHours hours between doses, above zero
 * @param route such as {@code PO}
 * @param infusionHours over how many hours each dose runs in; zero where it is given at once
 */
public record Regimen(
    String drug, Dose dose, double intervalHours, String route, double infusionHours) {
  /** Doses that are swallowed, or injected at once. */
  public Regimen(String drug, Dose dose, double intervalHours, String route) {
    this(drug, dose, intervalHours, route, 0);
  }

  public Regimen {
    if (!(intervalHours > 0)) {
      throw new IllegalArgumentException(
          "expected an interval above zero, came interval ("
              + intervalHours
              + " h)\nMaybe a single dose was meant.");
    }
  }

  /** Whether it goes into a vein, where an interval is told in hours. */
  public boolean isByVein() {
    return route.equalsIgnoreCase("IV") || infusionHours > 0;
  }

  /** As a pharmacist writes it. */
  public String text() {
    return drug
        + " "
        + dose
        + (route.isEmpty() ? "" : " " + route)
        + " every "
        + Figures.plain(intervalHours)
        + " h"
        + (infusionHours > 0 ? " over " + Figures.plain(infusionHours) + " h" : "");
  }
}
