package org.rxtwin.knowledge.exposure;

import java.util.OptionalDouble;

/**
 * A drug that acts on another's exposure.
 *
 * @param ingredient its id
 * @param dailyMg what is taken in a day, in mg; where it is not known the strongest row counts
 */
public record Perpetrator(String ingredient, OptionalDouble dailyMg) {
  /** A perpetrator whose dose is not known. */
  public static Perpetrator of(String ingredient) {
    return new Perpetrator(ingredient, OptionalDouble.empty());
  }
}
