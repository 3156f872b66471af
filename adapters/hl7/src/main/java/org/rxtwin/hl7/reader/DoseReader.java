package org.rxtwin.hl7.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** Reads the amount of one dose, in mass where the strength of the product is told. */
final class DoseReader {
  /** Number of RXE-7 and RXO-7. */
  private static final int INSTRUCTIONS = 7;

  private static final double CLOSE = 0.02;
  private static final Pattern VOLUME =
      Pattern.compile("(?i)\\b(?:give|take|inject|administer) (\\d{1,4}(?:\\.\\d{1,2})?) ?ml\\b");

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
    Optional<Measure> weighed = strengths.ofBase(at, told.measure());
    if (weighed.isEmpty()) {
      troubles.refuse(
          at.segment(),
          at.units(),
          "expected milligrams of the drug, or the strength of a gram: grams of a gel or cream are"
              + " no grams of the drug");
      return DoseRange.UNKNOWN;
    }
    Measure whole = strengths.inMass(at, weighed.get(), troubles);
    double largest = told.most().or(told::least).orElse(0.0);
    if (AmountLimits.exceeds(largest * whole.factor(), whole)) {
      troubles.refuse(
          at.segment(),
          at.least(),
          "expected an amount that can be given at once; check the units");
      return DoseRange.UNKNOWN;
    }
    DoseRange dose = told.as(whole).range();
    if (at.ordered() && !agreesWithVolume(at, dose)) {
      troubles.refuse(
          at.segment(),
          INSTRUCTIONS,
          "expected the volume that holds the dose; the instructions tell another");
      return DoseRange.UNKNOWN;
    }
    return dose;
  }

  /** Whether the millilitres that the instructions tell hold the dose, where both are known. */
  private boolean agreesWithVolume(DoseFields at, DoseRange dose) {
    Matcher told = VOLUME.matcher(at.instructions());
    Optional<Measure> holds = strengths.concentration(at);
    Optional<Dose> one = dose.most().isPresent() ? Optional.empty() : dose.least();
    if (!told.find() || holds.isEmpty() || one.isEmpty()) {
      return true;
    }
    double amount = Double.parseDouble(told.group(1)) * holds.get().factor();
    return one.get().unit() != holds.get().unit()
        || Math.abs(amount - one.get().amount()) <= CLOSE * one.get().amount();
  }

  /** Pieces of a product whose strength is that of a liquid: one of the two is wrong. */
  private static boolean contradicted(DoseFields at, Measure counted) {
    return counted.unit() == DoseUnit.PIECE
        && !counted.drops()
        && !at.segment().text(at.strength().amount()).isEmpty()
        && !at.segment().text(at.strength().volume()).isEmpty();
  }
}
