package org.rxtwin.hl7.reader;

/**
 * One number as it was sent.
 *
 * @param authority who gave it
 * @param named whether the number says so itself; else it was taken from the sender
 * @param type CX.5 in capitals; empty where it is not told
 * @param place what the field makes of a number that does not say whose it is; mostly empty
 */
record PatientNumber(String value, String authority, boolean named, String type, String place) {
  /** Stands between an authority and that which makes a series of its own. */
  static final String SERIES = "#";

  /** The type that hospitals mean where they tell none. */
  static final String MEDICAL = "MR";

  NumberKind kind() {
    return NumberKind.of(type);
  }

  /**
   * The name of the series. It hangs on the number alone and on nothing beside it, for one number
   * under two names is two patients, and the number of another under the same name is a mixture.
   */
  String series() {
    return authority + place + (plain() ? "" : SERIES + type);
  }

  /** Whether it is of the series that bears the authority's name alone. */
  boolean plain() {
    return switch (kind()) {
      case UNTOLD -> true;
      case RECORD -> type.equals(MEDICAL);
      case PERSON, OTHER -> false;
    };
  }

  PatientNumber of(String otherType, String otherPlace) {
    return new PatientNumber(value, authority, named, otherType, otherPlace);
  }
}
