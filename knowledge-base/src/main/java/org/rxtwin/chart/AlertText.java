package org.rxtwin.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
    alert.twin().ifPresent(twin -> TwinText.add(page, twin));
    page.line("");
    page.list("NOTE", "! ", notes(alert));
    page.list("SOURCE", "", evidence(alert));
    page.list("CHOICES", "▸ ", alert.actions());
    if (!alert.overrideReasons().isEmpty()) {
      page.section("OVERRIDE", String.join(" · ", alert.overrideReasons()), "");
    }
    page.line(page.paint(DIM, "─".repeat(TextPage.WIDTH)));
    return page.toString();
  }

  /** Notes that do not only repeat what the twin's part says already. */
  private static List<String> notes(Alert alert) {
    return alert.notes().stream()
        .filter(
            note ->
                alert
                    .twin()
                    .map(twin -> twin.run().isPresent() || !note.contains("(" + twin.why() + ")"))
                    .orElse(true))
        .toList();
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
