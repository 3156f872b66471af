package org.rxtwin.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.app.Engine;
import org.rxtwin.app.flow.ChartCheck;
import org.rxtwin.app.flow.ChartScreening;
import org.rxtwin.app.flow.Checked;
import org.rxtwin.app.flow.Occasion;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.knowledge.search.DrugResolver;
import org.rxtwin.rules.adjudication.Adjudication;
import org.rxtwin.rules.question.DoseQuestions;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.question.NamedDrugs;
import org.rxtwin.rules.screening.Screening;

/** Checks a chart again, event by event, as it was stored; the twin says what it said then. */
final class ReplayedChart {
  private final Engine.Parts parts;
  private final ChartCheck check;
  private final Map<String, Alert> last = new HashMap<>();
  private List<StoredEvent> now = List.of();

  ReplayedChart(Engine.Parts parts) {
    this.parts = parts;
    NamedDrugs drugs = new NamedDrugs(DrugResolver.over(parts.knowledge()));
    check =
        new ChartCheck(
            new ChartScreening(
                new Screening(parts.knowledge(), parts.jurisdiction()), parts.rules(), drugs),
            new DoseQuestions(parts.knowledge(), ModelledDrug.ALL, drugs),
            (question, fingerprint, message) -> recorded(question),
            new Adjudication(
                parts.keys(), parts.knowledge(), drugs, parts.profiles().otherwise().zone()),
            id -> Optional.ofNullable(last.get(id)),
            parts.keys(),
            parts.basis());
  }

  /** Every alert as JSON, in order. */
  List<String> alerts(ChartId id) {
    Map<String, List<StoredEvent>> occasions = new LinkedHashMap<>();
    parts.store().loadWhole(id).events().stream()
        .sorted(java.util.Comparator.comparingLong(StoredEvent::seq))
        .forEach(
            each ->
                occasions
                    .computeIfAbsent(each.messageId(), message -> new ArrayList<>())
                    .add(each));
    List<String> alerts = new ArrayList<>();
    Chart chart = Chart.empty(id);
    for (List<StoredEvent> each : occasions.values()) {
      now = each;
      Checked checked =
          check.check(
              chart.withAll(each.stream().filter(ReplayedChart::arrived).toList()), occasion());
      for (Alert alert : checked.alerts()) {
        last.put(alert.alertId(), alert);
        alerts.add(new AlertJson().write(alert));
      }
      chart = chart.withAll(each);
    }
    return alerts;
  }

  private Occasion occasion() {
    StoredEvent first = now.get(0);
    String type =
        parts
            .store()
            .findMessage(first.messageId())
            .map(RawMessage::type)
            .orElse(first.event().getClass().getSimpleName());
    return new Occasion(first.recordedAt(), new Alert.Trigger(first.messageId(), type), List.of());
  }

  private ChartEvent recorded(DoseQuestion question) {
    return now.stream()
        .map(StoredEvent::event)
        .filter(each -> questionOf(each).equals(question.key()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the twin was not asked then"));
  }

  private static String questionOf(ChartEvent event) {
    if (event instanceof ChartEvent.DoseJudged judged) {
      return judged.verdict().questionKey();
    }
    return event instanceof ChartEvent.TwinTimedOut late ? late.questionKey() : "";
  }

  private static boolean arrived(StoredEvent stored) {
    return questionOf(stored.event()).isEmpty()
        && !(stored.event() instanceof ChartEvent.AlertIssued);
  }
}
