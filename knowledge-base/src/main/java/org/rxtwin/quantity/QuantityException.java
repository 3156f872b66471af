package org.rxtwin.quantity;

/** A number that cannot be the quantity it was offered as. */
public final class QuantityException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  QuantityException(String name, String expected, double value, String unit) {
    super(
        "expected "
            + expected
            + " as "
            + name
            + ", came "
            + name
            + " ("
            + value
            + " "
            + unit
            + ")\nMaybe the unit was read wrongly, or the field holds something else.");
  }
}
