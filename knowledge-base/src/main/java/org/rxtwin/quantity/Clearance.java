package org.rxtwin.quantity;

/**
 * A clearance. The kidney's is usually told in mL/min, the model's in L/h.
 *
 * @param litresPerHour zero or above, finite
 */
public record Clearance(double litresPerHour) {
  private static final double MINUTES_PER_HOUR = 60.0;
  private static final double MILLILITRES_PER_LITRE = 1000.0;

  public Clearance {
    Finite.notNegative("clearance", litresPerHour, "L/h");
  }

  /** A clearance given in mL/min. */
  public static Clearance ofMillilitresPerMinute(double millilitresPerMinute) {
    return new Clearance(millilitresPerMinute * MINUTES_PER_HOUR / MILLILITRES_PER_LITRE);
  }

  /** This clearance in mL/min. */
  public double millilitresPerMinute() {
    return litresPerHour * MILLILITRES_PER_LITRE / MINUTES_PER_HOUR;
  }
}
