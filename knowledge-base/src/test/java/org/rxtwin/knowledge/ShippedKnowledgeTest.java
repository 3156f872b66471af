package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.ProductReach.SystemicReach;

/** What the shipped tables say about the stories the project tells. */
class ShippedKnowledgeTest {
  private static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();

  @Test
  void shippedKnowledgeLoadsWithoutARefusal() {
    assertThat(KnowledgeLoader.shipped().problems()).isEmpty();
  }

  @Test
  void everySubjectHasRows() {
    for (Subject<?> subject : Subject.list()) {
      assertThat(KNOWLEDGE.tables().list(subject)).as(subject.id()).isNotEmpty();
    }
    assertThat(KNOWLEDGE.drugs().listIngredients()).hasSizeGreaterThanOrEqualTo(500);
    assertThat(KNOWLEDGE.interactions().list()).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void knownSlipsOfTheOldCodeListsAreMended() {
    // Sources: the code lists of 2014 to 2016 confuse these four (reviewed list of slips).
    assertThat(rxcui("furosemide")).isEqualTo("4603");
    assertThat(rxcui("clopidogrel")).isEqualTo("32968");
    assertThat(rxcui("cephalexin")).isEqualTo("2231");
    assertThat(rxcui("gentamicin")).isEqualTo("1596450");
  }

  @Test
  void warfarinAndFluconazoleInterruptWithARatioAboveTwo() {
    PairInteraction pair =
        KNOWLEDGE.interactions().among(List.of("warfarin", "fluconazole", "paracetamol")).get(0);

    assertThat(pair.interaction().id()).isEqualTo("warfarin-fluconazole");
    assertThat(pair.interaction().tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(pair.affected()).containsExactly("warfarin");
    assertThat(pair.interaction().aucRatio().orElseThrow().low()).isGreaterThan(2);
    assertThat(pair.interaction().provenance().confirmed()).isTrue();
  }

  @Test
  void classesExpandToTheirNestedMembers() {
    assertThat(KNOWLEDGE.drugs().listMembers("anticoagulants"))
        .contains("acenocoumarol", "apixaban", "enoxaparin", "fondaparinux", "heparin", "warfarin")
        .doesNotContain("acetylsalicylic-acid", "clopidogrel");
    assertThat(KNOWLEDGE.interactions().between("ibuprofen", "apixaban"))
        .extracting(p -> p.interaction().id())
        .contains("vka-nsaid");
  }

  @Test
  void routeIsAFactOfTheProduct() {
    assertThat(reach("miconazole", RouteGroup.OROMUCOSAL, "gel")).isEqualTo(SystemicReach.SYSTEMIC);
    assertThat(reach("miconazole", RouteGroup.TOPICAL, "oral gel"))
        .isEqualTo(SystemicReach.SYSTEMIC);
    assertThat(reach("miconazole", RouteGroup.VAGINAL, "cream")).isEqualTo(SystemicReach.SYSTEMIC);
    assertThat(reach("clotrimazole", RouteGroup.TOPICAL, "cream")).isEqualTo(SystemicReach.NONE);
    assertThat(reach("timolol", RouteGroup.OPHTHALMIC, "drops")).isEqualTo(SystemicReach.SYSTEMIC);
    assertThat(reach("warfarin", RouteGroup.ORAL, "tablet")).isEqualTo(SystemicReach.SYSTEMIC);
  }

  @Test
  void oralGelInterruptsCreamIsQueuedAndWhatIsNotAbsorbedIsQuiet() {
    PairInteraction pair = KNOWLEDGE.interactions().between("miconazole", "warfarin").get(0);
    SystemicReach tablet = reach("warfarin", RouteGroup.ORAL, "tablet");

    assertThat(pair.ingredientA()).isEqualTo("warfarin");
    assertThat(pair.tier(tablet, reach("miconazole", RouteGroup.OROMUCOSAL, "oral gel")))
        .contains(Tier.INTERRUPT);
    assertThat(pair.tier(tablet, reach("miconazole", RouteGroup.TOPICAL, "cream")))
        .contains(Tier.QUEUE);
    assertThat(pair.tier(tablet, SystemicReach.NONE)).isEmpty();
    assertThat(KNOWLEDGE.interactions().between("clotrimazole", "warfarin")).isEmpty();
  }

  @Test
  void effectsOfPerpetratorsOutlastTheirOrders() {
    assertThat(washout("fluoxetine", "CYP2D6")).isGreaterThanOrEqualTo(35);
    assertThat(washout("amiodarone", "CYP2C9")).isGreaterThanOrEqualTo(60);
    assertThat(washout("rifampicin", "CYP2C9")).isEqualTo(14);
  }

  @Test
  void fluconazolesEffectOnWarfarinGrowsWithItsDose() {
    double at100 = effect(OptionalDouble.of(100)).clearanceRatio().value();
    double at200 = effect(OptionalDouble.of(200)).clearanceRatio().value();
    double at400 = effect(OptionalDouble.of(400)).clearanceRatio().value();

    assertThat(at100).isGreaterThan(at200);
    assertThat(at200).isGreaterThan(at400);
    assertThat(effect(OptionalDouble.empty()).clearanceRatio().value()).isEqualTo(at400);
    assertThat(effect(OptionalDouble.of(400)).provenance().confirmed()).isTrue();
  }

  @Test
  void sideChainsCrossReactAcrossFamiliesAndCefazolinDoesNot() {
    AllergyTable allergies = KNOWLEDGE.allergies();
    AllergyGroup.Kind chain = AllergyGroup.Kind.SIDE_CHAIN;

    assertThat(allergies.shared("amoxicillin", "cephalexin", chain)).isNotEmpty();
    assertThat(allergies.shared("ampicillin", "cefaclor", chain)).isNotEmpty();
    assertThat(allergies.shared("amoxicillin", "cefazolin", chain)).isEmpty();
    assertThat(allergies.shared("amoxicillin", "benzylpenicillin", AllergyGroup.Kind.CLASS))
        .hasSize(1);
    assertThat(allergies.findByText("PENICILLINS")).isPresent();
  }

  @Test
  void whatIsNoDrugIsFoundAsListsWriteItAndIsConfirmed() {
    AllergyTable allergies = KNOWLEDGE.allergies();

    assertThat(allergies.findOther("Allergy to eggs").orElseThrow().id()).isEqualTo("egg");
    assertThat(allergies.findOther("LATEX").orElseThrow().id()).isEqualTo("latex");
    assertThat(allergies.findOther("penicillin")).isEmpty();
    assertThat(allergies.findOther("")).isEmpty();
    assertThat(KNOWLEDGE.tables().list(Subject.OTHER_ALLERGENS))
        .isNotEmpty()
        .allMatch(each -> each.provenance().confirmed());
  }

  @Test
  void everyInsulinHasALimitUnderTheSkin() {
    assertThat(KNOWLEDGE.drugs().listMembers("insulins"))
        .allSatisfy(each -> assertThat(KNOWLEDGE.limits().listDoseLimits(each)).isNotEmpty());
  }

  @Test
  void aStrengthIsReadByWholeFigures() {
    assertThat(told("Percocet 7.5/325")).containsExactly(7.5);
    assertThat(told("Percocet 2.5-325 mg tablet")).containsExactly(2.5);
    assertThat(told("Norco 7.5/325")).containsExactly(7.5);
    assertThat(told("Percocet 5 mg/325 mg")).containsExactly(5.0);
    assertThat(told("Percocet")).hasSize(4);
  }

  @Test
  void aNameOfOneStrengthTellsNothingBesideWordsItDoesNotKnow() {
    assertThat(told("Tylenol with Codeine tablets")).containsExactly(30.0);
    assertThat(told("Tylenol with Codeine #4")).containsExactly(60.0);
    assertThat(told("Tylenol with Codeine No. 4")).isEmpty();
    assertThat(told("Bactrim forte")).containsExactly(800.0);
    assertThat(told("Bactrim")).containsExactly(400.0);
    assertThat(told("Bactrim pediatric")).isEmpty();
    assertThat(told("Ultracet 37.5-325 mg tablet")).containsExactly(37.5);
  }

  @Test
  void apixabanIsHalvedOnlyBesideInhibitorsOfBothItsWaysOut() {
    assertThat(KNOWLEDGE.interactions().between("apixaban", "ketoconazole"))
        .extracting(p -> p.interaction().tier())
        .contains(Tier.QUEUE);
    assertThat(KNOWLEDGE.interactions().between("apixaban", "clarithromycin"))
        .extracting(p -> p.interaction().tier())
        .containsExactly(Tier.LOG);
  }

  @Test
  void kidneysLimitWhatTheyClear() {
    assertThat(renal("pregabalin", "UK", 20)).containsExactly(150.0);
    assertThat(renal("aciclovir", "US", 15)).contains(2400.0);
    assertThat(renal("sulfamethoxazole", "US", 20)).containsExactly(800.0);
    assertThat(KNOWLEDGE.limits().listRenalLimits("nitrofurantoin", "UK"))
        .filteredOn(r -> r.covers(40))
        .extracting(RenalLimit::action)
        .containsExactly(RenalLimit.Action.AVOID);
    assertThat(KNOWLEDGE.limits().listRenalLimits("methotrexate", "EU")).isNotEmpty();
    assertThat(KNOWLEDGE.limits().listRenalLimits("digoxin", "UK")).isNotEmpty();
  }

  @Test
  void amiodaronesEffectOnDigoxinLowersNothing() {
    assertThat(KNOWLEDGE.interactions().listEffectsOn("digoxin"))
        .filteredOn(each -> each.perpetrator().equals("amiodarone"))
        .noneMatch(each -> each.provenance().confirmed());
  }

  /** A test that no result can ever answer would be due for ever. */
  @Test
  void everyTestThatAdviceAsksForIsAnAnalyteOfTheTable() {
    List<String> known =
        KNOWLEDGE.laboratory().list().stream()
            .map(each -> each.name().toLowerCase(java.util.Locale.ROOT).replace(" (mass)", ""))
            .toList();
    KnowledgeTables tables = KNOWLEDGE.tables();
    List<RecommendedAct> advice = new java.util.ArrayList<>();
    tables.list(Subject.INTERACTIONS).forEach(each -> advice.add(each.advice()));
    tables.list(Subject.RENAL_LIMITS).forEach(each -> advice.add(each.advice()));
    tables.list(Subject.GENE_RECOMMENDATIONS).forEach(each -> each.advice().ifPresent(advice::add));
    tables.list(Subject.GENE_TESTS).forEach(each -> advice.add(each.advice()));
    tables.list(Subject.LAB_LIMITS).forEach(each -> advice.add(each.advice()));
    tables.list(Subject.OPIOID_LIMITS).forEach(each -> advice.add(each.advice()));
    tables.list(Subject.PREGNANCY_RISKS).forEach(each -> advice.add(each.advice()));

    assertThat(advice.stream().flatMap(each -> each.test().stream()))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(known).contains(test.toLowerCase(java.util.Locale.ROOT)));
    assertThat(tables.list(Subject.MONITORING_NEEDS))
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(KNOWLEDGE.laboratory().findAnalyte(each.analyte())).isPresent());
  }

  @Test
  void metforminIsLimitedByCkdEpiAndDabigatranByCockcroftGault() {
    assertThat(KNOWLEDGE.limits().listRenalLimits("metformin", "US"))
        .filteredOn(r -> r.covers(29.9))
        .extracting(RenalLimit::action, RenalLimit::estimator)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                RenalLimit.Action.AVOID, RenalLimit.Estimator.CKD_EPI));
    assertThat(KNOWLEDGE.limits().listRenalLimits("dabigatran", "US"))
        .allMatch(r -> r.estimator() == RenalLimit.Estimator.COCKCROFT_GAULT)
        .filteredOn(r -> r.covers(20))
        .extracting(r -> r.maxDailyMg().getAsDouble())
        .containsExactly(150.0);
  }

  @Test
  void adviceAlwaysNamesAnotherDrugOrATestWithItsDay() {
    assertThat(KNOWLEDGE.interactions().list())
        .allMatch(i -> i.advice().alternative().isPresent() || i.advice().withinDays().isPresent());
  }

  @Test
  void codeineInAnUltrarapidMetaboliserIsNeverAnsweredWithTramadol() {
    assertThat(KNOWLEDGE.genes().listRecommendations("codeine"))
        .flatExtracting(r -> r.advice().flatMap(RecommendedAct::alternative).stream().toList())
        .isNotEmpty()
        .noneMatch(words -> words.contains("tramadol") || words.contains("codone"));
  }

  @Test
  void analytesAreFoundByLoincAndLocalName() {
    assertThat(KNOWLEDGE.laboratory().findByLoinc("6301-6").orElseThrow().id()).isEqualTo("inr");
    assertThat(KNOWLEDGE.laboratory().findByLocalName("pt-inr").orElseThrow().id())
        .isEqualTo("inr");
    assertThat(KNOWLEDGE.laboratory().listNeeds("warfarin"))
        .extracting(MonitoringNeed::id)
        .contains("vka-start-inr-overdue");
  }

  @Test
  void rowsFallDueForReadingAgain() {
    assertThat(KnowledgeCheck.due(KNOWLEDGE, LocalDate.of(2026, 11, 20))).isEmpty();
    assertThat(KnowledgeCheck.due(KNOWLEDGE, LocalDate.of(2027, 5, 20))).isNotEmpty();
  }

  @Test
  void theHashIsTheSameForEveryLoadAndAnotherForAnotherRow() {
    assertThat(KnowledgeLoader.shipped().getKnowledge().hash()).isEqualTo(KNOWLEDGE.hash());
    List<Ingredient> fewer = KNOWLEDGE.drugs().listIngredients().subList(0, 10);
    assertThat(Knowledge.of(KNOWLEDGE.tables().with(Subject.INGREDIENTS, fewer)).hash())
        .isNotEqualTo(KNOWLEDGE.hash());
  }

  /** The amounts of the first drug of a product's pieces. */
  private static List<Double> told(String text) {
    return KNOWLEDGE.limits().listStrengths(text).stream()
        .map(each -> each.pieceMg().values().iterator().next())
        .toList();
  }

  private static List<Double> renal(String drug, String jurisdiction, double clearance) {
    return KNOWLEDGE.limits().listRenalLimits(drug, jurisdiction).stream()
        .filter(r -> r.covers(clearance) && r.maxDailyMg().isPresent())
        .map(r -> r.maxDailyMg().getAsDouble())
        .toList();
  }

  private static ClearanceEffect effect(OptionalDouble dailyMg) {
    return KNOWLEDGE
        .interactions()
        .findEffect("warfarin", "S-warfarin", "fluconazole", dailyMg)
        .orElseThrow();
  }

  private static double washout(String drug, String enzyme) {
    return KNOWLEDGE.interactions().listRoles(drug).stream()
        .filter(r -> r.enzyme().equals(enzyme) && r.role().perpetrator())
        .findFirst()
        .orElseThrow()
        .washoutDays()
        .orElseThrow();
  }

  private static SystemicReach reach(String drug, RouteGroup route, String form) {
    return KNOWLEDGE.drugs().reach(drug, route, form);
  }

  private static String rxcui(String drug) {
    return KNOWLEDGE.drugs().getIngredient(drug).rxcui().orElseThrow();
  }
}
