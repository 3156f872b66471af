package org.rxtwin.knowledge;

import java.util.List;

/**
 * One row of a subject: it has a key no other row of its subject has, a source, and names what it
 * refers to.
 */
public sealed interface KnowledgeRow
    permits Allele,
        AllergyGroup,
        OtherAllergen,
        Analyte,
        ClearanceEffect,
        DoseLimit,
        DrugClass,
        DrugCode,
        DrugName,
        EnzymeRole,
        GeneRecommendation,
        NeededGeneTest,
        Ingredient,
        Interaction,
        LabLimit,
        LookAlike,
        MonitoringNeed,
        PhenotypePair,
        ProductReach,
        SamplingTime,
        RenalLimit,
        SpecimenWord,
        LabTrend,
        DeltaCheck,
        LifetimeLimit,
        DuplicateClass,
        ProductStrength,
        DoseCondition,
        ExpectedEffect,
        ConditionGroup,
        QtRisk,
        QtFactor,
        OpioidFactor,
        OpioidLimit,
        PregnancyRisk,
        PregnancySign {
  /** The text that identifies the row within its subject. */
  String key();

  /** Where the row comes from. */
  Provenance provenance();

  /** The other rows this one cannot do without. */
  default List<Reference> references() {
    return List.of();
  }
}
