package org.rxtwin.twin.model;

/** A model file that cannot be used: what was expected, what came, where, and what to try. */
public final class ModelProblem extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param where path inside the file, such as {@code parameters.CL}
   * @param what what was expected and what came
   * @param maybe what to do, in the imperative
   */
  public ModelProblem(String where, String what, String maybe) {
    super(where + ": " + what + "\nMaybe " + maybe);
  }
}
