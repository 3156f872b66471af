package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way a knowledge file can be wrong, and what its author is told. Each case is one edit away
 * from loading.
 */
class KnowledgeLoaderTest {
  private static final String SOURCE = ",A label,2024,seen,2028-01-01\n";
  private static final String PROVENANCE = ",source,source_year,evidence,review_by\n";

  @TempDir private Path site;

  @Test
  void aSitesOwnRowIsLaidOverTheShippedOnesAndReported() {
    file("look_alikes", "one,other", "prednisone,prednisolone");
    file(
        "ingredients",
        "ingredient,name,rxcui,atc,molar_mass,valence",
        "house-syrup,house syrup,,,,");

    KnowledgeLoad load = KnowledgeLoader.withSite(site);

    assertThat(load.getKnowledge().drugs().findIngredient("house-syrup")).isPresent();
    assertThat(load.getKnowledge().drugs().findIngredient("warfarin")).isPresent();
    assertThat(load.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.kind()).isEqualTo(KnowledgeProblem.Kind.CONFLICT))
        .satisfies(p -> assertThat(p.text()).contains("look_alikes.csv:2").contains("prednisone"));
  }

  @Test
  void aClassThatExpandsToNoDrugIsRefused() {
    file("drug_classes", "class,name,members,includes", "empty,Empty,,");
    refused("drug_classes.csv", 2, "members", "a class that expands to a drug", "empty");
  }

  @Test
  void aClassThatIncludesItselfIsRefused() {
    file("drug_classes", "class,name,members,includes", "round,Round,warfarin,round");
    refused("drug_classes.csv", 2, "includes", "classes that do not include this one", "round");
  }

  @Test
  void anUnknownIngredientIsRefused() {
    file("drug_names", "text,kind,ingredients", "Wonderdrug,brand,wonderine");
    refused("drug_names.csv", 2, "ingredients", "an ingredient that", "wonderine");
  }

  @Test
  void anUnknownClassIsRefused() {
    file("monitoring_needs", NEED, "x,class:nothings,,inr,start,3,,,,,,,major,queue");
    refused("monitoring_needs.csv", 2, "drug", "a class that", "nothings");
  }

  @Test
  void anUnknownAnalyteIsRefused() {
    file("monitoring_needs", NEED, "x,warfarin,,luck,start,3,,,,,,,major,queue");
    refused("monitoring_needs.csv", 2, "analyte", "an analyte that", "luck");
  }

  @Test
  void aWordForNoDrugThatNamesOneIsRefused() {
    file("other_allergens", "allergen,name,kind,words", "spice,spice,food,pepper;Sulfa");
    refused(
        "other_allergens.csv",
        2,
        "words",
        "words that name no drug and no family of drugs",
        "sulfa");
  }

  @Test
  void aFamilyThatLacksADrugOfItsClassIsRefused() {
    file(
        "allergy_groups",
        "group,name,kind,words,members",
        "macrolides,Macrolides,class,,clarithromycin;erythromycin");
    refused(
        "allergy_groups.csv",
        2,
        "members",
        "every drug of the class macrolides, azithromycin among them",
        "clarithromycin;erythromycin");
  }

  @Test
  void aFamilyOfAnUnknownClassIsRefused() {
    file("allergy_groups", "group,name,kind,words,members", "odd,Odd,class,,class:nothings");
    refused("allergy_groups.csv", 2, "members", "a class that", "nothings");
  }

  @Test
  void aClearanceEffectThatContradictsThePairsExposureIsRefused() {
    file(
        "clearance_effects",
        "substrate,moiety,perpetrator,above_daily_mg,ratio,ratio_low,ratio_high,onset_days,washout_days",
        "digoxin,digoxin,amiodarone,,0.9,0.8,1.0,14,90");
    refused("clearance_effects.csv", 2, "ratio", "as digoxin-amiodarone has it", "0.9");
  }

  @Test
  void aSecondRowForThePairsExposureIsRefused() {
    file(
        "interactions",
        "interaction,side_a,side_b,kind,affected,direction,severity,tier,mechanism,auc_ratio,"
            + "auc_ratio_low,auc_ratio_high,systemic_only,verb,what,alternative,test,within_days",
        "again,digoxin,quinidine,pharmacokinetic,a,up,major,queue,Twice,,,,yes,measure,it,,digoxin level,1");
    refused("interactions.csv", 2, "side_a/side_b", "digoxin-quinidine has not taken", "digoxin");
  }

  @Test
  void anUnconfirmedSignThatSilencesForEverIsRefused() throws IOException {
    Files.writeString(
        site.resolve("pregnancy_signs.csv"),
        "sign,source_kind,codes,answers,from,below,says,valid_days"
            + PROVENANCE
            + "none,condition,N95,,,,not-possible,,Memory,2024,remembered,2028-01-01\n");
    refused("pregnancy_signs.csv", 2, "evidence", "seen", "remembered");
  }

  @Test
  void aMissingSourceIsRefused() throws IOException {
    Files.writeString(
        site.resolve("look_alikes.csv"),
        "one,other" + PROVENANCE + "warfarin,digoxin,,2024,seen,2028-01-01\n");
    refused("look_alikes.csv", 2, "source", "a text", "");
  }

  @Test
  void aDuplicateKeyIsRefusedWithTheLineThatHasIt() {
    file("look_alikes", "one,other", "warfarin,digoxin", "digoxin,warfarin");
    refused("look_alikes.csv", 3, "-", "a key that line 2 has not taken", "digoxin|warfarin");
  }

  @Test
  void aBadNumberIsRefused() {
    file("monitoring_needs", NEED, "x,warfarin,,inr,start,\"3,5\",,,,,,,major,queue");
    refused("monitoring_needs.csv", 2, "within_days", "a number with a decimal point", "3,5");
  }

  @Test
  void anUnknownColumnIsRefused() {
    file("look_alikes", "one,other,why", "warfarin,digoxin,because");
    refused("look_alikes.csv", 1, "why", "one of one, other", "why");
  }

  @Test
  void aMissingColumnIsRefused() {
    file("look_alikes", "one", "warfarin");
    refused("look_alikes.csv", 1, "other", "the column other", "none");
  }

  @Test
  void aRowWithTooFewCellsIsRefused() throws IOException {
    Files.writeString(
        site.resolve("look_alikes.csv"), "one,other" + PROVENANCE + "warfarin,digoxin\n");
    refused("look_alikes.csv", 2, "-", "6 cells", "2 cells");
  }

  @Test
  void anUnknownUnitIsRefused() {
    file("analytes", ANALYTE, "luck,Luck,,LUCK,bushel,,");
    refused("analytes.csv", 2, "unit", "a UCUM unit", "bushel");
  }

  @Test
  void aLimitInAnotherUnitThanItsAnalytesIsRefused() {
    file("lab_limits", LIMIT, "x,warfarin,potassium,above,6,mg/dL,any,major,queue" + ADVICE);
    refused("lab_limits.csv", 2, "unit", "mmol/L, the unit of potassium", "mg/dL");
  }

  @Test
  void aWorseLimitThatIsMilderIsRefused() {
    file(
        "lab_limits",
        LIMIT,
        "a,gabapentin,potassium,above,5,mmol/L,any,major,queue" + ADVICE,
        "b,gabapentin,potassium,above,4,mmol/L,any,major,interrupt" + ADVICE);
    refused("lab_limits.csv", 3, "threshold", "beyond that of the milder a", "4.0");
  }

  @Test
  void aSingleDoseAboveTheDailyMaximumIsRefused() {
    file(
        "dose_limits",
        "limit,ingredient,route,age_from,age_to,weight_below,indication,unit,single_max,"
            + "daily_max,weekly_max,min_interval_h,severity,tier",
        "x,warfarin,oral,18,150,,,mg,20,15,,,major,queue");
    refused("dose_limits.csv", 2, "single_max", "at most daily_max", "20.0");
  }

  @Test
  void overlappingRenalBandsAreRefused() {
    file("renal_limits", RENAL, renal("a", 0, 30), renal("b", 29, 45));
    refused("renal_limits.csv", 3, "from", "does not overlap that of a", "29.0 to 45.0");
  }

  @Test
  void aWeightWithoutTheFormulaThatUsesItIsRefused() {
    file(
        "renal_limits",
        RENAL,
        "a,warfarin,oral,,ckd-epi,actual,0,30,avoid,,,US,major,queue" + ADVICE);
    refused("renal_limits.csv", 2, "weight", "none with ckd_epi", "ACTUAL");
  }

  @Test
  void sharesOfClearanceAboveOneAreRefused() {
    file("enzyme_roles", ROLE, "lithium,CYP2D6,substrate,,0.5,0.4,0.6,,,");
    refused("enzyme_roles.csv", 2, "figure", "sum to at most 1", "1.47");
  }

  @Test
  void anIntervalThatMissesItsFigureIsRefused() {
    file("enzyme_roles", ROLE, "lithium,CYP2D6,substrate,,0.01,0.02,0.6,,,");
    refused("enzyme_roles.csv", 2, "figure_low", "a number from", "0.02");
  }

  @Test
  void aPerpetratorWithoutWashoutIsRefused() {
    file("enzyme_roles", ROLE, "lithium,CYP2D6,inhibitor,weak,0.5,0.4,0.6,,3,");
    refused("enzyme_roles.csv", 2, "washout_days", "days for a perpetrator", "");
  }

  @Test
  void aCodeThatNamesAnotherDrugThanItsOwnerIsRefused() {
    file("drug_codes", "system,code,ingredients", "rxnorm,11289,digoxin");
    refused("drug_codes.csv", 2, "ingredients", "warfarin, whose rxcui this is", "digoxin");
  }

  @Test
  void aNameThatBelongsToAnotherDrugIsRefused() {
    file("drug_names", "text,kind,ingredients", "Warfarin,brand,digoxin");
    refused("drug_names.csv", 2, "ingredients", "warfarin, whose own name", "digoxin");
  }

  @Test
  void aLoincWithAWrongCheckDigitIsRefused() {
    file("analytes", ANALYTE, "luck,Luck,6301-7,LUCK,mmol/L,,");
    refused("analytes.csv", 2, "loinc", "check digit", "6301-7");
  }

  @Test
  void aLocalNameOfAnotherAnalyteIsRefused() {
    file("analytes", ANALYTE, "luck,Luck,,INR,mmol/L,,");
    refused("analytes.csv", 2, "local_names", "inr has not taken", "inr");
  }

  @Test
  void adviceWithoutADeadlineIsRefused() {
    file("lab_limits", LIMIT, "x,warfarin,inr,above,5,{INR},any,major,queue,measure,INR,,INR,");
    refused("lab_limits.csv", 2, "within_days", "a number of days", "");
  }

  @Test
  void adviceToMonitorIsRefused() {
    file("lab_limits", LIMIT, "x,warfarin,inr,above,5,{INR},any,major,queue,monitor,INR,,INR,3");
    refused("lab_limits.csv", 2, "verb", "one of avoid", "monitor");
  }

  @Test
  void aFunctionThatNoAlleleHasIsRefused() {
    file("phenotype_pairs", "gene,function_1,function_2,phenotype", "TPMT,Jumping,Jumping,Odd");
    refused("phenotype_pairs.csv", 2, "function_1/function_2", "of TPMT has", "Jumping");
  }

  @Test
  void aFileThatIsNoSubjectIsRefused() throws IOException {
    Files.writeString(site.resolve("interaction.csv"), "a,b\n");
    refused("interaction.csv", 1, "-", "a file named after a subject", "interaction.csv");
  }

  @Test
  void aFolderWithoutIngredientsIsRefused() {
    assertThat(KnowledgeLoader.folder(site).refusals())
        .extracting(KnowledgeProblem::expected)
        .contains("at least one ingredient");
  }

  @Test
  void allProblemsAreToldNotOnlyTheFirst() {
    file("look_alikes", "one,other", "warfarin,wonderine", "digoxin,digoxin", "lithium,magicine");

    KnowledgeLoad load = KnowledgeLoader.withSite(site);

    assertThat(load.refusals()).hasSize(3);
    assertThatThrownBy(load::getKnowledge)
        .isInstanceOf(KnowledgeRefused.class)
        .hasMessageContaining("wonderine")
        .hasMessageContaining("magicine")
        .hasMessageContaining("look_alikes.csv:3: other: expected a different ingredient")
        .hasMessageContaining("Maybe");
  }

  @Test
  void everyColumnIsWrittenDownInThePackageDoc() throws IOException {
    String doc =
        Files.readString(Path.of("src/main/java/org/rxtwin/knowledge/package-info.java"))
            .replaceAll("[^a-z0-9_]+", " ");
    for (Subject<?> subject : Subject.list()) {
      assertThat(doc).contains(" " + subject.id() + " ");
      for (String column : Columns.of(subject)) {
        assertThat(doc).as(subject + "." + column).contains(" " + column + " ");
      }
    }
  }

  private static final String NEED =
      "need,drug,beside,analyte,occasion,within_days,every_days,steady_results,steady_low,"
          + "steady_high,from_day,to_day,severity,tier";
  private static final String ANALYTE = "analyte,name,loinc,local_names,unit,molar_mass,valence";
  private static final String ADVICE_COLUMNS = ",verb,what,alternative,test,within_days";
  private static final String ADVICE = ",measure,it,,INR,3";
  private static final String LIMIT =
      "limit,drug,analyte,side,threshold,unit,jurisdiction,severity,tier" + ADVICE_COLUMNS;
  private static final String RENAL =
      "limit,ingredient,route,indication,estimator,weight,from,below,action,max_daily_mg,"
          + "min_interval_h,jurisdiction,severity,tier"
          + ADVICE_COLUMNS;
  private static final String ROLE =
      "ingredient,enzyme,role,strength,figure,figure_low,figure_high,above_daily_mg,onset_days,"
          + "washout_days";

  private static String renal(String id, int from, int below) {
    return id
        + ",warfarin,oral,,ckd-epi,none,"
        + from
        + ","
        + below
        + ",avoid,,,US,major,queue"
        + ADVICE;
  }

  private void file(String subject, String columns, String... rows) {
    StringBuilder text = new StringBuilder(columns).append(PROVENANCE);
    for (String row : rows) {
      text.append(row).append(SOURCE);
    }
    try {
      Files.writeString(site.resolve(subject + ".csv"), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void refused(String file, long line, String column, String expected, String came) {
    KnowledgeLoad load = KnowledgeLoader.withSite(site);

    assertThat(load.knowledge()).isEmpty();
    assertThat(load.refusals())
        .anySatisfy(
            p -> {
              assertThat(p.file()).endsWith(file);
              assertThat(p.line()).isEqualTo(line);
              assertThat(p.column()).isEqualTo(column);
              assertThat(p.expected()).contains(expected);
              assertThat(p.came()).contains(came);
            });
  }
}
