package org.rxtwin.rules.screening;

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
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.screening.fact.Specimen;

/** The results of a chart up to a time, as far as they are numbers of a known analyte. */
final class Results {
  private static final List<String> WEIGHT = List.of("29463-7", "3141-9");
  private static final List<String> HEIGHT = List.of("8302-2", "3137-7");
  private static final Map<String, Double> TO_KG =
      Map.of("kg", 1.0, "g", 0.001, "[lb_av]", 0.45359237);
  private static final Map<String, Double> TO_CM = Map.of("cm", 1.0, "m", 100.0, "[in_i]", 2.54);

  /** Words laboratories use for a specimen that cannot be believed. */
  private static final List<String> DOUBTFUL =
      List.of(
          "hemoly", "haemoly", "clotted", "line draw", "drawn from line", "contaminat", "dilut");

  private final LaboratoryTable laboratory;
  private final List<ResultState> states;
  private final List<Reading> readings = new ArrayList<>();

  Results(LaboratoryTable laboratory, Chart chart, Instant at) {
    this.laboratory = laboratory;
    this.states =
        chart.results().stream().filter(each -> !each.at().instant().isAfter(at)).toList();
    for (ResultState each : states) {
      analyte(each.result()).ifPresent(found -> number(each).ifPresent(n -> add(found, n, each)));
    }
  }

  /**
   * A result as read.
   *
   * @param analyte which
   * @param value in the analyte's unit, or as it came where {@code specimen} says so
   * @param specimen whether it can be believed and compared
   * @param state the result itself
   */
  record Reading(Analyte analyte, double value, Specimen specimen, ResultState state) {
    Instant at() {
      return state.at().instant();
    }

    boolean usable() {
      return specimen == Specimen.SOUND;
    }
  }

  /** Results of an analyte, oldest first. */
  List<Reading> list(String analyte) {
    return readings.stream().filter(each -> each.analyte().id().equals(analyte)).toList();
  }

  /** The last result of an analyte. */
  Optional<Reading> last(String analyte) {
    return list(analyte).stream().reduce((earlier, later) -> later);
  }

  Optional<Double> weightKg() {
    return lastOf(WEIGHT, TO_KG);
  }

  Optional<Double> heightCm() {
    return lastOf(HEIGHT, TO_CM);
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
    readings.add(new Reading(analyte, value.orElse(number.value()), specimen, state));
  }

  private static Specimen specimen(LabResult result) {
    boolean doubtful =
        result.comments().stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .anyMatch(each -> DOUBTFUL.stream().anyMatch(each::contains));
    if (doubtful) {
      return Specimen.DOUBTFUL;
    }
    return result.status() == LabResult.Status.PRELIMINARY ? Specimen.PRELIMINARY : Specimen.SOUND;
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
