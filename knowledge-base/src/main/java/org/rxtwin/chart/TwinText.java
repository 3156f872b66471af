package org.rxtwin.chart;

import java.util.Locale;
import java.util.Optional;
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
              page.section(
                  "",
                  model(run) + (twin.dosesAssumed() ? " · doses assumed" : " · doses as recorded"),
                  DIM);
              run.current()
                  .filter(current -> !current.forecast().isEmpty())
                  .ifPresent(current -> curve(page, run, current, twin.recommended()));
              run.current()
                  .ifPresent(
                      current -> new TwinTable(page, run, current, twin.recommended()).add());
              run.loading().ifPresent(first -> page.section("", loading(first), ""));
              page.list("", "! ", run.notes());
            });
  }

  private static String loading(DoseVerdict.Loading first) {
    return "first "
        + first.dose()
        + (first.route().isEmpty() ? "" : " " + first.route())
        + (first.infusionHours() > 0 ? " over " + Figures.plain(first.infusionHours()) + " h" : "")
        + ": "
        + first.why();
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
}
