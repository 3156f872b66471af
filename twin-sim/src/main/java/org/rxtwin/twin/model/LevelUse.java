package org.rxtwin.twin.model;

/**
 * A laboratory value the model can be fitted to.
 *
 * @param analyte its id in the knowledge base
 * @param output the output it measures; empty for the first
 * @param notBeforeHours hours after a dose, or after the end of its infusion, before which it says
 *     nothing of the exposure
 * @param required whether nothing is forecast before one was measured: people differ too much
 */
public record LevelUse(String analyte, String output, double notBeforeHours, boolean required) {
  public LevelUse {
    if (!(notBeforeHours >= 0)) {
      throw new ModelProblem(
          "levels." + analyte, "expected not_before_hours of at least 0", "leave it out");
    }
  }
}
