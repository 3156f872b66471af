package org.rxtwin.knowledge;

import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/** Turns the cells of a row about QT, opioids, pregnancy or conditions into its record. */
final class RiskRows {
  private RiskRows() {}

  static KnowledgeRow read(String subject, Cells c) {
    return switch (subject) {
      case "qt_risks" ->
          new QtRisk(
              c.text("risk"),
              c.text("ingredient"),
              c.choice("route", RouteGroup.class),
              c.choice("category", QtRisk.Category.class),
              c.optionalNumber("above_daily_mg"),
              c.number("washout_days"),
              c.optional("alternative"),
              c.provenance());
      case "qt_factors" ->
          new QtFactor(
              c.choice("factor", QtFactor.Factor.class),
              c.optionalNumber("threshold"),
              c.raw("unit"),
              c.optionalWhole("points"),
              c.provenance());
      case "condition_groups" ->
          new ConditionGroup(
              c.text("group"),
              c.text("name"),
              c.list("codes"),
              c.list("words"),
              c.optionalWhole("days"),
              c.provenance());
      case "opioid_factors", "opioid_limits" -> opioid(subject, c);
      default -> pregnancy(subject, c);
    };
  }

  private static KnowledgeRow opioid(String subject, Cells c) {
    return subject.equals("opioid_factors")
        ? new OpioidFactor(
            c.text("factor_id"),
            c.drug("drug"),
            c.choice("route", RouteGroup.class),
            c.text("form"),
            c.choice("basis", OpioidFactor.Basis.class),
            c.optionalNumber("factor"),
            c.optionalNumber("tolerant_from_mme"),
            c.optional("note"),
            c.provenance())
        : new OpioidLimit(
            c.text("limit"),
            c.text("jurisdiction"),
            c.choice("population", OpioidLimit.Population.class),
            c.choice("counts", OpioidLimit.Counts.class),
            c.number("from_mme"),
            c.choice("severity", Severity.class),
            c.choice("tier", Tier.class),
            c.advice(),
            c.provenance());
  }

  private static KnowledgeRow pregnancy(String subject, Cells c) {
    return switch (subject) {
      case "pregnancy_risks" ->
          new PregnancyRisk(
              c.text("risk"),
              c.drug("drug"),
              c.choice("state", PregnancyRisk.State.class),
              c.number("from_week"),
              c.number("to_week"),
              c.optionalNumber("above_daily_mg"),
              c.choice("severity", Severity.class),
              c.choice("tier", Tier.class),
              c.advice(),
              c.provenance());
      case "pregnancy_signs" ->
          new PregnancySign(
              c.text("sign"),
              c.choice("source_kind", PregnancySign.Source.class),
              c.list("codes"),
              c.list("answers"),
              c.optionalNumber("from"),
              c.optionalNumber("below"),
              c.choice("says", PregnancySign.Says.class),
              c.optionalWhole("valid_days"),
              c.provenance());
      default -> throw new UnknownKnowledge("subjects", subject);
    };
  }
}
