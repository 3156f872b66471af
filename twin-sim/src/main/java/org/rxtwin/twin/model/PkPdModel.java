package org.rxtwin.twin.model;

import java.util.List;
import java.util.Map;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A checked and compiled model. Numbers live in one slot array per simulation; {@link Layout} says
 * which slot holds what. Immutable and safe to share; each simulation brings its own slots.
 */
public final class PkPdModel {
  private final ModelText text;
  private final Layout layout;
  private final Structure structure;
  private final Programs programs;
  private final List<Output> outputs;
  private final RealMatrix omega;

  PkPdModel(
      ModelText text,
      Layout layout,
      Structure structure,
      Programs programs,
      List<Output> outputs,
      RealMatrix omega) {
    this.text = text;
    this.layout = layout;
    this.structure = structure;
    this.programs = programs;
    this.outputs = List.copyOf(outputs);
    this.omega = MatrixUtils.createRealMatrix(omega.getData());
  }

  /** The compiled parts; each reads and writes the slots. */
  public record Programs(
      Program parameters, Program derivatives, Program outputs, Program doses, Program initial) {}

  /** What the file says in words: id, source, domain, targets. */
  public ModelText text() {
    return text;
  }

  /** Short for {@code text().id()}. */
  public String id() {
    return text.id();
  }

  /** Which slot holds what. */
  public Layout layout() {
    return layout;
  }

  /** How it is solved. */
  public Structure structure() {
    return structure;
  }

  /** The compiled arithmetic. */
  public Programs programs() {
    return programs;
  }

  /** What can be measured, in file order. */
  public List<Output> outputs() {
    return outputs;
  }

  /** The output data name by {@code cmt}; 0 and numbers of no output mean the first. */
  public Output output(int cmt) {
    return outputs.stream().filter(o -> o.cmt() == cmt).findFirst().orElse(outputs.get(0));
  }

  /** Variances and covariances of the etas (a copy). */
  public RealMatrix omega() {
    return omega.copy();
  }

  /** Number of etas. */
  public int etas() {
    return omega.getRowDimension();
  }

  /**
   * Individual parameters by name, in file order.
   *
   * @param covariates value of every covariate, by name
   * @param etas one value per eta
   */
  public Map<String, Double> parameters(Map<String, Double> covariates, double[] etas) {
    double[] slots = layout.slots(etas);
    for (Covariate covariate : text.covariates()) {
      slots[layout.slot(covariate.name())] = layout.value(covariate, covariates);
    }
    programs.parameters().run(slots);
    Map<String, Double> named = new java.util.LinkedHashMap<>();
    layout.parameters().forEach(p -> named.put(p, slots[layout.slot(p)]));
    return named;
  }

  @Override
  public String toString() {
    return text.id() + " " + text.version();
  }
}
