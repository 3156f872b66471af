package org.rxtwin.twin.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a laboratory can measure.
 *
 * @param name compartment or quantity
 * @param cmt number by which data name it
 * @param slot where its value stands after the outputs were computed
 * @param error residual model, or null: then it cannot be fitted to
 * @param withinPerson variance of a person's own logarithm from day to day on an unchanged dose, 0
 *     where not stated; no part of {@code error}
 */
public record Output(
    String name, int cmt, int slot, @Nullable ErrorModel error, double withinPerson) {

  public Output {
    if (!(withinPerson >= 0 && withinPerson < 1)) {
      throw new IllegalArgumentException(
          "expected a variance from 0 to 1 within a person, came "
              + withinPerson
              + "\nMaybe a percentage was written");
    }
  }

  /** The residual model of single readings: what the paper left over and the day to day. */
  public Optional<ErrorModel> readings() {
    return Optional.ofNullable(error)
        .map(e -> new ErrorModel(e.proportional(), e.additive() + withinPerson, e.logarithmic()));
  }
}
