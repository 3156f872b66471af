package org.rxtwin.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Identifier;
import org.rxtwin.store.JdbcStore;

/** Finds a chart by the patient's identifier as received, or by its own id. Reads only. */
final class PatientFinder {
  private final JdbcStore store;
  private final Path home;

  PatientFinder(JdbcStore store, Path home) {
    this.store = store;
    this.home = home;
  }

  Chart chart(String typed) {
    List<Chart> found = new ArrayList<>();
    store.listCharts(typed.strip()).forEach(each -> found.add(store.load(each)));
    if (found.isEmpty() && typed.strip().matches("[0-9a-fA-F]{32}")) {
      ChartId named = new ChartId(typed.strip().toLowerCase(Locale.ROOT));
      Chart chart = store.load(store.survivor(named));
      if (chart.lastSeq() > 0) {
        found.add(chart);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UnusableInput(
        found.isEmpty()
            ? "expected the identifier of a patient whose chart is in "
                + home
                + ", came one that is not known there\nMaybe it was sent with other zeros or signs,"
                + " or RXTWIN_HOME names another home folder."
            : several(typed.strip(), found));
  }

  private static String several(String value, List<Chart> found) {
    StringBuilder text =
        new StringBuilder("expected one patient, came an identifier that several places gave");
    for (Chart chart : found) {
      String authority =
          chart.identifiers().stream()
              .filter(each -> each.value().equals(value))
              .map(Identifier::authority)
              .findFirst()
              .orElse("");
      text.append("\n  ").append(chart.id().value()).append("  ").append(authority);
    }
    return text.append("\nMaybe give the id of one of these charts instead.").toString();
  }
}
