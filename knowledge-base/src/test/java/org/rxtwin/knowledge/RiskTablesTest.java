package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.knowledge.PregnancyRisk.State;
import org.rxtwin.knowledge.QtRisk.Category;

/**
 * The tables of QT, opioids, pregnancy and conditions: what they say, and how they can be wrong.
 */
class RiskTablesTest {
  private static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  private static final String PROVENANCE = ",source,source_year,evidence,review_by\n";
  private static final String SOURCE = ",A label,2024,seen,2028-01-01\n";
  private static final String LIMIT =
      "limit,jurisdiction,population,counts,from_mme,severity,tier,verb,what,alternative,test,"
          + "within_days";
  private static final String RISK =
      "risk,drug,state,from_week,to_week,above_daily_mg,severity,tier,verb,what,alternative,test,"
          + "within_days";
  private static final String FACTOR =
      "factor_id,drug,route,form,basis,factor,tolerant_from_mme,note";
  private static final String SIGN = "sign,source_kind,codes,answers,from,below,says,valid_days";

  @TempDir private Path site;

  @ParameterizedTest
  @CsvSource({
    "haloperidol, INTRAVENOUS, KNOWN",
    "haloperidol, ORAL, POSSIBLE",
    "haloperidol, ANY, KNOWN",
    "ondansetron, INTRAVENOUS, KNOWN",
    "ondansetron, ORAL, POSSIBLE",
    "quetiapine, ORAL, CONDITIONAL"
  })
  void theRouteDecidesHowSureItIsAndAnUnknownOneCountsAsTheWorst(
      String drug, RouteGroup route, Category category) {
    assertThat(KNOWLEDGE.qt().find(drug, route, OptionalDouble.empty()).orElseThrow().category())
        .isEqualTo(category);
  }

  @Test
  void theDoseDecidesForDomperidoneAndAnUnknownOneReachesTheBound() {
    QtTable qt = KNOWLEDGE.qt();

    assertThat(qt.find("domperidone", RouteGroup.ORAL, OptionalDouble.of(30)).orElseThrow())
        .extracting(QtRisk::category)
        .isEqualTo(Category.POSSIBLE);
    assertThat(qt.find("domperidone", RouteGroup.ORAL, OptionalDouble.of(40)).orElseThrow())
        .extracting(QtRisk::category)
        .isEqualTo(Category.KNOWN);
    assertThat(qt.find("domperidone", RouteGroup.ORAL, OptionalDouble.empty()).orElseThrow())
        .extracting(QtRisk::category)
        .isEqualTo(Category.KNOWN);
    assertThat(qt.find("paracetamol", RouteGroup.ORAL, OptionalDouble.empty())).isEmpty();
  }

  @Test
  void theScoreIsThatOfTisdale() {
    // Tisdale 2013: 1 1 1 2 2 2 3 3 3 3 make 21, moderate from 7, high from 11.
    int all =
        KNOWLEDGE.tables().list(Subject.QT_FACTORS).stream()
            .mapToInt(each -> each.points().orElse(0))
            .sum();

    assertThat(all).isEqualTo(21);
    assertThat(KNOWLEDGE.qt().threshold(QtFactor.Factor.MODERATE)).isEqualTo(7);
    assertThat(KNOWLEDGE.qt().threshold(QtFactor.Factor.HIGH)).isEqualTo(11);
    assertThat(KNOWLEDGE.qt().get(QtFactor.Factor.AGE).provenance().confirmed()).isTrue();
  }

  /** CDC 2022, as the table read for this project has them. */
  @ParameterizedTest
  @CsvSource({
    "codeine, ORAL, 0.15",
    "hydrocodone, ORAL, 1.0",
    "hydromorphone, ORAL, 5.0",
    "methadone, ORAL, 4.7",
    "morphine, ORAL, 1.0",
    "oxycodone, ORAL, 1.5",
    "oxymorphone, ORAL, 3.0",
    "tapentadol, ORAL, 0.4",
    "tramadol, ORAL, 0.2",
    "fentanyl, TRANSDERMAL, 2.4"
  })
  void factorsAreThoseOfCdc2022(String drug, RouteGroup route, double factor) {
    OpioidFactor row = KNOWLEDGE.opioids().find(drug, route, "tablet").orElseThrow();

    assertThat(row.factor()).hasValue(factor);
    assertThat(row.provenance().confirmed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "morphine, INTRAVENOUS, morphine PCA pump",
    "fentanyl, ANY, EP continuous",
    "fentanyl, INTRATHECAL, spinal",
    "buprenorphine, TRANSDERMAL, patch"
  })
  void whatHasNoFactorIsNotCountedAndSaysWhy(String drug, RouteGroup route, String words) {
    OpioidFactor row = KNOWLEDGE.opioids().find(drug, route, words).orElseThrow();

    assertThat(row.basis()).isEqualTo(OpioidFactor.Basis.NOT_COUNTED);
    assertThat(row.note()).isPresent();
  }

  @Test
  void aPatchNeedsAWeekOfSixtyMilligrams() {
    assertThat(
            KNOWLEDGE
                .opioids()
                .find("fentanyl", RouteGroup.TRANSDERMAL, "patch")
                .orElseThrow()
                .tolerantFromMme())
        .hasValue(60);
  }

  @Test
  void limitsBelongToAPlace() {
    OpioidLimit us = KNOWLEDGE.opioids().listLimits("US", OpioidLimit.Population.TOLERANT).get(0);
    OpioidLimit uk = KNOWLEDGE.opioids().listLimits("UK", OpioidLimit.Population.TOLERANT).get(0);

    assertThat(us.fromMme()).isEqualTo(90);
    assertThat(uk.fromMme()).isEqualTo(120);
  }

  @Test
  void theFourThatMustAskDoAsk() {
    for (String drug :
        List.of("valproic-acid", "methotrexate", "isotretinoin", "mycophenolic-acid")) {
      assertThat(KNOWLEDGE.pregnancy().listRisks(drug))
          .as(drug)
          .extracting(PregnancyRisk::state)
          .contains(State.COULD_BE, State.PREGNANT, State.EXCLUDED);
    }
    assertThat(KNOWLEDGE.pregnancy().listRisks("lisinopril"))
        .extracting(PregnancyRisk::state)
        .containsExactly(State.PREGNANT);
  }

  @Test
  void aMemberOfTheQtClassWithoutARowIsRefused() {
    file("drug_classes", "class,name,members,includes", "qt-prolonging,QT,paracetamol,");
    refused("drug_classes.csv", "members", "drugs that qt_risks.csv has", "paracetamol");
  }

  @Test
  void boundsThatCrossAreRefused() {
    file("qt_factors", "factor,threshold,unit,points", "high,6,,");
    refused("qt_factors.csv", "threshold", "more than that of moderate", "6.0");
  }

  @Test
  void aFactorWithoutItsPointsIsRefused() {
    file("qt_factors", "factor,threshold,unit,points", "female,,,");
    refused("qt_factors.csv", "points", "its points", "");
  }

  @Test
  void twoFactorsForOneOrderAreRefused() {
    file("opioid_factors", FACTOR, "x,morphine,oral,*,mg-per-day,2,,");
    refused("opioid_factors.csv", "route", "that no other row has", "morphine ORAL *");
  }

  @Test
  void aFactorForWhatIsNotCountedIsRefused() {
    file("opioid_factors", FACTOR, "x,morphine,nasal,*,not-counted,2,,because");
    refused("opioid_factors.csv", "factor", "exactly where it is counted", "2");
  }

  @Test
  void aWorseOpioidLimitThatIsNotHigherIsRefused() {
    file(
        "opioid_limits",
        LIMIT,
        "x,US,tolerant,ceiling,50,major,interrupt,limit,the sum,,respiratory rate,1");
    refused("opioid_limits.csv", "from_mme", "more than that of the milder", "50.0");
  }

  @Test
  void weeksThatOverlapAreRefused() {
    file(
        "pregnancy_risks",
        RISK,
        "x,class:nsaids,pregnant,25,35,,major,queue,stop,it,paracetamol,,");
    refused("pregnancy_risks.csv", "from_week", "do not overlap", "25.0 to 35.0");
  }

  @Test
  void weeksOfNoPregnancyAreRefused() {
    file("pregnancy_risks", RISK, "x,lithium,could-be,5,9,,major,queue,stop,it,paracetamol,,");
    refused("pregnancy_risks.csv", "from_week", "where nobody is pregnant", "5.0");
  }

  @Test
  void aNegativeSignWithoutAnEndIsRefused() {
    file("pregnancy_signs", SIGN, "x,result,2106-3,nope,,,not-pregnant,");
    refused("pregnancy_signs.csv", "valid_days", "not pregnant for ever", "");
  }

  private void file(String subject, String header, String... rows) {
    StringBuilder text = new StringBuilder(header).append(PROVENANCE);
    for (String row : rows) {
      text.append(row).append(SOURCE);
    }
    try {
      Files.writeString(site.resolve(subject + ".csv"), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refused(String file, String column, String expected, String came) {
    KnowledgeLoad load = KnowledgeLoader.withSite(site);

    assertThat(load.problems())
        .filteredOn(each -> each.kind() == KnowledgeProblem.Kind.REFUSED)
        .anySatisfy(
            each ->
                assertThat(each.text())
                    .contains(file)
                    .contains(column)
                    .contains(expected)
                    .contains(came));
  }
}
