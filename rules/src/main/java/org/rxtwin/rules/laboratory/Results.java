package org.rxtwin.rules.laboratory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultState;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.screening.fact.Specimen;

/**
 * The results of a chart, as far as they are numbers of a known analyte. A result that is here has
 * been reported, whatever its clock says: a time after the evaluation counts as the evaluation.
 */
public final class Results {
  private static final List<String> WEIGHT = List.of("29463-7", "3141-9");

  /** The unit of a test that is answered in words: there or not. */
  private static final String PRESENCE = "{presence}";

  private static final List<String> HEIGHT = List.of("8302-2", "3137-7");
  private static final Map<String, Double> TO_KG =
      Map.of("kg", 1.0, "g", 0.001, "[lb_av]", 0.45359237, "[oz_av]", 0.45359237 / 16);
  private static final Map<String, Double> TO_CM =
      Map.of("cm", 1.0, "m", 100.0, "mm", 0.1, "[in_i]", 2.54, "[ft_i]", 30.48);

  private final LaboratoryTable laboratory;
  private final List<ResultState> states;
  private final Instant at;
  private final SpecimenDoubt doubt;
  private final List<LabReading> readings = new ArrayList<>();
  private final Optional<Double> weightKg;
  private final Optional<Double> heightCm;

  public Results(LaboratoryTable laboratory, Chart chart, Instant at) {
    this.laboratory = laboratory;
    this.states = chart.results().stream().filter(each -> !each.result().ofDocument()).toList();
    this.at = at;
    this.doubt = new SpecimenDoubt(laboratory);
    states.forEach(this::read);
    quoted(chart);
    weightKg = lastOf(WEIGHT, TO_KG);
    heightCm = lastOf(HEIGHT, TO_CM);
  }

  private void read(ResultState state) {
    analyte(state.result()).ifPresent(found -> number(state).ifPresent(n -> add(found, n, state)));
  }

  /**
   * A value that only stood in a document counts where the laboratory told none of its substance,
   * so that it never covers one; where nobody tells when it was measured, as one to be confirmed.
   */
  private void quoted(Chart chart) {
    List<String> measured =
        readings.stream().map(each -> substance(each.analyte())).distinct().toList();
    chart.results().stream()
        .filter(each -> each.result().ofDocument())
        .filter(
            each ->
                analyte(each.result()).filter(a -> !measured.contains(substance(a))).isPresent())
        .forEach(this::read);
  }

  /** Results of an analyte, oldest first. */
  public List<LabReading> list(String analyte) {
    return readings.stream().filter(each -> each.analyte().id().equals(analyte)).toList();
  }

  /** The last result of an analyte. */
  public Optional<LabReading> last(String analyte) {
    return list(analyte).stream().reduce((earlier, later) -> later);
  }

  /**
   * Results of an analyte and of the same substance counted otherwise (creatinine in mg/dL and in
   * umol/L), oldest first, all in the unit of the one asked for.
   */
  public List<LabReading> listSame(String analyte) {
    Optional<Analyte> wanted = laboratory.findAnalyte(analyte);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return readings.stream()
        .filter(each -> substance(each.analyte()).equals(substance(wanted.get())))
        .map(each -> in(wanted.get(), each))
        .sorted(java.util.Comparator.comparing(LabReading::at))
        .toList();
  }

  /** The last result of an analyte, or of the same substance counted otherwise. */
  public Optional<LabReading> lastSame(String analyte) {
    return listSame(analyte).stream().reduce((earlier, later) -> later);
  }

  private static String substance(Analyte analyte) {
    return analyte.name().replace(" (mass)", "");
  }

  private static LabReading in(Analyte wanted, LabReading reading) {
    if (reading.analyte().equals(wanted) || reading.specimen() == Specimen.OTHER_UNIT) {
      return reading;
    }
    Optional<Double> value =
        AnalyteUnits.convert(reading.value(), reading.analyte().unit(), wanted);
    return new LabReading(
        wanted,
        reading.comparator(),
        value.orElse(reading.value()),
        value.isEmpty() ? Specimen.OTHER_UNIT : reading.specimen(),
        reading.at(),
        reading.state());
  }

  /** When a test, named as advice names it, was last measured, whatever came out of it. */
  public Optional<Instant> lastMeasured(String test) {
    String wanted = test.toLowerCase(Locale.ROOT);
    return states.stream()
        .filter(each -> analyte(each.result()).filter(one -> isNamed(one, wanted)).isPresent())
        .map(this::at)
        .reduce((earlier, later) -> later);
  }

  /**
   * What was measured of an analyte, in whatever unit and however named, oldest first. A result
   * without a value, words in place of a figure and a doubtful specimen are no measurement.
   */
  List<ResultState> measurements(Analyte wanted) {
    return states.stream()
        .filter(each -> answers(each, wanted) && !doubt.of(each.result()))
        .filter(each -> analyte(each.result()).filter(wanted::measuresTheSame).isPresent())
        .toList();
  }

  private static boolean answers(ResultState state, Analyte wanted) {
    boolean inWords = wanted.unit().equals(PRESENCE);
    return number(state).isPresent() || (inWords && state.result().value().isPresent());
  }

  public Optional<Double> weightKg() {
    return weightKg;
  }

  public Optional<Double> heightCm() {
    return heightCm;
  }

  private static boolean isNamed(Analyte analyte, String test) {
    String name = analyte.name().toLowerCase(Locale.ROOT);
    return analyte.id().equals(test) || name.equals(test) || name.equals(test + " (mass)");
  }

  private Instant at(ResultState state) {
    Instant told = state.at().instant();
    return told.isAfter(at) ? at : told;
  }

  private Optional<Double> lastOf(List<String> loinc, Map<String, Double> factors) {
    return states.stream()
        .filter(
            each ->
                each.result().analyte().stream()
                    .anyMatch(c -> c.system().equals("LOINC") && loinc.contains(c.code())))
        .flatMap(each -> number(each).stream())
        .filter(each -> factors.containsKey(each.unit()))
        .map(each -> each.value() * factors.getOrDefault(each.unit(), 1.0))
        .reduce((earlier, later) -> later);
  }

  private void add(Analyte analyte, ResultValue.Numeric number, ResultState state) {
    Optional<Double> value = AnalyteUnits.convert(number.value(), number.unit(), analyte);
    Specimen specimen = value.isEmpty() ? Specimen.OTHER_UNIT : specimen(state.result());
    Comparator comparator = number.comparator();
    readings.add(
        new LabReading(
            analyte, comparator, value.orElse(number.value()), specimen, at(state), state));
  }

  private Specimen specimen(LabResult result) {
    if (doubt.of(result)) {
      return Specimen.DOUBTFUL;
    }
    return result.preliminary() || result.undated() ? Specimen.PRELIMINARY : Specimen.SOUND;
  }

  private static Optional<ResultValue.Numeric> number(ResultState state) {
    return state
        .result()
        .value()
        .filter(ResultValue.Numeric.class::isInstance)
        .map(ResultValue.Numeric.class::cast);
  }

  private Optional<Analyte> analyte(LabResult result) {
    return result.analyte().stream().flatMap(each -> find(each).stream()).findFirst();
  }

  private Optional<Analyte> find(Coding coding) {
    Optional<Analyte> coded =
        coding.system().equals("LOINC")
            ? laboratory.findByLoinc(coding.code())
            : Optional.<Analyte>empty();
    return coded
        .or(() -> laboratory.findByLocalName(coding.code()))
        .or(() -> laboratory.findByLocalName(coding.text()));
  }
}
