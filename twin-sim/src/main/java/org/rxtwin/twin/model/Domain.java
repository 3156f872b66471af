package org.rxtwin.twin.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For whom the model was built.
 *
 * @param limits by quantity with unit in its name, such as {@code age_years}
 */
public record Domain(Map<String, Limits> limits) {

  /** Outside hard: no answer. Outside soft: an answer that says so and lowers nothing. */
  public record Limits(Range hard, Range soft) {}

  /** How a value stands to its limits. */
  public enum Place {
    INSIDE,
    OUTSIDE_SOFT,
    OUTSIDE_HARD
  }

  public Domain {
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
  }

  /** Where {@code value} lies; a quantity the model does not limit is inside. */
  public Place place(String quantity, double value) {
    Limits limit = limits.get(quantity);
    if (limit == null || limit.soft().contains(value)) {
      return Place.INSIDE;
    }
    return limit.hard().contains(value) ? Place.OUTSIDE_SOFT : Place.OUTSIDE_HARD;
  }
}
