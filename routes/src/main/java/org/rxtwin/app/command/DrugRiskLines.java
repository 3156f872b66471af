package org.rxtwin.app.command;

import static org.rxtwin.app.command.SourcedLines.advice;
import static org.rxtwin.app.command.SourcedLines.lower;
import static org.rxtwin.app.command.SourcedLines.number;

import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.OpioidFactor;
import org.rxtwin.knowledge.PregnancyRisk;
import org.rxtwin.quantity.Figures;

/** What a drug does to QT, counts as an opioid and asks for in pregnancy. */
final class DrugRiskLines {
  private final Knowledge knowledge;
  private final SourcedLines lines;

  DrugRiskLines(Knowledge knowledge, SourcedLines lines) {
    this.knowledge = knowledge;
    this.lines = lines;
  }

  void add(String id) {
    qt(id);
    opioid(id);
    pregnancy(id);
  }

  private void qt(String id) {
    knowledge
        .qt()
        .listRisks(id)
        .forEach(
            r ->
                lines.section(
                    "QT",
                    lower(r.route())
                        + number(" above ", r.aboveDailyMg(), " mg/day")
                        + ": "
                        + lower(r.category())
                        + ", "
                        + Figures.plain(r.washoutDays())
                        + " days after the last dose"
                        + r.alternative().map(a -> "; instead: " + a).orElse(""),
                    r.provenance()));
  }

  private void opioid(String id) {
    knowledge
        .opioids()
        .listFactors(id)
        .forEach(f -> lines.section("Morphine equivalents", factor(f), f.provenance()));
  }

  private static String factor(OpioidFactor factor) {
    String where = lower(factor.route()) + (factor.form().equals("*") ? "" : " " + factor.form());
    String what =
        switch (factor.basis()) {
          case MG_PER_DAY -> number("", factor.factor(), " mg for each mg a day");
          case MCG_PER_HOUR -> number("", factor.factor(), " mg a day for each microgram an hour");
          case NOT_COUNTED -> "not counted, " + factor.note().orElse("");
        };
    return where + ": " + what + number(", only after a week of ", factor.tolerantFromMme(), " mg");
  }

  private void pregnancy(String id) {
    knowledge
        .pregnancy()
        .listRisks(id)
        .forEach(
            r ->
                lines.section(
                    "Pregnancy (breast-feeding: not checked)",
                    lower(r.state())
                        + weeks(r)
                        + number(" above ", r.aboveDailyMg(), " mg/day")
                        + ": "
                        + r.tier()
                        + ". "
                        + advice(r.advice()),
                    r.provenance()));
  }

  private static String weeks(PregnancyRisk risk) {
    return risk.always()
        ? ""
        : ", week " + Figures.plain(risk.fromWeek()) + " to " + Figures.plain(risk.toWeek());
  }
}
