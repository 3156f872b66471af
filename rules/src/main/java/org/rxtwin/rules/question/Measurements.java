package org.rxtwin.rules.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultState;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.LaboratoryTable;

/** Results of a chart as the twin may use them: final, numeric, of a sound specimen. */
final class Measurements {
  private static final Set<String> WEIGHT = Set.of("29463-7", "3141-9");
  private static final Set<String> HEIGHT = Set.of("8302-2", "3137-7");
  private static final Map<String, Double> TO_KG =
      Map.of("kg", 1.0, "g", 0.001, "[lb_av]", 0.45359237);
  private static final Map<String, Double> TO_CM = Map.of("cm", 1.0, "m", 100.0, "[in_i]", 2.54);
  private static final Set<String> DIMENSIONLESS = Set.of("", "1", "{inr}", "{ratio}", "inr");
  private static final List<String> SPOILT =
      List.of("hemoly", "haemoly", "clotted", "line draw", "contaminat");

  private final LaboratoryTable laboratory;
  private final List<ResultState> results;

  Measurements(LaboratoryTable laboratory, Chart chart, Instant at) {
    this.laboratory = laboratory;
    this.results =
        chart.results().stream().filter(each -> !each.at().instant().isAfter(at)).toList();
  }

  /** Levels of these analytes since an instant, oldest first. */
  List<Level> levels(List<String> analytes, Instant since) {
    List<Level> levels = new ArrayList<>();
    for (ResultState each : results) {
      Optional<Analyte> analyte =
          analyte(each.result()).filter(found -> analytes.contains(found.id()));
      if (analyte.isPresent() && sound(each.result()) && !each.at().instant().isBefore(since)) {
        number(each.result())
            .filter(number -> sameUnit(analyte.get().unit(), number.unit()))
            .map(number -> level(analyte.get(), number.value(), each))
            .ifPresent(levels::add);
      }
    }
    return levels;
  }

  Optional<Double> weightKg() {
    return last(WEIGHT, TO_KG);
  }

  Optional<Double> heightCm() {
    return last(HEIGHT, TO_CM);
  }

  private static Level level(Analyte analyte, double value, ResultState state) {
    return new Level(
        analyte.id(), value, analyte.unit(), state.at().instant(), state.at().hasTimeOfDay());
  }

  private Optional<Double> last(Set<String> loinc, Map<String, Double> factors) {
    return results.stream()
        .filter(each -> each.result().analyte().stream().anyMatch(coding -> is(coding, loinc)))
        .flatMap(each -> number(each.result()).stream())
        .filter(number -> factors.containsKey(number.unit()))
        .map(number -> number.value() * factors.getOrDefault(number.unit(), 1.0))
        .reduce((earlier, later) -> later);
  }

  private static boolean is(Coding coding, Set<String> loinc) {
    return coding.system().equals("LOINC") && loinc.contains(coding.code());
  }

  private Optional<Analyte> analyte(LabResult result) {
    return result.analyte().stream().flatMap(coding -> find(coding).stream()).findFirst();
  }

  private Optional<Analyte> find(Coding coding) {
    if (coding.system().equals("LOINC")) {
      return laboratory.findByLoinc(coding.code());
    }
    return laboratory
        .findByLocalName(coding.code())
        .or(() -> laboratory.findByLocalName(coding.text()));
  }

  private static Optional<ResultValue.Numeric> number(LabResult result) {
    return result
        .value()
        .filter(ResultValue.Numeric.class::isInstance)
        .map(ResultValue.Numeric.class::cast)
        .filter(number -> number.comparator() == Comparator.EQUAL);
  }

  private static boolean sound(LabResult result) {
    return result.status() != LabResult.Status.PRELIMINARY
        && result.comments().stream()
            .map(comment -> comment.toLowerCase(Locale.ROOT))
            .noneMatch(comment -> SPOILT.stream().anyMatch(comment::contains));
  }

  private static boolean sameUnit(String wanted, String came) {
    return wanted.equals(came)
        || (DIMENSIONLESS.contains(wanted.toLowerCase(Locale.ROOT))
            && DIMENSIONLESS.contains(came.toLowerCase(Locale.ROOT)));
  }
}
