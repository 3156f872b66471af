package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.ResultState;
import org.rxtwin.knowledge.Analyte;
import org.rxtwin.knowledge.LaboratoryTable;

/** When a test, named as advice names it, was last measured. */
final class Measured {
  private final LaboratoryTable laboratory;
  private final Chart chart;
  private final Instant at;

  Measured(LaboratoryTable laboratory, Chart chart, Instant at) {
    this.laboratory = laboratory;
    this.chart = chart;
    this.at = at;
  }

  Optional<Instant> last(String test) {
    String wanted = test.toLowerCase(Locale.ROOT);
    return chart.results().stream()
        .filter(each -> !each.at().instant().isAfter(at))
        .filter(each -> is(each, wanted))
        .map(each -> each.at().instant())
        .max(Comparator.naturalOrder());
  }

  private boolean is(ResultState state, String test) {
    return state.result().analyte().stream()
        .flatMap(coding -> find(coding).stream())
        .anyMatch(
            analyte ->
                analyte.id().equals(test)
                    || analyte.name().toLowerCase(Locale.ROOT).equals(test)
                    || analyte.name().toLowerCase(Locale.ROOT).equals(test + " (mass)"));
  }

  private Optional<Analyte> find(Coding coding) {
    if (coding.system().equals("LOINC")) {
      return laboratory.findByLoinc(coding.code());
    }
    return laboratory
        .findByLocalName(coding.code())
        .or(() -> laboratory.findByLocalName(coding.text()));
  }
}
