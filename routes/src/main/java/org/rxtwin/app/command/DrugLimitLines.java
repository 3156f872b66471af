package org.rxtwin.app.command;

import static org.rxtwin.app.command.SourcedLines.advice;
import static org.rxtwin.app.command.SourcedLines.lower;
import static org.rxtwin.app.command.SourcedLines.number;

import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.quantity.Figures;

/** What bounds a drug: doses, kidney, measurements, results, allergies. */
final class DrugLimitLines {
  private final Knowledge knowledge;
  private final SourcedLines lines;

  DrugLimitLines(Knowledge knowledge, SourcedLines lines) {
    this.knowledge = knowledge;
    this.lines = lines;
  }

  void add(String id) {
    limits(id);
    laboratory(id);
  }

  private void limits(String id) {
    knowledge
        .limits()
        .listDoseLimits(id)
        .forEach(
            l ->
                lines.section(
                    "Dose limits (" + lower(l.unit()) + ")",
                    lower(l.route())
                        + ", age "
                        + Figures.plain(l.ageFromYears())
                        + "-"
                        + Figures.plain(l.ageToYears())
                        + l.indication().map(i -> ", " + i).orElse("")
                        + number(", single ", l.singleMax(), "")
                        + number(", a day ", l.dailyMax(), "")
                        + number(", a week ", l.weeklyMax(), "")
                        + number(", every ", l.minIntervalHours(), " h at most"),
                    l.provenance()));
    knowledge
        .limits()
        .listRenalLimits(id)
        .forEach(
            l ->
                lines.section(
                    "Kidney",
                    l.jurisdiction()
                        + ", "
                        + lower(l.estimator())
                        + " "
                        + Figures.plain(l.from())
                        + " to "
                        + Figures.plain(l.below())
                        + ": "
                        + lower(l.action())
                        + number(", a day ", l.maxDailyMg(), " mg")
                        + number(", every ", l.minIntervalHours(), " h at most"),
                    l.provenance()));
  }

  private void laboratory(String id) {
    knowledge
        .laboratory()
        .listNeeds(id)
        .forEach(
            n ->
                lines.section(
                    "To be measured",
                    n.analyte()
                        + " within "
                        + Figures.plain(n.withinDays())
                        + " days of "
                        + lower(n.occasion())
                        + number(", then every ", n.everyDays(), " days"),
                    n.provenance()));
    knowledge
        .laboratory()
        .listLimits(id)
        .forEach(
            l ->
                lines.section(
                    "Results",
                    l.analyte()
                        + " "
                        + lower(l.side())
                        + " "
                        + Figures.plain(l.threshold())
                        + " "
                        + l.unit()
                        + ": "
                        + l.tier()
                        + ". "
                        + advice(l.advice()),
                    l.provenance()));
    knowledge.allergies().list().stream()
        .filter(g -> g.members().contains(id))
        .forEach(
            g ->
                lines.section(
                    "Allergy groups", g.name() + " (" + lower(g.kind()) + ")", g.provenance()));
  }
}
