package org.rxtwin.twin.model;

/** Compiled assignments: reads slots, writes slots, in order. */
@FunctionalInterface
public interface Program {
  /** Runs all assignments over {@code slots}. */
  void run(double[] slots);
}
