package org.rxtwin.hl7.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.quantity.DoseUnit;

/** Turns pieces and volumes into mass where the strength of the product can be read. */
final class StrengthReader {
  private static final Pattern NAMED =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?)\\s?(mg|mcg|ug|g)\\b");

  private final Reading reading;

  StrengthReader(Reading reading) {
    this.reading = reading;
  }

  /** What one of these is in mass; unchanged where the strength is not told or not readable. */
  Measure inMass(DoseFields at, Measure counted, Troubles troubles) {
    Fields segment = at.segment();
    boolean told = !segment.text(at.strength()).isEmpty();
    boolean converts = counted.unit() == DoseUnit.PIECE || counted.unit() == DoseUnit.ML;
    if (!told || !converts) {
      return counted;
    }
    Optional<Double> strength = positive(segment, at.strength());
    Optional<Measure> found =
        strength.flatMap(
            each ->
                counted.unit() == DoseUnit.PIECE
                    ? perPiece(at, counted, each).filter(mass -> fitsName(at, each))
                    : perVolume(at, counted, each));
    if (found.isEmpty()) {
      troubles.refuse(
          segment,
          at.strength(),
          "expected a strength as number and unit of mass, the one in the name if it tells one;"
              + " the amount stays in pieces or volume");
    }
    return found.orElse(counted);
  }

  /** A name that tells strengths must tell this one among them. */
  private boolean fitsName(DoseFields at, double strength) {
    Optional<Measure> unit = unit(at.segment(), at.strengthUnits());
    Matcher named = NAMED.matcher(Codes.words(at.segment(), at.code()).toLowerCase(Locale.ROOT));
    boolean any = false;
    while (named.find()) {
      any = true;
      double told = Double.parseDouble(named.group(1)) * perUnit(named.group(2));
      if (unit.isPresent() && close(told, strength * unit.get().factor())) {
        return true;
      }
    }
    return !any;
  }

  private static double perUnit(String word) {
    return DoseUnits.find(word, Map.of()).map(Measure::factor).orElse(0.0);
  }

  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= 1e-6 * Math.max(a, b);
  }

  private Optional<Measure> perPiece(DoseFields at, Measure counted, double strength) {
    boolean ofVolume = !at.segment().text(at.strengthVolume()).isEmpty();
    return ofVolume
        ? Optional.empty()
        : unit(at.segment(), at.strengthUnits())
            .filter(StrengthReader::ofSubstance)
            .map(each -> times(each, counted.factor() * strength));
  }

  /** {@code 250 mg} in {@code 5 mL} by two fields more, or {@code 50 mg/mL} in one. */
  private Optional<Measure> perVolume(DoseFields at, Measure counted, double strength) {
    Fields segment = at.segment();
    String unit = segment.text(at.strengthUnits());
    int slash = unit.indexOf('/');
    if (slash > 0) {
      return perVolume(unit.substring(0, slash), unit.substring(slash + 1), counted, strength);
    }
    Optional<Double> volume = positive(segment, at.strengthVolume());
    Optional<Measure> each = unit(segment, at.strengthVolumeUnits());
    if (volume.isEmpty() || each.filter(one -> one.unit() == DoseUnit.ML).isEmpty()) {
      return Optional.empty();
    }
    double millilitres = volume.get() * each.get().factor();
    return unit(segment, at.strengthUnits())
        .filter(StrengthReader::ofSubstance)
        .map(mass -> times(mass, counted.factor() * strength / millilitres));
  }

  private Optional<Measure> perVolume(
      String mass, String volume, Measure counted, double strength) {
    Map<String, String> local = reading.profile().localUnits();
    Optional<Measure> per =
        DoseUnits.find(volume, local).filter(each -> each.unit() == DoseUnit.ML);
    return DoseUnits.find(mass, local)
        .filter(StrengthReader::ofSubstance)
        .flatMap(each -> per.map(one -> times(each, counted.factor() * strength / one.factor())));
  }

  private Optional<Double> positive(Fields segment, int field) {
    return segment.single(field)
        ? reading.number(segment.text(field)).map(PlainNumber::value).filter(each -> each > 0)
        : Optional.empty();
  }

  private Optional<Measure> unit(Fields segment, int field) {
    String code = segment.text(field);
    return DoseUnits.find(
        code.isEmpty() ? segment.text(field, 2) : code, reading.profile().localUnits());
  }

  private static boolean ofSubstance(Measure measure) {
    return measure.unit() == DoseUnit.MG
        || measure.unit() == DoseUnit.UNIT
        || measure.unit() == DoseUnit.MMOL;
  }

  private static Measure times(Measure measure, double factor) {
    return new Measure(measure.unit(), measure.factor() * factor);
  }
}
