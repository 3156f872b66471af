package org.rxtwin.twin.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a model is solved: linear ones in closed form, the others by an integrator. */
public enum Structure {
  ONE_COMPARTMENT("one-compartment", List.of("CL", "V1")),
  TWO_COMPARTMENT("two-compartment", List.of("CL", "V1", "Q", "V2")),
  ONE_COMPARTMENT_ORAL("one-compartment-oral", List.of("KA", "CL", "V1")),
  TWO_COMPARTMENT_ORAL("two-compartment-oral", List.of("KA", "CL", "V1", "Q", "V2")),
  /** One compartment whose elimination can be saturated: VMAX amount per time, KM concentration. */
  MICHAELIS_MENTEN("michaelis-menten", List.of("VMAX", "KM", "V1")),
  /** The same, with a depot. */
  MICHAELIS_MENTEN_ORAL("michaelis-menten-oral", List.of("KA", "VMAX", "KM", "V1")),
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
    return this == ONE_COMPARTMENT_ORAL
        || this == TWO_COMPARTMENT_ORAL
        || this == MICHAELIS_MENTEN_ORAL;
  }

  /** Whether elimination can be saturated in a way that has a formula of its own. */
  public boolean saturable() {
    return this == MICHAELIS_MENTEN || this == MICHAELIS_MENTEN_ORAL;
  }

  /** Whether twice the dose gives twice the amounts. */
  public boolean linear() {
    return this != ODE && !saturable();
  }

  /** Where it is not linear: its equations, as a model file would write them. */
  List<String> equations() {
    return switch (this) {
      case MICHAELIS_MENTEN -> List.of("-VMAX*(A1/V1)/(KM+A1/V1)");
      case MICHAELIS_MENTEN_ORAL -> List.of("-KA*A1", "KA*A1-VMAX*(A2/V1)/(KM+A2/V1)");
      default -> List.of();
    };
  }

  /** How many compartments it has; not asked of {@link #ODE}. */
  public int compartments() {
    return (oral() ? 1 : 0) + (parameters().contains("Q") ? 2 : 1);
  }

  static Optional<Structure> find(String word) {
    return Arrays.stream(values()).filter(s -> s != ODE && s.word.equals(word)).findFirst();
  }
}
