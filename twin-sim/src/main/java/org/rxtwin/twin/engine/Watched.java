package org.rxtwin.twin.engine;

import org.rxtwin.twin.model.Output;
import org.rxtwin.twin.model.PkPdModel;

/** The first output of a model as so much concentration per amount in one compartment. */
final class Watched {
  private final PkPdModel model;
  private final Output output;
  private final int compartment;

  Watched(PkPdModel model) {
    this.model = model;
    this.output = model.outputs().get(0);
    this.compartment = model.layout().compartments().indexOf(output.name());
    if (compartment < 0) {
      throw new IllegalArgumentException(
          "expected the first output of "
              + model.id()
              + " to be a compartment with a scale, came "
              + output.name()
              + "\nMaybe put that output first");
    }
  }

  /** Which compartment, from 0. */
  int compartment() {
    return compartment;
  }

  /** Concentration of one unit of amount. */
  double perAmount(double[] slots) {
    int first = model.layout().amounts();
    int n = model.layout().compartments().size();
    java.util.Arrays.fill(slots, first, first + n, 0);
    slots[first + compartment] = 1;
    model.programs().outputs().run(slots);
    return slots[output.slot()];
  }
}
