package org.rxtwin.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.knowledge.search.NearestName;
import org.rxtwin.rules.explanation.RuleExplanation;
import org.rxtwin.rules.explanation.RuleHistory;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.screening.Screening;
import org.rxtwin.store.JdbcStore;

/** Why did a rule raise no alert for a patient? Asked of a store that another process may write. */
final class SilenceQuestion {
  private static final int PROPOSED = 3;

  private final JdbcStore store;
  private final Wiring wiring;
  private final Settings settings;
  private final Path home;
  private final ZoneId zone;

  SilenceQuestion(JdbcStore store, Wiring wiring, Settings settings, ZoneId zone) {
    this.store = store;
    this.wiring = wiring;
    this.settings = settings;
    this.home = wiring.home().folder();
    this.zone = zone;
  }

  /** The answer, line by line. */
  List<String> answer(String ruleId, String patient, Optional<Instant> moment) {
    RuleSet rules = wiring.rules();
    String rule = known(ruleId, rules);
    Chart whole = new PatientFinder(store, home).chart(patient);
    Instant at =
        moment.or(whole::lastRecordedAt).orElseThrow(() -> new UnusableInput(nothingKnown()));
    Chart chart = asKnownAt(whole, at);
    Screening screening = new Screening(wiring.knowledge(), settings.jurisdiction());
    RuleExplanation told =
        RuleExplanation.find(rules, rule, screening.facts(chart, at)).orElseThrow();
    return new SilenceText(zone, patient.strip(), chart, at)
        .lines(told, history(rule, chart, at), rules.hash(), wiring.basis(rules));
  }

  private static String known(String typed, RuleSet rules) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<String> ids = rules.rules().stream().map(RuleRef::id).toList();
    if (ids.contains(wanted)) {
      return wanted;
    }
    throw new UnusableInput(
        "expected the id of a rule in force, came one that is none of the "
            + ids.size()
            + "\nMaybe one of: "
            + String.join(", ", NearestName.list(wanted, ids, PROPOSED)));
  }

  /** The chart as far as it had been recorded then. */
  private static Chart asKnownAt(Chart whole, Instant at) {
    Chart then =
        Chart.restored(
            whole.id(),
            whole.events().stream().filter(each -> !each.recordedAt().isAfter(at)).toList(),
            whole.lastSeq());
    if (then.events().isEmpty()) {
      throw new UnusableInput(nothingKnown());
    }
    return then;
  }

  private static String nothingKnown() {
    return "expected a time at which something was known of this patient, came an earlier one\n"
        + "Maybe leave --at out: then the chart is taken as it was screened last.";
  }

  private RuleHistory history(String rule, Chart chart, Instant at) {
    List<List<Alert>> alerts = new ArrayList<>();
    for (EpisodeState each : chart.episodes()) {
      alerts.add(
          store.listVersions(each.alertId()).stream()
              .filter(version -> !version.time().isAfter(at))
              .toList());
    }
    return RuleHistory.of(rule, alerts);
  }
}
