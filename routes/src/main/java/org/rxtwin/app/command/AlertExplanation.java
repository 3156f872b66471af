package org.rxtwin.app.command;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rxtwin.app.Wiring;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertText;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.store.JdbcStore;

/** An alert with all it rests on: its course, each version, what people answered. */
final class AlertExplanation {
  private final JdbcStore store;
  private final Wiring wiring;
  private final PageTime time;
  private final AlertText text;

  AlertExplanation(JdbcStore store, Wiring wiring, ZoneId zone, boolean colour) {
    this.store = store;
    this.wiring = wiring;
    this.time = new PageTime(zone);
    this.text = new AlertText(zone, colour);
  }

  List<String> lines(List<Alert> versions) {
    RuleSet rules = wiring.rules();
    String basis = wiring.basis(rules);
    List<String> lines = new ArrayList<>();
    if (versions.size() > 1) {
      lines.add("The course of this alert");
      versions.forEach(each -> lines.add("  " + course(each)));
      lines.add("");
    }
    List<Feedback> answers = answers(versions.get(0));
    for (Alert version : versions) {
      lines.addAll(text.of(version).lines().toList());
      lines.add("What it rests on");
      lines.addAll(restsOn(version, rules, basis));
      answers.stream()
          .filter(each -> each.version() == version.version())
          .forEach(each -> lines.add("  " + answer(each)));
      lines.add("");
    }
    if (answers.isEmpty()) {
      lines.add("Nobody has answered it.");
    }
    return lines;
  }

  private String course(Alert alert) {
    return alert.version()
        + "  "
        + time.of(alert.time())
        + "  "
        + alert.status().wire()
        + "  "
        + alert.tier()
        + "  "
        + alert.title();
  }

  private List<Feedback> answers(Alert alert) {
    return store.load(store.survivor(alert.patient().chart())).feedback().stream()
        .filter(each -> each.alertId().equals(alert.alertId()))
        .toList();
  }

  private static String answer(Feedback each) {
    return "answer to version "
        + each.version()
        + ": "
        + each.outcome().name().toLowerCase(Locale.ROOT)
        + " by "
        + each.who()
        + each.second().map(other -> " and " + other).orElse("")
        + each.reason().map(why -> " (" + why + ")").orElse("")
        + " at "
        + each.at();
  }

  private static List<String> restsOn(Alert alert, RuleSet rules, String basis) {
    List<String> lines = new ArrayList<>();
    alert.findings().stream()
        .map(each -> each.rule())
        .distinct()
        .forEach(each -> lines.add("  rule      " + each.id() + ", version " + each.version()));
    boolean same = alert.basis().equals(basis);
    lines.add("  rule set  " + (same ? rules.hash() : "another one than today's may have spoken"));
    if (!same) {
      alert.findings().stream()
          .map(each -> each.rule())
          .distinct()
          .filter(each -> rules.findTree(each.id()).isPresent() && !rules.rules().contains(each))
          .map(RuleRef::id)
          .forEach(id -> lines.add("            " + id + " has another version today"));
    }
    alert
        .twin()
        .flatMap(Alert.Twin::run)
        .ifPresent(
            run ->
                lines.add(
                    "  twin      "
                        + run.model()
                        + ", version "
                        + run.modelVersion()
                        + ", seed "
                        + run.seed()));
    lines.add("  message   " + alert.trigger().messageId() + " (" + alert.trigger().type() + ")");
    lines.add(
        "  basis     "
            + alert.basis()
            + (same ? ", the one in force today" : "; in force today: " + basis));
    return lines;
  }
}
