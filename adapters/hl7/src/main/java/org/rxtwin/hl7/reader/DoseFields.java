package org.rxtwin.hl7.reader;

import org.rxtwin.hl7.segment.Fields;

/**
 * Where a segment keeps the amount of one dose.
 *
 * @param segment RXE or RXO; RXA, where it is what was given; RXD and RXG, where it is what left
 *     the pharmacy
 * @param code give code
 * @param least least amount
 * @param most most amount, of a range
 * @param units units of both
 * @param perTime time that the amount is given in, when it is a rate
 * @param strength strength of one piece
 * @param strengthUnits its units
 * @param strengthVolume volume that holds this strength
 * @param strengthVolumeUnits its units
 */
record DoseFields(
    Fields segment,
    int code,
    int least,
    int most,
    int units,
    int perTime,
    int strength,
    int strengthUnits,
    int strengthVolume,
    int strengthVolumeUnits) {
  /** No field bears this number: nothing ever stands there. */
  private static final int NONE = 999;

  static DoseFields of(Fields segment) {
    return switch (segment.name()) {
      case "RXE" -> new DoseFields(segment, 2, 3, 4, 5, 22, 25, 26, 33, 34);
      case "RXA" -> new DoseFields(segment, 5, 6, NONE, 7, 12, 13, 14, 23, 24);
      case "RXG" -> new DoseFields(segment, 4, 5, 6, 7, 14, 17, 18, 23, 24);
      case "RXD" -> new DoseFields(segment, 2, 4, NONE, 5, NONE, 16, 17, 28, 29);
      default -> new DoseFields(segment, 1, 2, 3, 4, 17, 18, 19, 25, 26);
    };
  }

  /** The same where the time that an amount is given in is told otherwise. */
  DoseFields withoutRate() {
    return new DoseFields(
        segment,
        code,
        least,
        most,
        units,
        NONE,
        strength,
        strengthUnits,
        strengthVolume,
        strengthVolumeUnits);
  }

  /** Field of the dosage form. */
  int form() {
    return units + 1;
  }
}
