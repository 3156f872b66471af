package org.rxtwin.rules.adjudication;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.EpisodeKey;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.question.OrderedDrugs;

/**
 * Findings and verdicts become alerts: which episode each belongs to, how urgent it is after the
 * twin has spoken, and whether a reader would see anything new. A pure function of its input.
 */
public final class Adjudication {
  private final KeyedHash keys;
  private final AlertWriter writer;
  private final LaboratoryTable laboratory;
  private final AlertJson json = new AlertJson();

  /**
   * An adjudication.
   *
   * @param keys makes ids of episodes and hashes of their content
   * @param knowledge names of drugs
   * @param named which drug an order stands for
   * @param zone in which dates are written in advice
   */
  public Adjudication(KeyedHash keys, Knowledge knowledge, OrderedDrugs named, ZoneId zone) {
    this.keys = keys;
    this.laboratory = knowledge.laboratory();
    this.writer = new AlertWriter(knowledge, named, zone);
  }

  /** The alerts of one evaluation, most urgent first, and the episodes to remember. */
  public Adjudicated of(Evaluation evaluation) {
    List<Judged> judged = new ArrayList<>();
    Awaited awaited = Awaited.of(evaluation, laboratory);
    evaluation
        .findings()
        .forEach(each -> judged.add(awaited.quieten(judged(each, evaluation), evaluation)));
    TwinFindings.of(evaluation).forEach(each -> judged.add(judged(each, evaluation)));
    Map<EpisodeKey, EpisodeState> open = open(evaluation);
    Map<EpisodeKey, String> standing = new LinkedHashMap<>();
    List<Alert> alerts = new ArrayList<>();
    List<EpisodeState> states = new ArrayList<>();
    for (Episode episode : Episodes.of(judged, evaluation)) {
      Optional<EpisodeState> before = Optional.ofNullable(open.get(episode.key()));
      String id =
          before.map(EpisodeState::alertId).orElseGet(() -> newId(episode.key(), evaluation));
      standing.put(episode.key(), id);
      Alert alert = writer.standing(episode, id, before, evaluation);
      EpisodeState state = state(alert, episode.key(), before);
      boolean news = before.isEmpty() || !before.get().content().equals(state.content());
      if (news && !awaited.holdsBack(alert, evaluation)) {
        alerts.add(alert);
        states.add(state);
      }
    }
    close(evaluation, standing, alerts, states);
    return sorted(alerts, states);
  }

  private static Judged judged(Finding finding, Evaluation evaluation) {
    if (finding.kind() == FindingKind.NOT_SCREENED) {
      return new Judged(finding, finding.tier().orWorse(Tier.INTERRUPT), Optional.empty());
    }
    return VerdictRule.judge(finding, evaluation);
  }

  private static Map<EpisodeKey, EpisodeState> open(Evaluation evaluation) {
    Map<EpisodeKey, EpisodeState> open = new LinkedHashMap<>();
    evaluation.chart().episodes().stream()
        .filter(each -> each.status() != Alert.Status.CLOSED)
        .forEach(each -> open.putIfAbsent(each.key(), each));
    return open;
  }

  private String newId(EpisodeKey key, Evaluation evaluation) {
    return keys.of(
        "alert",
        evaluation.chart().id().value(),
        key.hazard(),
        String.join(",", key.ingredients()),
        evaluation.event());
  }

  private EpisodeState state(Alert alert, EpisodeKey key, Optional<EpisodeState> before) {
    return new EpisodeState(
        alert.alertId(),
        alert.version(),
        key,
        alert.tier(),
        alert.status(),
        before.map(EpisodeState::openedAt).orElse(alert.time()),
        keys.of("content", json.content(alert)),
        alert.obligations());
  }

  /**
   * Episodes of which no finding is left end. Where something was not screened its findings may
   * only be missing: then nothing but an earlier "not screened" ends.
   */
  private void close(
      Evaluation evaluation,
      Map<EpisodeKey, String> standing,
      List<Alert> alerts,
      List<EpisodeState> states) {
    boolean blind =
        evaluation.findings().stream().anyMatch(each -> each.kind() == FindingKind.NOT_SCREENED);
    for (EpisodeState each : evaluation.chart().episodes()) {
      boolean gone = !standing.containsValue(each.alertId());
      boolean failure = each.key().hazard().startsWith(Episodes.NOT_SCREENED);
      if (each.status() != Alert.Status.CLOSED && gone && (failure || !blind)) {
        Alert closing = writer.closing(each, continuesIn(each.key(), standing), evaluation);
        alerts.add(closing);
        states.add(state(closing, each.key(), Optional.of(each)));
      }
    }
  }

  private static Optional<String> continuesIn(EpisodeKey key, Map<EpisodeKey, String> standing) {
    return standing.entrySet().stream()
        .filter(each -> each.getKey().equals(key) || Episodes.within(key, each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Adjudicated sorted(List<Alert> alerts, List<EpisodeState> states) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < alerts.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> alerts.get(i).tier())
            .thenComparing(i -> alerts.get(i).severity())
            .thenComparing(i -> alerts.get(i).alertId()));
    return new Adjudicated(
        order.stream().map(alerts::get).toList(), order.stream().map(states::get).toList());
  }
}
