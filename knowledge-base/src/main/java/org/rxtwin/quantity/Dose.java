package org.rxtwin.quantity;

/**
 * An amount of drug given at once.
 *
 * @param amount how much, in {@code unit}; above zero and finite
 * @param unit what it is counted in
 */
public record Dose(double amount, DoseUnit unit) {
  public Dose {
    Finite.positive("dose", amount, unit.ucum());
  }

  /** A dose in milligrams. */
  public static Dose milligrams(double milligrams) {
    return new Dose(milligrams, DoseUnit.MG);
  }

  @Override
  public String toString() {
    return Figures.plain(amount) + " " + unit.ucum();
  }
}
