package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.DoseUnits;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.hl7.value.NamedStrength;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.hl7.value.SemisolidStrength;
import org.rxtwin.quantity.DoseUnit;

/**
 * Turns pieces and volumes into mass where the strength of the product can be read: from its own
 * fields, which the name must not contradict, else from the name where that tells one strength.
 */
final class StrengthReader {
  /** Thousands to one writer, a fraction to another. */
  private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

  private static final double CLOSE = 1e-6;
  private static final double GRAM = 1000;

  /** The volume behind the stroke of {@code mg/5mL}. */
  private static final Pattern COUNTED =
      Pattern.compile("\\s?([1-9]\\d{0,3}(?:\\.\\d{1,2})?)?\\s?(\\D+)");

  private final Reading reading;

  StrengthReader(Reading reading) {
    this.reading = reading;
  }

  /** What one of these is in mass; unchanged where the strength is not told or not readable. */
  Measure inMass(DoseFields at, Measure counted, Troubles troubles) {
    boolean piece = counted.unit() == DoseUnit.PIECE;
    if (counted.drops() || (!piece && counted.unit() != DoseUnit.ML)) {
      return counted;
    }
    if (!told(at)) {
      return named(at, piece).map(each -> times(each, counted.factor())).orElse(counted);
    }
    Optional<Measure> one = piece ? perPiece(at) : perMillilitre(at);
    if (one.isEmpty()) {
      troubles.refuse(
          at.segment(),
          at.strength().amount(),
          "expected a strength as number and unit of mass, the one in the name if it tells one;"
              + " the amount stays in pieces or volume");
    }
    return one.map(each -> times(each, counted.factor())).orElse(counted);
  }

  /**
   * What one of these is of the drug where it is weighed out with its base, as gels and creams are;
   * empty where the strength of a gram is not told.
   */
  Optional<Measure> ofBase(DoseFields at, Measure weighed) {
    Fields segment = at.segment();
    String name = Codes.words(segment, at.code());
    String told = segment.text(at.strength().amount()) + segment.text(at.strength().units());
    boolean grams = weighed.unit() == DoseUnit.MG && weighed.factor() >= GRAM;
    boolean base =
        SemisolidStrength.isOne(name)
            || SemisolidStrength.isOne(told)
            || SemisolidStrength.isOne(Codes.words(segment, at.form()));
    if (!grams || !base) {
      return Optional.of(weighed);
    }
    return SemisolidStrength.perGram(SemisolidStrength.perGram(told).isPresent() ? told : name)
        .map(each -> new Measure(DoseUnit.MG, each * weighed.factor() / GRAM));
  }

  /** What one millilitre holds, where fields or name tell it. */
  Optional<Measure> concentration(DoseFields at) {
    return told(at) ? perMillilitre(at) : named(at, false);
  }

  private static boolean told(DoseFields at) {
    return !at.segment().text(at.strength().amount()).isEmpty();
  }

  private static Optional<Measure> named(DoseFields at, boolean piece) {
    String name = Codes.words(at.segment(), at.code());
    return piece ? NamedStrength.perPiece(name) : NamedStrength.perMillilitre(name);
  }

  /** A name that tells strengths must tell this one among them. */
  private static boolean fitsName(DoseFields at, Measure told, boolean perVolume) {
    List<NamedStrength> named = NamedStrength.list(Codes.words(at.segment(), at.code()));
    List<NamedStrength> alike =
        perVolume ? named.stream().filter(NamedStrength::perVolume).toList() : named;
    return alike.isEmpty() || alike.stream().anyMatch(each -> close(each.each(), told));
  }

  private static boolean close(Measure one, Measure other) {
    return one.unit() == other.unit()
        && Math.abs(one.factor() - other.factor())
            <= CLOSE * Math.max(one.factor(), other.factor());
  }

  private Optional<Measure> perPiece(DoseFields at) {
    Fields segment = at.segment();
    boolean ofVolume = !segment.text(at.strength().volume()).isEmpty();
    return ofVolume
        ? Optional.empty()
        : positive(segment, at.strength().amount())
            .flatMap(each -> unit(segment, at.strength().units()).map(one -> times(one, each)))
            .filter(StrengthReader::ofSubstance)
            .filter(each -> fitsName(at, each, false));
  }

  /** {@code 250 mg} in {@code 5 mL} by two fields more, or {@code 50 mg/mL} in one. */
  private Optional<Measure> perMillilitre(DoseFields at) {
    Fields segment = at.segment();
    Optional<Double> strength = positive(segment, at.strength().amount());
    String unit = segment.text(at.strength().units());
    int slash = unit.indexOf('/');
    Optional<Measure> one =
        slash > 0
            ? perVolume(unit.substring(0, slash), unit.substring(slash + 1))
            : perVolume(at, segment);
    return strength
        .flatMap(each -> one.map(unitOfOne -> times(unitOfOne, each)))
        .filter(StrengthReader::ofSubstance)
        .filter(each -> fitsName(at, each, true));
  }

  private Optional<Measure> perVolume(DoseFields at, Fields segment) {
    Optional<Double> volume = positive(segment, at.strength().volume());
    Optional<Measure> each =
        unit(segment, at.strength().volumeUnits()).filter(one -> one.unit() == DoseUnit.ML);
    return volume.isEmpty() || each.isEmpty()
        ? Optional.empty()
        : unit(segment, at.strength().units())
            .map(mass -> times(mass, 1 / (volume.get() * each.get().factor())));
  }

  private Optional<Measure> perVolume(String mass, String volume) {
    Map<String, String> local = reading.localUnits();
    Matcher counted = COUNTED.matcher(volume);
    if (!counted.matches()) {
      return Optional.empty();
    }
    double times = counted.group(1) == null ? 1 : Double.parseDouble(counted.group(1));
    Optional<Measure> per =
        DoseUnits.find(counted.group(2), local)
            .filter(each -> each.unit() == DoseUnit.ML)
            .map(each -> times(each, times));
    return DoseUnits.find(mass, local)
        .flatMap(each -> per.map(one -> times(each, 1 / one.factor())));
  }

  private Optional<Double> positive(Fields segment, int field) {
    boolean thousands = THOUSANDS.matcher(segment.text(field)).matches();
    return segment.single(field) && !thousands
        ? reading.number(segment.text(field)).map(PlainNumber::value).filter(each -> each > 0)
        : Optional.empty();
  }

  private Optional<Measure> unit(Fields segment, int field) {
    String code = segment.text(field);
    return DoseUnits.find(code.isEmpty() ? segment.text(field, 2) : code, reading.localUnits());
  }

  private static boolean ofSubstance(Measure measure) {
    return measure.unit() == DoseUnit.MG
        || measure.unit() == DoseUnit.UNIT
        || measure.unit() == DoseUnit.MMOL
        || measure.unit() == DoseUnit.MEQ;
  }

  private static Measure times(Measure measure, double factor) {
    return new Measure(measure.unit(), measure.factor() * factor);
  }
}
