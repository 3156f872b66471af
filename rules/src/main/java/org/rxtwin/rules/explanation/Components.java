package org.rxtwin.rules.explanation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.function.Supplier;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.ScreeningFact;
import org.rxtwin.rules.screening.fact.UnknownFigureException;

/** Reads the components of a fact by the words that rules use. */
final class Components {
  private static final String UNKNOWN = "not known";
  private static final int DECIMALS = 3;

  private Components() {}

  /**
   * The value of a component.
   *
   * @throws org.rxtwin.rules.screening.fact.UnknownFigureException where nobody knows the figure
   */
  static Object value(ScreeningFact fact, String component) {
    for (RecordComponent each : fact.getClass().getRecordComponents()) {
      if (each.getName().equals(component)) {
        return read(each, fact);
      }
    }
    throw new IllegalStateException(
        "expected a component of " + fact.getClass().getSimpleName() + ", came " + component);
  }

  private static Object read(RecordComponent component, ScreeningFact fact) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(component.getName() + " could not be read", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component.getName() + " could not be read", e);
    }
  }

  /** A value in words, which may be that nobody knows it. */
  static String known(Supplier<Object> value) {
    try {
      return words(value.get());
    } catch (UnknownFigureException e) {
      return UNKNOWN;
    }
  }

  /** A value as a rule would write it. */
  static String words(Object value) {
    if (value instanceof Double number) {
      return number.isNaN() ? UNKNOWN : Figures.rounded(number, DECIMALS);
    }
    return value instanceof Enum<?> word ? word.name() : String.valueOf(value);
  }
}
