package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.explanation.ConditionTrial;
import org.rxtwin.rules.explanation.FactSource;
import org.rxtwin.rules.explanation.FactTrial;
import org.rxtwin.rules.explanation.PatternTrial;
import org.rxtwin.rules.explanation.RuleExplanation;
import org.rxtwin.rules.explanation.RuleHistory;
import org.rxtwin.rules.explanation.RuleHistory.Carried;
import org.rxtwin.rules.ruleset.Reported;
import org.rxtwin.rules.ruleset.RuleTree.Presence;

/** The answer in a sentence or two, before the details. */
final class RuleAnswer {
  private RuleAnswer() {}

  static List<String> of(RuleExplanation told, RuleHistory history) {
    List<String> answer = new ArrayList<>();
    if (told.failure().isPresent()) {
      answer.add(
          "NOT SCREENED: the rule could not be evaluated on this chart ("
              + told.failure().get().error()
              + "). That raises an alert of its own; it is no sign that all is well.");
      told.reading().findFailed().ifPresent(line -> answer.add(at(line)));
    } else if (told.reported().isEmpty()) {
      answer.add(told.reading().findFailed().map(RuleAnswer::at).orElse("It reported nothing."));
      if (!history.carried().isEmpty()) {
        answer.add("Earlier it did report: see ITS ALERTS below.");
      }
    } else {
      told.reported().forEach(each -> answer.add(reported(each, history)));
    }
    if (!told.agrees()) {
      answer.add(
          "The reading below does not agree with the rule engine; the engine is right. Tell who"
              + " keeps the program.");
    }
    if (told.scene().failures().stream().findAny().isPresent()) {
      answer.add("Some facts could not be computed: see NOT SCREENED below.");
    }
    return answer;
  }

  private static String at(PatternTrial line) {
    if (line.facts().isEmpty()) {
      return "It reported nothing: it asks for "
          + article(line.fact())
          + " and this chart gives none. That takes "
          + FactSource.of(line.fact())
          + ".";
    }
    FactTrial nearest = line.facts().get(0);
    String subject = RuleLines.subject(nearest.fact());
    if (line.presence() == Presence.IS_NOT && nearest.matches()) {
      return "It reported nothing: it asks that there be no "
          + line.fact()
          + ", and there is one: "
          + subject
          + ".";
    }
    return nearest
        .findFailed()
        .map(failed -> failed(line, subject, failed))
        .orElse("It reported nothing.");
  }

  private static String failed(PatternTrial line, String subject, ConditionTrial failed) {
    boolean unknown = failed.truth() == ConditionTrial.Truth.CANNOT_TELL;
    return (unknown ? "It stopped" : "It reported nothing")
        + ": of "
        + line.facts().size()
        + " "
        + line.fact()
        + (line.facts().size() == 1 ? "" : "s")
        + " the nearest ("
        + subject
        + (unknown ? ") lacks a figure: " : ") fails at: ")
        + failed.condition()
        + " ("
        + failed.figures()
        + ").";
  }

  private static String reported(Reported each, RuleHistory history) {
    String said = "It DID report: \"" + each.title() + "\", and asks for " + each.tier() + ".";
    return said
        + history.carried().stream()
            .filter(carried -> carried.after().isEmpty() && carried.holds(each.title()))
            .findFirst()
            .map(carried -> " " + fate(carried, each.tier()))
            .orElse(
                " No alert carries it so. Maybe rules, knowledge or settings are newer than the"
                    + " last message for this patient: the next one will raise it.");
  }

  /** What adjudication did with a finding that stands in an alert. */
  private static String fate(Carried carried, Tier asked) {
    Alert alert = carried.last();
    String gathered =
        carried.leading()
            ? "It leads alert "
            : "It was gathered into the alert that "
                + alert.findings().get(0).rule().id()
                + " leads, ";
    String tier =
        alert.tier() == asked
            ? " at " + alert.tier()
            : " at " + alert.tier() + " instead of " + asked;
    return gathered
        + alert.alertId()
        + ", version "
        + alert.version()
        + ","
        + tier
        + (alert.tier() == Tier.LOG ? ": kept on record, nobody is disturbed." : ".");
  }

  private static String article(String fact) {
    return ("AEIOU".indexOf(fact.charAt(0)) >= 0 ? "an " : "a ") + fact;
  }
}
