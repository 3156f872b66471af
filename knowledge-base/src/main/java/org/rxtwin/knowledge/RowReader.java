package org.rxtwin.knowledge;

import java.util.Optional;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/** Turns the cells of a row into the record of its subject. */
final class RowReader {
  private RowReader() {}

  static <T extends KnowledgeRow> T read(Subject<T> subject, Cells c) {
    KnowledgeRow row =
        switch (subject.id()) {
          case "ingredients",
              "drug_names",
              "drug_codes",
              "drug_classes",
              "look_alikes",
              "product_reach" ->
              drug(subject.id(), c);
          case "enzyme_roles" -> role(c);
          case "clearance_effects" -> effect(c);
          case "interactions" -> interaction(c);
          case "sampling_times" -> samplingTime(c);
          case "dose_limits" -> doseLimit(c);
          case "renal_limits" -> renalLimit(c);
          case "analytes", "monitoring_needs", "lab_limits" -> laboratory(subject.id(), c);
          case "specimen_words" ->
              new SpecimenWord(
                  c.text("word"), c.choice("heed", SpecimenWord.Heed.class), c.provenance());
          case "lab_trends",
              "delta_checks",
              "lifetime_limits",
              "duplicate_classes",
              "product_strengths",
              "dose_conditions",
              "expected_effects" ->
              LimitRows.read(subject.id(), c);
          case "condition_groups",
              "qt_risks",
              "qt_factors",
              "opioid_factors",
              "opioid_limits",
              "pregnancy_risks",
              "pregnancy_signs" ->
              RiskRows.read(subject.id(), c);
          default -> geneOrAllergy(subject.id(), c);
        };
    return subject.rowType().cast(row);
  }

  private static KnowledgeRow drug(String subject, Cells c) {
    return switch (subject) {
      case "ingredients" ->
          new Ingredient(
              c.text("ingredient"),
              c.text("name"),
              c.optional("rxcui"),
              c.list("atc"),
              c.optionalNumber("molar_mass"),
              c.optionalNumber("valence"),
              c.provenance());
      case "drug_names" ->
          new DrugName(
              c.text("text"),
              c.choice("kind", DrugName.Kind.class),
              c.list("ingredients"),
              c.provenance());
      case "drug_codes" ->
          new DrugCode(
              c.choice("system", DrugCode.CodeSystem.class),
              c.text("code"),
              c.list("ingredients"),
              c.provenance());
      case "drug_classes" ->
          new DrugClass(
              c.text("class"),
              c.text("name"),
              c.list("members"),
              c.list("includes"),
              c.provenance());
      case "look_alikes" -> new LookAlike(c.text("one"), c.text("other"), c.provenance());
      default ->
          new ProductReach(
              c.text("ingredient"),
              c.choice("route", RouteGroup.class),
              c.text("form"),
              c.choice("reach", ProductReach.SystemicReach.class),
              c.provenance());
    };
  }

  private static KnowledgeRow role(Cells c) {
    return new EnzymeRole(
        c.text("ingredient"),
        c.text("enzyme"),
        c.choice("role", EnzymeRole.Role.class),
        c.optionalChoice("strength", EnzymeRole.Strength.class),
        c.range("figure"),
        c.optionalNumber("above_daily_mg"),
        c.optionalNumber("onset_days"),
        c.optionalNumber("washout_days"),
        c.provenance());
  }

  private static KnowledgeRow effect(Cells c) {
    return new ClearanceEffect(
        c.text("substrate"),
        c.text("moiety"),
        c.text("perpetrator"),
        c.optionalNumber("above_daily_mg"),
        c.range("ratio"),
        c.number("onset_days"),
        c.number("washout_days"),
        c.provenance());
  }

  private static KnowledgeRow samplingTime(Cells c) {
    return new SamplingTime(
        c.text("analyte"), c.text("drug"), c.number("not_before_hours"), c.provenance());
  }

  private static KnowledgeRow interaction(Cells c) {
    return new Interaction(
        c.text("interaction"),
        c.drug("side_a"),
        c.drug("side_b"),
        c.choice("kind", Interaction.Kind.class),
        c.choice("affected", Interaction.Affected.class),
        c.choice("direction", Interaction.Direction.class),
        c.choice("severity", Severity.class),
        c.choice("tier", Tier.class),
        c.text("mechanism"),
        c.optionalRange("auc_ratio"),
        c.yes("systemic_only"),
        c.advice(),
        c.provenance());
  }

  private static KnowledgeRow doseLimit(Cells c) {
    return new DoseLimit(
        c.text("limit"),
        c.text("ingredient"),
        c.choice("route", RouteGroup.class),
        c.number("age_from"),
        c.number("age_to"),
        c.optionalNumber("weight_below"),
        c.optional("indication"),
        c.choice("unit", DoseLimit.Unit.class),
        c.optionalNumber("single_max"),
        c.optionalNumber("daily_max"),
        c.optionalNumber("weekly_max"),
        c.optionalNumber("min_interval_h"),
        c.choice("severity", Severity.class),
        c.choice("tier", Tier.class),
        c.provenance());
  }

  private static KnowledgeRow renalLimit(Cells c) {
    return new RenalLimit(
        c.text("limit"),
        c.text("ingredient"),
        c.choice("route", RouteGroup.class),
        c.optional("indication"),
        c.choice("estimator", RenalLimit.Estimator.class),
        c.choice("weight", RenalLimit.Weight.class),
        c.number("from"),
        c.number("below"),
        c.choice("action", RenalLimit.Action.class),
        c.optionalNumber("max_daily_mg"),
        c.optionalNumber("min_interval_h"),
        c.text("jurisdiction"),
        c.choice("severity", Severity.class),
        c.choice("tier", Tier.class),
        c.advice(),
        c.provenance());
  }

  private static KnowledgeRow geneOrAllergy(String subject, Cells c) {
    return switch (subject) {
      case "allergy_groups" ->
          new AllergyGroup(
              c.text("group"),
              c.text("name"),
              c.choice("kind", AllergyGroup.Kind.class),
              c.list("words"),
              c.list("members"),
              c.provenance());
      case "other_allergens" ->
          new OtherAllergen(
              c.text("allergen"),
              c.text("name"),
              c.choice("kind", OtherAllergen.Kind.class),
              c.list("words"),
              c.provenance());
      case "alleles" ->
          new Allele(
              c.text("gene"),
              c.text("allele"),
              c.text("function"),
              c.optionalNumber("activity_value"),
              c.provenance());
      case "phenotype_pairs" ->
          new PhenotypePair(
              c.text("gene"),
              c.text("function_1"),
              c.raw("function_2"),
              c.text("phenotype"),
              c.provenance());
      case "gene_recommendations" ->
          new GeneRecommendation(
              c.text("drug"),
              c.text("gene"),
              c.text("result"),
              c.text("population"),
              c.text("strength"),
              c.yes("dosing_change"),
              c.yes("alternate_drug"),
              c.choice("severity", Severity.class),
              c.choice("tier", Tier.class),
              c.optional("verb").map(verb -> c.advice()),
              c.provenance());
      case "gene_tests" ->
          new NeededGeneTest(
              c.text("need"),
              c.text("drug"),
              c.text("gene"),
              c.raw("allele"),
              c.number("new_for_days"),
              c.list("ancestry"),
              c.choice("severity", Severity.class),
              c.choice("tier", Tier.class),
              c.advice(),
              c.provenance());
      default -> throw new UnknownKnowledge("subjects", subject);
    };
  }

  private static MonitoringNeed.Steadiness steadiness(Cells c) {
    return new MonitoringNeed.Steadiness(
        c.optionalWhole("steady_results").orElseThrow(),
        c.number("steady_low"),
        c.number("steady_high"),
        c.number("from_day"),
        c.optionalNumber("to_day"));
  }

  private static KnowledgeRow laboratory(String subject, Cells c) {
    return switch (subject) {
      case "analytes" ->
          new Analyte(
              c.text("analyte"),
              c.text("name"),
              c.list("loinc"),
              c.list("local_names"),
              c.text("unit"),
              c.optionalNumber("molar_mass"),
              c.optionalNumber("valence"),
              c.provenance());
      case "monitoring_needs" ->
          new MonitoringNeed(
              c.text("need"),
              c.drug("drug"),
              c.optional("beside").map(DrugRef::parse),
              c.text("analyte"),
              c.choice("occasion", MonitoringNeed.Occasion.class),
              c.number("within_days"),
              c.optionalNumber("every_days"),
              c.optionalWhole("steady_results").isEmpty()
                  ? Optional.empty()
                  : Optional.of(steadiness(c)),
              c.choice("severity", Severity.class),
              c.choice("tier", Tier.class),
              c.provenance());
      default ->
          new LabLimit(
              c.text("limit"),
              c.drug("drug"),
              c.text("analyte"),
              c.choice("side", LabLimit.Side.class),
              c.number("threshold"),
              c.text("unit"),
              c.text("jurisdiction"),
              c.choice("severity", Severity.class),
              c.choice("tier", Tier.class),
              c.advice(),
              c.provenance());
    };
  }
}
