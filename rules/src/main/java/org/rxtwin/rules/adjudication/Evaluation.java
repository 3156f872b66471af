package org.rxtwin.rules.adjudication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;

/**
 * All that one adjudication goes by.
 *
 * @param chart the chart after the events of the message, before the alerts of this evaluation
 * @param at evaluation time
 * @param event reference of the event that caused the evaluation, the same in every run: it goes
 *     into the id of each episode opened now
 * @param findings what screening found, failures to screen included
 * @param questions what the twin was asked
 * @param verdicts what it answered, for these questions
 * @param trigger message that caused the evaluation
 * @param basis hash over rules, knowledge, models, settings and program
 * @param proposals screens a proposed regimen
 * @param history last versions of alerts
 */
public record Evaluation(
    Chart chart,
    Instant at,
    String event,
    List<Finding> findings,
    List<DoseQuestion> questions,
    List<DoseVerdict> verdicts,
    Alert.Trigger trigger,
    String basis,
    ProposalCheck proposals,
    AlertHistory history) {
  public Evaluation {
    findings = List.copyOf(findings);
    questions = List.copyOf(questions);
    verdicts = List.copyOf(verdicts);
  }

  Optional<DoseVerdict> findVerdict(String questionKey) {
    return verdicts.stream().filter(each -> each.questionKey().equals(questionKey)).findFirst();
  }

  Optional<DoseQuestion> findQuestion(String questionKey) {
    return questions.stream().filter(each -> each.key().equals(questionKey)).findFirst();
  }
}
