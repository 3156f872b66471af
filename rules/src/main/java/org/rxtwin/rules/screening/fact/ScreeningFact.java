package org.rxtwin.rules.screening.fact;

/** Something a rule may ask about. Its components are the only words a rule file knows. */
public sealed interface ScreeningFact
    permits ActiveDrug,
        InteractionFact,
        DuplicateFact,
        AllergyFact,
        DoseFact,
        RenalFact,
        GeneFact,
        GenotypeConflict,
        GenotypeUnclear,
        GeneTestFact,
        LabLimitFact,
        MonitoringFact,
        UnresolvedDrug,
        UnresolvedAllergen,
        UnreadDose,
        EncodedDiffers,
        PromiseFact,
        ClassDuplicateFact,
        LabTrendFact,
        QtFact,
        OpioidLoad,
        TolerantOnlyFact,
        UncountedOpioid,
        PregnancyFact {
  /** What a finding about this fact is made of. */
  Grounds grounds();
}
