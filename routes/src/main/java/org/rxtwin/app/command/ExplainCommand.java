package org.rxtwin.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.AlertText;
import org.rxtwin.chart.Finding;
import org.rxtwin.store.JdbcStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why an alert was sent. */
@Command(
    name = "explain",
    description =
        "Shows why an alert was sent, version by version: the facts that fired, the rules with"
            + " their versions, the evidence, the twin's run, the basis all of it rests on, and what people answered.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ALERT-ID", description = "Id of the alert.")
  private String alertId = "";

  @Option(names = "--json", description = "Every version as it was sent, as JSON Lines.")
  private boolean json;

  private final Site site;

  ExplainCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    Home home = site.home();
    Settings settings = site.settings();
    try (JdbcStore store = JdbcStore.openBeside(new Wiring(settings, home).store())) {
      List<Alert> versions = store.listVersions(alertId);
      if (versions.isEmpty()) {
        site.terminal()
            .err()
            .printf(
                "expected the id of an alert in %s, came one that is not known there%nMaybe RXTWIN_HOME"
                    + " names another home folder.%n",
                home.folder());
        return 1;
      }
      for (Alert version : versions) {
        site.terminal().out().println(json ? new AlertJson().write(version) : explained(version));
      }
      if (!json) {
        answers(store, versions.get(0));
      }
      return 0;
    }
  }

  /** What people answered, the answers to the last version included. */
  private void answers(JdbcStore store, Alert alert) {
    store.load(store.survivor(alert.patient().chart())).feedback().stream()
        .filter(each -> each.alertId().equals(alertId))
        .forEach(
            each ->
                site.terminal()
                    .out()
                    .printf(
                        "  answer to version %d: %s by %s%s%s at %s%n",
                        each.version(),
                        each.outcome().name().toLowerCase(Locale.ROOT),
                        each.who(),
                        each.second().map(other -> " and " + other).orElse(""),
                        each.reason().map(why -> " (" + why + ")").orElse(""),
                        each.at()));
  }

  private String explained(Alert alert) {
    StringBuilder text =
        new StringBuilder(
            new AlertText(site.settings().feeds().otherwise().zone(), site.terminal().typed())
                .of(alert));
    text.append(System.lineSeparator()).append("What it rests on").append(System.lineSeparator());
    for (Finding finding : alert.findings()) {
      text.append("  rule ")
          .append(finding.rule().id())
          .append(", version ")
          .append(finding.rule().version())
          .append(System.lineSeparator());
    }
    alert
        .twin()
        .flatMap(Alert.Twin::run)
        .ifPresent(
            run ->
                text.append("  twin ")
                    .append(run.model())
                    .append(", version ")
                    .append(run.modelVersion())
                    .append(", seed ")
                    .append(run.seed())
                    .append(System.lineSeparator()));
    text.append("  message ").append(alert.trigger().messageId());
    text.append(" (").append(alert.trigger().type()).append(")").append(System.lineSeparator());
    text.append("  basis ").append(alert.basis());
    return text.toString();
  }
}
