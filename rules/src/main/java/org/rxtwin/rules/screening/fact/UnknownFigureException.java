package org.rxtwin.rules.screening.fact;

/** A rule compared a figure that nobody knows. It must ask first whether the figure is known. */
public final class UnknownFigureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownFigureException(String component) {
    super(
        "expected a rule to compare "
            + component
            + " only where it is known, came an unknown one\nMaybe the condition that asks whether"
            + " it is known stands after the comparison, or is missing.");
  }

  static double known(String component, double figure) {
    if (Double.isNaN(figure)) {
      throw new UnknownFigureException(component);
    }
    return figure;
  }
}
