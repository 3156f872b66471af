package org.rxtwin.twin.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property of the patient a model needs; may change with time.
 *
 * @param name column of the data, symbol of the expressions
 * @param otherwise the value where the data have none, or null: then it must be given
 * @param describe what it means and how it is coded
 * @param from where it stands on a chart; empty where only data can give it
 * @param floor how low creatinine enters it, where the paper says so
 * @param said what a pharmacist reads where {@code otherwise} is used; empty for the value alone
 */
public record Covariate(
    String name,
    @Nullable Double otherwise,
    String describe,
    Optional<FromChart> from,
    Optional<CreatinineFloor> floor,
    String said) {
  public Covariate {
    boolean kidney = from.map(FromChart::kidneyFunction).orElse(false);
    if (floor.isPresent() && !kidney) {
      throw new ModelProblem(
          "covariates." + name,
          "creatinine_floor stands beside 'from: crcl-ml-min' only",
          "bind the covariate to crcl-ml-min");
    }
  }

  /** A covariate that only data can give. */
  Covariate(String name, @Nullable Double otherwise, String describe) {
    this(name, otherwise, describe, Optional.empty(), Optional.empty(), "");
  }
}
