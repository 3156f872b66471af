package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.explanation.RuleHistory;
import org.rxtwin.rules.explanation.RuleHistory.Carried;

/** What became of everything a rule ever reported for a patient. */
final class CarriedLines {
  private final PageTime time;

  CarriedLines(PageTime time) {
    this.time = time;
  }

  List<String> of(RuleHistory history) {
    List<String> lines = new ArrayList<>();
    history.carried().forEach(each -> add(each, lines));
    if (lines.isEmpty()) {
      lines.add("  none: no alert of this patient ever carried a finding of this rule");
    }
    return lines;
  }

  private void add(Carried carried, List<String> lines) {
    Alert alert = carried.last();
    lines.add(
        "  "
            + alert.alertId()
            + ", version "
            + alert.version()
            + ", "
            + time.of(alert.time())
            + ", "
            + alert.tier()
            + (alert.tier() == Tier.LOG ? " (nobody is disturbed)" : ""));
    lines.add("    found: " + carried.finding().title());
    if (carried.notScreened()) {
      lines.add("    the rule could not be evaluated then: not screened");
    }
    if (carried.otherTier()) {
      lines.add("    the rule asked for " + carried.finding().tier() + ", sent as " + alert.tier());
    }
    if (!carried.leading()) {
      lines.add(
          "    gathered into the episode that " + alert.findings().get(0).rule().id() + " leads");
    }
    alert.twin().ifPresent(twin -> lines.add("    twin: " + twin.verdict() + ": " + twin.why()));
    alert.notes().forEach(note -> lines.add("    note: " + note));
    carried.after().ifPresent(next -> lines.add(ended(next)));
  }

  private String ended(Alert next) {
    String when = "    version " + next.version() + ", " + time.of(next.time());
    return next.status() == Alert.Status.CLOSED
        ? when + ", closed it: " + next.advice()
        : when + ", goes on without it: " + next.title();
  }
}
