package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.stream.Collectors;
import org.rxtwin.hl7.segment.Fields;

/**
 * Where a segment keeps the amount of one dose.
 *
 * @param segment RXE or RXO; RXC, a component of a mixture; RXA, where it is what was given; RXD
 *     and RXG, where it is what left the pharmacy
 * @param code give code
 * @param least least amount
 * @param most most amount, of a range
 * @param units units of both
 * @param strength where the strength of the product stands
 * @param rate where its rate stands
 * @param daily total of a day
 * @param dispensed amount dispensed, its units in the next field
 * @param supplementary further codes of the drug
 */
record DoseFields(
    Fields segment,
    int code,
    int least,
    int most,
    int units,
    Strength strength,
    Rate rate,
    int daily,
    int dispensed,
    int supplementary) {
  /** No field bears this number: nothing ever stands there. */
  private static final int NONE = 999;

  /**
   * Fields of a strength.
   *
   * @param amount strength of one piece, or of the volume
   * @param units its units
   * @param volume volume that holds this strength
   * @param volumeUnits its units
   */
  record Strength(int amount, int units, int volume, int volumeUnits) {}

  /**
   * Fields of a rate.
   *
   * @param perTime time that the amount of a dose is given in
   * @param amount rate
   * @param units its units
   */
  record Rate(int perTime, int amount, int units) {
    static final Rate NOWHERE = new Rate(NONE, NONE, NONE);
  }

  static DoseFields of(Fields segment) {
    return switch (segment.name()) {
      case "RXE" ->
          new DoseFields(
              segment, 2, 3, 4, 5, new Strength(25, 26, 33, 34), new Rate(22, 23, 24), 19, 10, 31);
      case "RXC" ->
          new DoseFields(
              segment, 2, 3, NONE, 4, new Strength(5, 6, 8, 9), Rate.NOWHERE, NONE, NONE, 7);
      case "RXA" ->
          new DoseFields(
              segment,
              5,
              6,
              NONE,
              7,
              new Strength(13, 14, 23, 24),
              new Rate(12, NONE, NONE),
              NONE,
              NONE,
              NONE);
      case "RXG" ->
          new DoseFields(
              segment,
              4,
              5,
              6,
              7,
              new Strength(17, 18, 23, 24),
              new Rate(14, NONE, NONE),
              NONE,
              NONE,
              NONE);
      case "RXD" ->
          new DoseFields(
              segment, 2, 4, NONE, 5, new Strength(16, 17, 28, 29), Rate.NOWHERE, NONE, NONE, NONE);
      default ->
          new DoseFields(
              segment, 1, 2, 3, 4, new Strength(18, 19, 25, 26), new Rate(17, 21, 22), 23, 11, 24);
    };
  }

  /** The same where the time that an amount is given in is told otherwise. */
  DoseFields withoutRate() {
    return new DoseFields(
        segment, code, least, most, units, strength, Rate.NOWHERE, daily, dispensed, supplementary);
  }

  /** Field of the dosage form. */
  int form() {
    return units + 1;
  }

  /** What people wrote on how to give it: RXE-7 and 21, RXO-6 and 7. */
  String instructions() {
    List<Integer> fields = segment.name().equals("RXE") ? List.of(7, 21) : List.of(6, 7);
    return fields.stream().map(each -> segment.whole(each, 0)).collect(Collectors.joining(" "));
  }

  /** Whether it is an order and not the record of a dose or supply. */
  boolean ordered() {
    return rate.amount() != NONE;
  }
}
