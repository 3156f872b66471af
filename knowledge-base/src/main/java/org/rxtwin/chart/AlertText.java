package org.rxtwin.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rxtwin.quantity.Figures;

/**
 * An alert as a pharmacist reads it on a terminal of eighty columns: what to do, why, what the twin
 * expects, what to measure by when. It names the patient: it is for the screen, never for a log.
 */
public final class AlertText {
  private static final String BOLD = "1";
  private static final String DIM = "2";

  private final DateTimeFormatter form;
  private final boolean colour;

  /**
   * A form for alerts.
   *
   * @param zone in which times are written
   * @param colour whether to use ANSI colours
   */
  public AlertText(ZoneId zone, boolean colour) {
    this.form = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    this.colour = colour;
  }

  /** The whole alert, ending in a line feed. */
  public String of(Alert alert) {
    TextPage page = new TextPage(colour);
    header(page, alert);
    page.line("");
    page.section("DO", alert.advice(), BOLD);
    page.list(
        "MEASURE",
        "▸ ",
        alert.obligations().stream().map(each -> each.analyte() + due(each, alert)).toList());
    page.line("");
    page.list("WHY", "• ", why(alert));
    alert.twin().ifPresent(twin -> twin(page, twin));
    page.line("");
    page.list("NOTE", "! ", alert.notes());
    page.list("SOURCE", "", evidence(alert));
    page.list("CHOICES", "▸ ", alert.actions());
    if (!alert.overrideReasons().isEmpty()) {
      page.section("OVERRIDE", String.join(" · ", alert.overrideReasons()), "");
    }
    page.line(page.paint(DIM, "─".repeat(TextPage.WIDTH)));
    return page.toString();
  }

  private String due(Alert.Obligation obligation, Alert alert) {
    return obligation.by().isAfter(alert.time()) ? " by " + time(obligation.by()) : " now, overdue";
  }

  private void header(TextPage page, Alert alert) {
    String left = "━━ " + alert.tier() + " ";
    String right = " " + alert.kind().wire() + " · " + alert.severity().wire() + " ━━";
    int fill = Math.max(2, TextPage.WIDTH - left.length() - right.length());
    page.line(page.paint(tierColour(alert.tier()), left + "━".repeat(fill) + right));
    String drugs =
        alert.subjects().stream()
            .map(Alert.Subject::name)
            .distinct()
            .collect(Collectors.joining(" + "));
    String patient =
        alert.patient().ref().map(ref -> "patient " + ref.value()).orElse("no patient");
    String ward = alert.location().isEmpty() ? "" : " · " + alert.location();
    page.ends(drugs, patient + ward, BOLD);
    page.line(TextPage.plain(alert.title()));
    page.line(
        page.paint(
            DIM,
            time(alert.time())
                + " · "
                + alert.status().wire()
                + " · version "
                + alert.version()
                + " of "
                + alert.alertId()));
  }

  private static String tierColour(Tier tier) {
    return switch (tier) {
      case HARD_STOP -> "1;97;41";
      case INTERRUPT -> "1;31";
      case QUEUE -> "1;33";
      case LOG -> DIM;
    };
  }

  private List<String> why(Alert alert) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : alert.findings()) {
      if (!finding.title().equals(alert.title())) {
        lines.add(finding.title());
      }
      for (Reason reason : finding.reasons()) {
        String when = reason.when(this::time).map(at -> " (" + at + ")").orElse("");
        lines.add(reason.text() + figure(reason) + when);
      }
    }
    return lines.stream().distinct().toList();
  }

  /** The figure of a reason, unless its words hold it already. */
  private static String figure(Reason reason) {
    if (reason.value().isEmpty() || reason.text().contains(reason.value())) {
      return "";
    }
    String unit = UnitWords.of(reason.unit());
    return " " + reason.value() + (unit.isEmpty() ? "" : " " + unit);
  }

  private void twin(TextPage page, Alert.Twin twin) {
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
                  .map(AlertText::figure)
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
      java.util.function.Function<DoseVerdict.Outlook, String> cell) {
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

  private static List<String> evidence(Alert alert) {
    return alert.findings().stream()
        .flatMap(each -> each.evidence().stream())
        .distinct()
        .map(
            each ->
                (each.confirmed() ? "[confirmed] " : "[UNCONFIRMED] ")
                    + each.source()
                    + (each.ref().isEmpty() ? "" : ", " + each.ref())
                    + (each.year() == 0 ? "" : " (" + each.year() + ")"))
        .toList();
  }

  private String time(Instant at) {
    return form.format(at);
  }
}
