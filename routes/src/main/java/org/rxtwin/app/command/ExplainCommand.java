package org.rxtwin.app.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rxtwin.app.Wiring;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.store.JdbcStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows why an alert was sent, or why a rule raised none. */
@Command(
    name = "explain",
    description = {
      "Shows why an alert was sent, version by version: the facts that fired, the rules with"
          + " their versions, the evidence, the twin's run, what people answered, and the basis all"
          + " of it rests on.",
      "With --not RULE: why that rule raised no alert for a patient, condition by condition, or what"
          + " became of what it found."
    },
    customSynopsis = {
      "rxtwin explain [--json] ALERT-ID",
      "       rxtwin explain --not RULE [--at TIME] PATIENT"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ALERT-ID|PATIENT",
      description = {
        "Id of the alert, or at least its first six digits; after a colon a version, if only one is"
            + " asked for.",
        "With --not: the patient's identifier as received, or the id of the chart."
      })
  private String subject = "";

  @Option(
      names = "--not",
      paramLabel = "RULE",
      description = "The rule that raised no alert, such as interaction/exposure-change.")
  private @Nullable String rule;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "With --not: as the chart was known then, such as 2026-03-06T10:00. Without it: as it was"
              + " screened last.")
  private @Nullable String at;

  @Option(names = "--json", description = "Every version as it was sent, as JSON Lines.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private final Site site;

  ExplainCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    if (rule == null && at != null) {
      throw wrong("--at goes with --not.");
    }
    if (rule != null && json) {
      throw wrong("--json goes with an ALERT-ID, not with --not.");
    }
    Wiring wiring = new Wiring(site.settings(), site.home());
    ZoneId zone = site.settings().feeds().otherwise().zone();
    Optional<java.time.Instant> moment =
        Optional.ofNullable(at)
            .map(
                text ->
                    Moments.find(text, zone)
                        .orElseThrow(
                            () -> wrong("Expected a time such as 2026-03-06T10:00 as --at.")));
    try (JdbcStore store = JdbcStore.openBeside(wiring.store())) {
      List<String> lines =
          rule == null
              ? alert(store, wiring, zone)
              : new SilenceQuestion(store, wiring, site.settings(), zone)
                  .answer(rule, subject, moment);
      lines.forEach(site.terminal().out()::println);
      return 0;
    }
  }

  private List<String> alert(JdbcStore store, Wiring wiring, ZoneId zone) {
    List<Alert> versions = new AlertFinder(store, site.home().folder()).versions(subject);
    return json
        ? versions.stream().map(new AlertJson()::write).toList()
        : new AlertExplanation(store, wiring, zone, site.terminal().typed()).lines(versions);
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException("expected to be run by the command line");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
