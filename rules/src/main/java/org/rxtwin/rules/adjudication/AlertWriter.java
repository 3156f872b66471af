package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Alert.Obligation;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.rules.question.OrderedDrugs;

/** Writes the alert of an episode that stands, and the closing of one that has ended. */
final class AlertWriter {
  private static final int TITLE_KEPT = 130;

  private final Subjects subjects;
  private final Deadlines deadlines;
  private final AdviceSentence advice;
  private final PromiseNotes promises;

  AlertWriter(Knowledge knowledge, OrderedDrugs named, ZoneId zone) {
    subjects = new Subjects(knowledge.drugs(), named);
    deadlines = new Deadlines(zone, knowledge.laboratory());
    advice = new AdviceSentence(deadlines);
    promises = new PromiseNotes(deadlines, knowledge.laboratory());
  }

  /** The next version of an episode, or its first. */
  Alert standing(
      Episode episode, String alertId, Optional<EpisodeState> before, Evaluation evaluation) {
    Instant openedAt = before.map(EpisodeState::openedAt).orElse(evaluation.at());
    List<Obligation> obligations = deadlines.of(episode, openedAt, evaluation);
    Finding leading = episode.leading().finding();
    List<String> notes = new ArrayList<>(EpisodeNotes.of(episode, evaluation));
    notes.addAll(AnswerNotes.of(alertId, evaluation.chart(), deadlines));
    notes.addAll(promises.of(alertId, evaluation));
    notes.addAll(ChartNotes.of(evaluation.chart(), evaluation.at()));
    return new Alert(
        alertId,
        before.map(EpisodeState::version).orElse(0) + 1,
        before.isPresent() ? Alert.Status.UPDATED : Alert.Status.OPEN,
        evaluation.at(),
        episode.tier(),
        worst(episode.findings()),
        leading.kind(),
        patient(evaluation.chart()),
        subjects.of(episode, evaluation.chart(), evaluation.at()),
        leading.title(),
        advice.of(episode, obligations, evaluation),
        LastLevel.shown(episode),
        episode.verdict().map(verdict -> twin(verdict, episode)),
        Choices.actions(episode, obligations, evaluation),
        Choices.overrideReasons(episode),
        obligations,
        evaluation.trigger(),
        evaluation.chart().location(),
        Choices.roles(episode.tier()),
        notes,
        evaluation.basis());
  }

  /** The last version of an episode no finding is left of. It disturbs nobody. */
  Alert closing(EpisodeState ended, Optional<String> continuesIn, Evaluation evaluation) {
    Optional<Alert> last = evaluation.history().find(ended.alertId());
    String why =
        continuesIn
            .map(id -> "It goes on as part of alert " + id + ".")
            .orElseGet(() -> ended(last.map(Alert::kind).orElse(FindingKind.DATA_QUALITY)));
    List<String> notes =
        new ArrayList<>(AnswerNotes.of(ended.alertId(), evaluation.chart(), deadlines));
    notes.addAll(promises.of(ended.alertId(), evaluation));
    notes.addAll(ChartNotes.of(evaluation.chart(), evaluation.at()));
    return new Alert(
        ended.alertId(),
        ended.version() + 1,
        Alert.Status.CLOSED,
        evaluation.at(),
        Tier.LOG,
        last.map(Alert::severity).orElse(Severity.MINOR),
        last.map(Alert::kind).orElse(FindingKind.DATA_QUALITY),
        patient(evaluation.chart()),
        last.map(Alert::subjects).orElseGet(() -> namesOf(ended)),
        "Ended: " + cut(last.map(Alert::title).orElse(ended.key().hazard())),
        "Nothing is left to do here. " + why,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        evaluation.trigger(),
        evaluation.chart().location(),
        Choices.roles(Tier.LOG),
        notes,
        evaluation.basis());
  }

  /** Why nothing is left of it, in the words of its kind. */
  private static String ended(FindingKind kind) {
    return switch (kind) {
      case INTERACTION -> "What caused it has ended, wash-out included.";
      case MONITORING -> "The result has come, or the drug is no longer given.";
      default -> "What caused it has ended.";
    };
  }

  private List<Alert.Subject> namesOf(EpisodeState ended) {
    return ended.key().ingredients().stream()
        .map(each -> subjects.subject(each, Optional.empty()))
        .toList();
  }

  private static String cut(String title) {
    return title.length() <= TITLE_KEPT ? title : title.substring(0, TITLE_KEPT);
  }

  private static Severity worst(List<Finding> findings) {
    return findings.stream()
        .map(Finding::severity)
        .min(Comparator.naturalOrder())
        .orElse(Severity.MINOR);
  }

  private static Alert.Patient patient(Chart chart) {
    return new Alert.Patient(chart.id(), chart.identifiers().stream().findFirst());
  }

  private static Alert.Twin twin(DoseVerdict verdict, Episode episode) {
    return new Alert.Twin(
        word(verdict),
        verdict.why(),
        verdict.run(),
        episode.proposal().recommended(),
        episode.question().map(DoseQuestion::dosesAssumed).orElse(true),
        episode.proposal().recommended().isPresent());
  }

  private static String word(DoseVerdict verdict) {
    if (verdict instanceof DoseVerdict.Safe) {
      return "safe";
    }
    if (verdict instanceof DoseVerdict.Adjust) {
      return "adjust";
    }
    return verdict instanceof DoseVerdict.Unsafe ? "unsafe" : "cannot-tell";
  }
}
