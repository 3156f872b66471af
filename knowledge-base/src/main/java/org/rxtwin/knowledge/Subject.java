package org.rxtwin.knowledge;

import java.util.List;

/**
 * A subject of knowledge: one CSV file, one kind of row.
 *
 * @param <T> its rows
 */
public final class Subject<T extends KnowledgeRow> {
  public static final Subject<Ingredient> INGREDIENTS = of("ingredients", Ingredient.class);
  public static final Subject<DrugName> DRUG_NAMES = of("drug_names", DrugName.class);
  public static final Subject<DrugCode> DRUG_CODES = of("drug_codes", DrugCode.class);
  public static final Subject<DrugClass> DRUG_CLASSES = of("drug_classes", DrugClass.class);
  public static final Subject<LookAlike> LOOK_ALIKES = of("look_alikes", LookAlike.class);
  public static final Subject<ProductReach> PRODUCT_REACH = of("product_reach", ProductReach.class);
  public static final Subject<EnzymeRole> ENZYME_ROLES = of("enzyme_roles", EnzymeRole.class);
  public static final Subject<ClearanceEffect> CLEARANCE_EFFECTS =
      of("clearance_effects", ClearanceEffect.class);
  public static final Subject<SamplingTime> SAMPLING_TIMES =
      of("sampling_times", SamplingTime.class);
  public static final Subject<Interaction> INTERACTIONS = of("interactions", Interaction.class);
  public static final Subject<DoseLimit> DOSE_LIMITS = of("dose_limits", DoseLimit.class);
  public static final Subject<RenalLimit> RENAL_LIMITS = of("renal_limits", RenalLimit.class);
  public static final Subject<AllergyGroup> ALLERGY_GROUPS =
      of("allergy_groups", AllergyGroup.class);
  public static final Subject<OtherAllergen> OTHER_ALLERGENS =
      of("other_allergens", OtherAllergen.class);
  public static final Subject<Allele> ALLELES = of("alleles", Allele.class);
  public static final Subject<PhenotypePair> PHENOTYPE_PAIRS =
      of("phenotype_pairs", PhenotypePair.class);
  public static final Subject<GeneRecommendation> GENE_RECOMMENDATIONS =
      of("gene_recommendations", GeneRecommendation.class);
  public static final Subject<NeededGeneTest> GENE_TESTS = of("gene_tests", NeededGeneTest.class);
  public static final Subject<Analyte> ANALYTES = of("analytes", Analyte.class);
  public static final Subject<MonitoringNeed> MONITORING_NEEDS =
      of("monitoring_needs", MonitoringNeed.class);
  public static final Subject<LabLimit> LAB_LIMITS = of("lab_limits", LabLimit.class);
  public static final Subject<SpecimenWord> SPECIMEN_WORDS =
      of("specimen_words", SpecimenWord.class);
  public static final Subject<LabTrend> LAB_TRENDS = of("lab_trends", LabTrend.class);
  public static final Subject<DeltaCheck> DELTA_CHECKS = of("delta_checks", DeltaCheck.class);
  public static final Subject<LifetimeLimit> LIFETIME_LIMITS =
      of("lifetime_limits", LifetimeLimit.class);
  public static final Subject<DuplicateClass> DUPLICATE_CLASSES =
      of("duplicate_classes", DuplicateClass.class);
  public static final Subject<ProductStrength> PRODUCT_STRENGTHS =
      of("product_strengths", ProductStrength.class);
  public static final Subject<DoseCondition> DOSE_CONDITIONS =
      of("dose_conditions", DoseCondition.class);
  public static final Subject<ExpectedEffect> EXPECTED_EFFECTS =
      of("expected_effects", ExpectedEffect.class);
  public static final Subject<ConditionGroup> CONDITION_GROUPS =
      of("condition_groups", ConditionGroup.class);
  public static final Subject<QtRisk> QT_RISKS = of("qt_risks", QtRisk.class);
  public static final Subject<QtFactor> QT_FACTORS = of("qt_factors", QtFactor.class);
  public static final Subject<OpioidFactor> OPIOID_FACTORS =
      of("opioid_factors", OpioidFactor.class);
  public static final Subject<OpioidLimit> OPIOID_LIMITS = of("opioid_limits", OpioidLimit.class);
  public static final Subject<PregnancyRisk> PREGNANCY_RISKS =
      of("pregnancy_risks", PregnancyRisk.class);
  public static final Subject<PregnancySign> PREGNANCY_SIGNS =
      of("pregnancy_signs", PregnancySign.class);

  private final String id;
  private final Class<T> rowType;

  private Subject(String id, Class<T> rowType) {
    this.id = id;
    this.rowType = rowType;
  }

  private static <T extends KnowledgeRow> Subject<T> of(String id, Class<T> rowType) {
    return new Subject<>(id, rowType);
  }

  /** Every subject, those first that others point at. */
  public static List<Subject<?>> list() {
    return List.of(
        INGREDIENTS,
        DRUG_NAMES,
        DRUG_CODES,
        DRUG_CLASSES,
        LOOK_ALIKES,
        PRODUCT_REACH,
        ENZYME_ROLES,
        CLEARANCE_EFFECTS,
        SAMPLING_TIMES,
        INTERACTIONS,
        DOSE_LIMITS,
        RENAL_LIMITS,
        ALLERGY_GROUPS,
        OTHER_ALLERGENS,
        ALLELES,
        PHENOTYPE_PAIRS,
        GENE_RECOMMENDATIONS,
        GENE_TESTS,
        ANALYTES,
        MONITORING_NEEDS,
        LAB_LIMITS,
        SPECIMEN_WORDS,
        LAB_TRENDS,
        DELTA_CHECKS,
        LIFETIME_LIMITS,
        DUPLICATE_CLASSES,
        PRODUCT_STRENGTHS,
        DOSE_CONDITIONS,
        EXPECTED_EFFECTS,
        CONDITION_GROUPS,
        QT_RISKS,
        QT_FACTORS,
        OPIOID_FACTORS,
        OPIOID_LIMITS,
        PREGNANCY_RISKS,
        PREGNANCY_SIGNS);
  }

  /** The file's name without its ending. */
  public String id() {
    return id;
  }

  /** The record a row becomes. */
  public Class<T> rowType() {
    return rowType;
  }

  @Override
  public String toString() {
    return id;
  }
}
