package org.rxtwin.knowledge;

import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/** Rows of the subjects that bound doses, duplicates and changes of results. */
final class LimitRows {
  private LimitRows() {}

  static KnowledgeRow read(String subject, Cells c) {
    return switch (subject) {
      case "lab_trends" -> trend(c);
      case "delta_checks" ->
          new DeltaCheck(
              c.text("analyte"), c.number("within_hours"), c.number("jump"), c.provenance());
      case "lifetime_limits" -> lifetime(c);
      case "duplicate_classes" -> duplicate(c);
      case "product_strengths" ->
          new ProductStrength(
              c.text("name"),
              c.raw("strength"),
              ProductStrength.amounts(c.list("piece_mg")),
              c.provenance());
      case "dose_conditions" -> condition(c);
      case "expected_effects" ->
          new ExpectedEffect(c.text("effect"), c.drug("drug"), c.list("words"), c.provenance());
      default -> throw new UnknownKnowledge("subjects", subject);
    };
  }

  private static KnowledgeRow trend(Cells c) {
    return new LabTrend(
        c.text("trend"),
        c.drug("drug"),
        c.text("analyte"),
        c.choice("direction", LabTrend.Direction.class),
        c.choice("change", LabTrend.Change.class),
        c.number("amount"),
        c.choice("baseline", LabTrend.Baseline.class),
        c.number("window_days"),
        c.number("from_day"),
        c.optionalNumber("to_day"),
        c.optionalNumber("beyond"),
        c.text("jurisdiction"),
        c.choice("severity", Severity.class),
        c.choice("tier", Tier.class),
        c.advice(),
        c.provenance());
  }

  private static KnowledgeRow lifetime(Cells c) {
    return new LifetimeLimit(
        c.text("limit"),
        c.text("ingredient"),
        c.choice("unit", LifetimeLimit.Unit.class),
        c.number("maximum"),
        c.choice("severity", Severity.class),
        c.choice("tier", Tier.class),
        c.advice(),
        c.provenance());
  }

  private static KnowledgeRow duplicate(Cells c) {
    return new DuplicateClass(
        c.text("duplicate"),
        c.text("name"),
        c.drug("drugs"),
        (int) c.number("most"),
        c.number("grace_hours"),
        c.list("intended"),
        c.choice("severity", Severity.class),
        c.choice("tier", Tier.class),
        c.advice(),
        c.provenance());
  }

  private static KnowledgeRow condition(Cells c) {
    return new DoseCondition(
        c.text("interaction"),
        c.text("ingredient"),
        c.choice("unit", DoseCondition.Unit.class),
        c.number("at_most"),
        c.choice("tier", Tier.class),
        c.list("genes"),
        c.text("said"),
        c.provenance());
  }
}
