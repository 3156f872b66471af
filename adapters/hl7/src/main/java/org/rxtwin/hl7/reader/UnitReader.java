package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.DoseAmount;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.RateUnits;

/** Reads a unit told as code and words, once or twice over. Two that differ are none. */
final class UnitReader {
  private static final String MEGAGRAM = "Mg";
  private final Reading reading;

  UnitReader(Reading reading) {
    this.reading = reading;
  }

  /** What the field says: code and words, then the other code and words. */
  static List<String> words(Fields segment, int field) {
    return Stream.of(1, 2, 4, 5)
        .map(each -> segment.text(field, each))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** The unit of an amount; where none can be told, why. */
  Optional<Measure> amount(Fields segment, int field, Troubles troubles) {
    List<String> words = words(segment, field);
    if (words.stream().anyMatch(RateUnits::byBody)) {
      troubles.refuse(
          segment,
          field,
          "expected the amount of a dose worked out for the patient; one by body weight or surface"
              + " is not used: send the calculated amount");
      return Optional.empty();
    }
    if (isMegagram(segment, field)) {
      troubles.refuse(segment, field, "expected milligram; in UCUM this code is megagram");
      return Optional.empty();
    }
    List<Measure> found = found(words, each -> DoseUnits.find(each, reading.localUnits()));
    boolean rate = !found(words, each -> RateUnits.find(each, reading.localUnits())).isEmpty();
    if (differ(found) || (rate && !found.isEmpty())) {
      troubles.refuse(segment, field, "expected code and text of one unit; they name two");
      return Optional.empty();
    }
    if (found.isEmpty()) {
      troubles.refuse(
          segment,
          field,
          "expected a unit of mass, volume, amount or pieces; add it to the feed's unit words");
    }
    return found.stream().findFirst();
  }

  /** The unit of a rate, in an hour; empty where none can be told. */
  Optional<Measure> rate(Fields segment, int field) {
    List<String> words = words(segment, field);
    if (words.stream().anyMatch(RateUnits::byBody)) {
      return Optional.empty();
    }
    List<Measure> found = found(words, each -> RateUnits.find(each, reading.localUnits()));
    return differ(found) ? Optional.empty() : found.stream().findFirst();
  }

  /** An amount that stands in the field of the unit, with its unit. */
  static Optional<DoseAmount> amountIn(Fields segment, int field) {
    List<String> words = words(segment, field);
    return words.size() == 1
        ? DoseAmount.find(words.get(0)).filter(each -> !each.unit().isEmpty())
        : Optional.empty();
  }

  private static List<Measure> found(
      List<String> words, Function<String, Optional<Measure>> meaning) {
    return words.stream().map(meaning).flatMap(Optional::stream).toList();
  }

  private static boolean differ(List<Measure> found) {
    return found.stream().anyMatch(each -> !each.sameAs(found.get(0)));
  }

  private static boolean isMegagram(Fields segment, int field) {
    return Stream.of(1, 4)
        .anyMatch(
            each ->
                segment.text(field, each).equals(MEGAGRAM)
                    && CodeSystems.canonical(segment.text(field, each + 2)).equals("UCUM"));
  }
}
