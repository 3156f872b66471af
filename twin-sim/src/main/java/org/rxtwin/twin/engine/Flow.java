package org.rxtwin.twin.engine;

/** Moves the amounts through a stretch of time without events and with constant parameters. */
interface Flow {
  /**
   * @param slots the model's slots; parameters are read, the rest may be overwritten
   * @param amounts one a compartment; changed
   * @param rates of running infusions, one a compartment
   * @param from start
   * @param to end, not before the start
   */
  void advance(double[] slots, double[] amounts, double[] rates, double from, double to);
}
