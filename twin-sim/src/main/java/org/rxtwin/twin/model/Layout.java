package org.rxtwin.twin.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which slot of the working array holds which quantity. Slot 0 is time. */
public final class Layout {
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final int etas;
  private final List<String> parameters;
  private final List<String> compartments;

  Layout(List<Covariate> covariates, int etas, List<String> parameters, List<String> compartments) {
    this.etas = etas;
    this.parameters = List.copyOf(parameters);
    this.compartments = List.copyOf(compartments);
    add("T");
    covariates.forEach(c -> symbol("covariates", c.name()));
    for (int i = 1; i <= etas; i++) {
      add("ETA" + i);
    }
    parameters.forEach(name -> symbol("parameters", name));
    for (int i = 1; i <= compartments.size(); i++) {
      add("A" + i);
    }
    // The names below hold a blank, so no expression can reach them.
    for (int i = 1; i <= compartments.size(); i++) {
      add("d A" + i);
    }
    for (DoseProperty property : DoseProperty.values()) {
      for (int i = 1; i <= compartments.size(); i++) {
        add(property + " " + i);
      }
    }
  }

  /** What a dose into a compartment may carry, beside its amount. */
  public enum DoseProperty {
    F,
    ALAG,
    D,
    R
  }

  /** Adds a name that expressions use. */
  private void symbol(String where, String name) {
    if (!SYMBOL.matcher(name).matches() || name.equals("if") || name.equals("else")) {
      throw new ModelProblem(
          where,
          "'" + name + "' cannot stand in an expression",
          "use letters, digits and _, with a letter first");
    }
    add(name);
  }

  final int add(String name) {
    if (slots.containsKey(name)) {
      throw new ModelProblem(name, "the name stands for two things", "rename one of them");
    }
    slots.put(name, slots.size());
    return slots.size() - 1;
  }

  Map<String, Integer> names() {
    return Collections.unmodifiableMap(slots);
  }

  /** Names expressions may use, up to and without {@code before}; all where it is empty. */
  List<String> namesBefore(String before, boolean amounts) {
    List<String> names = new ArrayList<>();
    for (String name : slots.keySet()) {
      if (name.equals(before)) {
        break;
      }
      boolean amount = compartmentNames().contains(name) || name.equals("T");
      if (name.indexOf(' ') < 0 && (amounts || !amount)) {
        names.add(name);
      }
    }
    return names;
  }

  private List<String> compartmentNames() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= compartments.size(); i++) {
      names.add("A" + i);
    }
    return names;
  }

  /** Slot of a symbol; throws where there is none. */
  public int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      throw new IllegalArgumentException("expected a symbol of the model, came " + name);
    }
    return slot;
  }

  /** Slot of the first amount; the others follow. */
  public int amounts() {
    return slot("A1");
  }

  /** Slot of the first derivative; the others follow. */
  public int derivatives() {
    return slot("d A1");
  }

  /** Slot of a dose property of compartment {@code cmt} (from 1). */
  public int dose(DoseProperty property, int cmt) {
    return slot(property + " 1") + cmt - 1;
  }

  /** Parameter names in file order. */
  public List<String> parameters() {
    return parameters;
  }

  /** Compartment names in file order. */
  public List<String> compartments() {
    return compartments;
  }

  /** Fresh slots with the given etas, all else zero. */
  public double[] slots(double[] etaValues) {
    if (etaValues.length != etas) {
      throw new IllegalArgumentException(
          "expected " + etas + " etas, came " + etaValues.length + "\nMaybe a column is missing");
    }
    double[] fresh = new double[slots.size()];
    if (etas > 0) {
      System.arraycopy(etaValues, 0, fresh, slot("ETA1"), etas);
    }
    return fresh;
  }

  /** The value of a covariate: as given, else its default; refused where there is neither. */
  public double value(Covariate covariate, Map<String, Double> given) {
    Double value = given.getOrDefault(covariate.name(), covariate.otherwise());
    if (value == null || value.isNaN()) {
      throw new IllegalArgumentException(
          "expected a value of covariate "
              + covariate.name()
              + ", none was given\nMaybe add the column "
              + covariate.name());
    }
    return value;
  }
}
