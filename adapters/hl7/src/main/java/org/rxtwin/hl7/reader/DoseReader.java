package org.rxtwin.hl7.reader;

import java.util.Map;
import java.util.Optional;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.CodeSystems;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * Reads the amount of one dose. Where one of its fields holds what does not belong there, fields
 * may be shifted, and no amount is read at all.
 */
final class DoseReader {
  private final Reading reading;
  private final StrengthReader strengths;

  DoseReader(Reading reading) {
    this.reading = reading;
    this.strengths = new StrengthReader(reading);
  }

  DoseRange read(DoseFields at, Troubles troubles) {
    Fields segment = at.segment();
    boolean leastStands = !segment.text(at.least()).isEmpty();
    boolean mostStands = !segment.text(at.most()).isEmpty();
    if (!leastStands && !mostStands) {
      troubles.lacks(segment, at.least(), "expected the amount of one dose, came none");
      return DoseRange.UNKNOWN;
    }
    if (!segment.text(at.perTime()).isEmpty()) {
      troubles.refuse(
          segment, at.perTime(), "expected a single dose; the amount is a rate over time");
      return DoseRange.UNKNOWN;
    }
    Optional<Double> least = leastStands ? amount(at, at.least(), troubles) : Optional.empty();
    Optional<Double> most = mostStands ? amount(at, at.most(), troubles) : Optional.empty();
    Optional<Measure> measure = measure(at, troubles);
    if ((leastStands && least.isEmpty()) || (mostStands && most.isEmpty()) || measure.isEmpty()) {
      return DoseRange.UNKNOWN;
    }
    if (leastStands && mostStands && most.get() < least.get()) {
      troubles.refuse(segment, at.most(), "expected a most amount not below the least");
      return DoseRange.UNKNOWN;
    }
    return range(at, least, most, measure.get(), troubles);
  }

  private DoseRange range(
      DoseFields at,
      Optional<Double> least,
      Optional<Double> most,
      Measure measure,
      Troubles troubles) {
    Measure whole = strengths.inMass(at, measure, troubles);
    Optional<Double> largest = most.or(() -> least);
    if (largest.map(each -> Plausible.exceeds(each, whole)).orElse(false)) {
      troubles.refuse(
          at.segment(),
          at.least(),
          "expected an amount that can be given at once; check the units");
      return DoseRange.UNKNOWN;
    }
    return new DoseRange(
        least.map(each -> dose(each, whole)),
        most.filter(each -> !least.equals(most)).map(each -> dose(each, whole)));
  }

  private static Dose dose(double amount, Measure measure) {
    return new Dose(amount * measure.factor(), measure.unit());
  }

  private Optional<Double> amount(DoseFields at, int field, Troubles troubles) {
    Fields segment = at.segment();
    String text = segment.text(field);
    if (!segment.single(field)) {
      troubles.refuse(
          segment, field, "expected one number; more parts stand there, fields may be shifted");
      return Optional.empty();
    }
    if (isCode(text, at)) {
      troubles.refuse(segment, field, "expected an amount; the drug's code stands there");
      return Optional.empty();
    }
    Optional<PlainNumber> number = reading.number(text).filter(each -> each.value() > 0);
    if (number.isEmpty()) {
      troubles.refuse(segment, field, "expected a number above zero; fields may be shifted");
    }
    return number.map(PlainNumber::value);
  }

  /** One or two characters may be code and amount by chance. */
  private static boolean isCode(String text, DoseFields at) {
    return text.length() > 2
        && (text.equals(at.segment().text(at.code()))
            || text.equals(at.segment().text(at.code(), 4)));
  }

  private Optional<Measure> measure(DoseFields at, Troubles troubles) {
    Fields segment = at.segment();
    String code = segment.text(at.units());
    String text = segment.text(at.units(), 2);
    if (code.isEmpty() && text.isEmpty()) {
      troubles.refuse(segment, at.units(), "expected the unit of the amount, came none");
      return Optional.empty();
    }
    Map<String, String> local = reading.profile().localUnits();
    Optional<Measure> byCode = code.isEmpty() ? Optional.empty() : DoseUnits.find(code, local);
    Optional<Measure> byText = text.isEmpty() ? Optional.empty() : DoseUnits.find(text, local);
    boolean ucum = CodeSystems.canonical(segment.text(at.units(), 3)).equals("UCUM");
    if (byCode.isPresent() && byText.isPresent() && !byCode.equals(byText)) {
      troubles.refuse(segment, at.units(), "expected code and text of one unit; they name two");
      return Optional.empty();
    }
    if (ucum && code.equals("Mg")) {
      troubles.refuse(segment, at.units(), "expected milligram; in UCUM this code is megagram");
      return Optional.empty();
    }
    Optional<Measure> measure = byCode.or(() -> byText);
    if (measure.isEmpty()) {
      troubles.refuse(
          segment,
          at.units(),
          "expected a unit of mass, volume, amount or pieces; add it to the feed's unit words");
    }
    return measure;
  }

  /** Amounts beyond any that is given at once: a code or a count stands in the amount's place. */
  private static final class Plausible {
    private static final Map<DoseUnit, Double> MOST =
        Map.of(
            DoseUnit.MG, 500_000.0,
            DoseUnit.ML, 20_000.0,
            DoseUnit.UNIT, 1e8,
            DoseUnit.MMOL, 10_000.0,
            DoseUnit.PIECE, 1_000.0);

    static boolean exceeds(double amount, Measure measure) {
      return amount * measure.factor() > MOST.getOrDefault(measure.unit(), 0.0);
    }
  }
}
