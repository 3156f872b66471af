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
 */
public record Regimen(String drug, Dose dose, double intervalHours, String route) {
  public Regimen {
    if (!(intervalHours > 0)) {
      throw new IllegalArgumentException(
          "expected an interval above zero, came interval ("
              + intervalHours
              + " h)\nMaybe a single dose was meant.");
    }
  }

  /** As a pharmacist writes it. */
  public String text() {
    return drug
        + " "
        + dose
        + (route.isEmpty() ? "" : " " + route)
        + " every "
        + Figures.plain(intervalHours)
        + " h";
  }
}
