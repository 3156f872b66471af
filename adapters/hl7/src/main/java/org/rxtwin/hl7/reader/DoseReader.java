package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.DoseUnit;

/** Reads the amount of one dose, in mass where the strength of the product is told. */
final class DoseReader {
  private final AmountReader amounts;
  private final StrengthReader strengths;

  DoseReader(Reading reading) {
    this.amounts = new AmountReader(reading);
    this.strengths = new StrengthReader(reading);
  }

  /** The amount of a record, a supply or a component: never a rate. */
  DoseRange read(DoseFields at, Troubles troubles) {
    Fields segment = at.segment();
    Optional<Told> told = amounts.read(at, troubles);
    if (told.isPresent() && !segment.text(at.rate().perTime()).isEmpty()) {
      troubles.refuse(
          segment, at.rate().perTime(), "expected a single dose; the amount is a rate over time");
      return DoseRange.UNKNOWN;
    }
    return told.map(each -> range(at, each, troubles)).orElse(DoseRange.UNKNOWN);
  }

  /** An amount in mass, where it can be given at once. */
  DoseRange range(DoseFields at, Told told, Troubles troubles) {
    if (contradicted(at, told.measure())) {
      troubles.refuse(
          at.segment(),
          at.strength().amount(),
          "expected the strength of one piece; it is told for a volume");
      return DoseRange.UNKNOWN;
    }
    Measure whole = strengths.inMass(at, told.measure(), troubles);
    double largest = told.most().or(told::least).orElse(0.0);
    if (AmountReader.exceeds(largest * whole.factor(), whole)) {
      troubles.refuse(
          at.segment(),
          at.least(),
          "expected an amount that can be given at once; check the units");
      return DoseRange.UNKNOWN;
    }
    return told.as(whole).range();
  }

  /** Pieces of a product whose strength is that of a liquid: one of the two is wrong. */
  private static boolean contradicted(DoseFields at, Measure counted) {
    return counted.unit() == DoseUnit.PIECE
        && !at.segment().text(at.strength().amount()).isEmpty()
        && !at.segment().text(at.strength().volume()).isEmpty();
  }
}
