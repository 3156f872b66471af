package org.rxtwin.twin.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Linear structures solved in closed form instead of by an ODE integrator. */
public enum Structure {
  ONE_COMPARTMENT("one-compartment", List.of("CL", "V1")),
  TWO_COMPARTMENT("two-compartment", List.of("CL", "V1", "Q", "V2")),
  ONE_COMPARTMENT_ORAL("one-compartment-oral", List.of("KA", "CL", "V1")),
  TWO_COMPARTMENT_ORAL("two-compartment-oral", List.of("KA", "CL", "V1", "Q", "V2")),
  /** Any system, written as differential equations. */
  ODE("ode", List.of());

  private final String word;
  private final String parameters;

  Structure(String word, List<String> parameters) {
    this.word = word;
    this.parameters = String.join(" ", parameters);
  }

  /** The word in a model file. */
  public String word() {
    return word;
  }

  /** The parameters it needs, by name. */
  public List<String> parameters() {
    return parameters.isEmpty() ? List.of() : List.of(parameters.split(" ", -1));
  }

  /** Whether the first compartment is a depot. */
  public boolean oral() {
    return this == ONE_COMPARTMENT_ORAL || this == TWO_COMPARTMENT_ORAL;
  }

  /** How many compartments it has; not asked of {@link #ODE}. */
  public int compartments() {
    return (oral() ? 1 : 0) + (parameters().contains("Q") ? 2 : 1);
  }

  static Optional<Structure> find(String word) {
    return Arrays.stream(values()).filter(s -> s != ODE && s.word.equals(word)).findFirst();
  }
}
