package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.rxtwin.quantity.Figures;

/** What the twin said, as a part of an alert's page. */
final class TwinText {
  private static final String DIM = "2";

  private TwinText() {}

  /** Adds what the twin said: verdict, curve, both regimens side by side, notes. */
  static void add(TextPage page, Alert.Twin twin) {
    page.line("");
    page.section("TWIN", twin.verdict().toUpperCase(Locale.ROOT) + ": " + twin.why(), "");
    twin.run()
        .ifPresent(
            run -> {
              page.section("", model(run) + (twin.dosesAssumed() ? " · doses assumed" : ""), DIM);
              run.current()
                  .filter(current -> !current.forecast().isEmpty())
                  .ifPresent(current -> curve(page, run, current, twin.recommended()));
              run.current().ifPresent(current -> table(page, run, current, twin));
              page.list("", "! ", run.notes());
            });
  }

  private static String model(DoseVerdict.TwinRun run) {
    return run.model()
        + " "
        + run.modelVersion()
        + (run.confirmed() ? " · confirmed" : " · UNCONFIRMED");
  }

  private static void curve(
      TextPage page,
      DoseVerdict.TwinRun run,
      DoseVerdict.Outlook current,
      Optional<DoseVerdict.Outlook> recommended) {
    page.line("");
    String legend =
        "  "
            + run.exposure()
            + (UnitWords.of(run.unit()).isEmpty() ? "" : " " + UnitWords.of(run.unit()))
            + "   "
            + ForecastPlot.NOW
            + " now, "
            + ForecastPlot.BAND
            + " 90 %"
            + (recommended.isPresent() ? "   " + ForecastPlot.PROPOSED + " proposed" : "")
            + "   "
            + ForecastPlot.TARGET
            + " target "
            + Figures.plain(run.targetLow())
            + "-"
            + Figures.plain(run.targetHigh());
    page.line(legend);
    for (String line : new ForecastPlot(run, current, recommended).lines()) {
      page.line(line.replace("●", page.paint("1;31", "●")).replace("○", page.paint("1;32", "○")));
    }
    page.line("");
  }

  private static void table(
      TextPage page, DoseVerdict.TwinRun run, DoseVerdict.Outlook current, Alert.Twin twin) {
    List<DoseVerdict.Outlook> columns = new ArrayList<>(List.of(current));
    twin.recommended().ifPresent(columns::add);
    row(page, "", columns, each -> each.regimen().dose() + rhythm(each.regimen()));
    row(page, "", columns, each -> each.equals(current) ? "now" : "proposed, screened");
    for (double day : new double[] {3, TwinJson.JUDGED_DAY, 14}) {
      row(
          page,
          run.exposure() + " day " + Figures.plain(day),
          columns,
          each ->
              each.nearest(day)
                  .filter(point -> Math.abs(point.day() - day) < 1)
                  .map(TwinText::figure)
                  .orElse("-"));
    }
    row(page, "in target", columns, each -> percent(each.pTarget()));
    row(page, "too low", columns, each -> percent(each.pLow()));
    row(page, "too high", columns, each -> percent(each.pToxic()));
  }

  private static void row(
      TextPage page,
      String name,
      List<DoseVerdict.Outlook> columns,
      Function<DoseVerdict.Outlook, String> cell) {
    StringBuilder line = new StringBuilder("          ").append(pad(name, 14));
    columns.forEach(each -> line.append(pad(cell.apply(each), 22)));
    page.line(line.toString());
  }

  private static String rhythm(Regimen regimen) {
    return regimen.intervalHours() == 24
        ? " daily"
        : " every " + Figures.plain(regimen.intervalHours()) + " h";
  }

  private static String figure(DoseVerdict.ForecastPoint point) {
    return one(point.expected()) + " (" + one(point.low90()) + " to " + one(point.high90()) + ")";
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String percent(double probability) {
    return Figures.rounded(100 * probability, 0) + " %";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
