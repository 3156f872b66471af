package org.rxtwin.quantity;

/**
 * A mass concentration.
 *
 * @param milligramsPerLitre zero or above, finite
 */
public record Concentration(double milligramsPerLitre) {
  public Concentration {
    Finite.notNegative("concentration", milligramsPerLitre, "mg/L");
  }
}
