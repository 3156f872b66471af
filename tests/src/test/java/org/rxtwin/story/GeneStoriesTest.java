package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.CheckedFeed.shown;
import static org.rxtwin.story.Hl7.day;
import static org.rxtwin.story.Hl7.stamp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Genes from the laboratory's message to the alert, and the drugs an alert may name instead. */
class GeneStoriesTest {
  private static final String CODEINE = "2670^codeine^RXNORM";
  private static final String TRAMADOL = "10689^tramadol^RXNORM";
  private static final String PAROXETINE = "32937^paroxetine^RXNORM";
  private static final String ABACAVIR = "190521^abacavir^RXNORM";
  private static final String CAPECITABINE = "194000^capecitabine^RXNORM";
  private static final String CARBAMAZEPINE = "2002^carbamazepine^RXNORM";
  private static final String AZATHIOPRINE = "1256^azathioprine^RXNORM";

  @TempDir Path home;
  private CheckedFeed feed;
  private final Hl7 patient = new Hl7("7001", "19660211", "F");

  @BeforeEach
  void open() throws IOException {
    feed = CheckedFeed.open(home);
    feed.send(patient.admit(day(0, 8)));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void codeineInAnUltrarapidMetaboliserIsAnsweredWithDrugsThatPass() {
    kidneys("0.8");
    feed.send(patient.genotype(day(1, 8), "CYP2D6", "*1/*1x2"));

    JsonNode alert = only(order("E1", CODEINE, "30", "QID"), "pharmacogenomic");

    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("advice").asText())
        .startsWith("Avoid codeine: it becomes morphine too fast")
        .contains("paracetamol")
        .contains("morphine in its own dose")
        .doesNotContain("tramadol");
    assertThat(alert.path("actions").toString())
        .contains("replace-with: morphine in its own dose")
        .doesNotContain("tramadol");
    assertThat(notes(alert)).anyMatch(each -> each.startsWith("morphine in its own dose passed"));
  }

  @Test
  void whereTheKidneyFailsMorphineFallsOutAndAnotherDrugIsNamed() {
    kidneys("4.6");
    feed.send(patient.genotype(day(1, 8), "CYP2D6", "*1/*1x2"));

    JsonNode alert = only(order("E1", CODEINE, "30", "QID"), "pharmacogenomic");

    assertThat(alert.path("advice").asText())
        .contains("paracetamol")
        .doesNotContain("morphine in its own dose");
    assertThat(notes(alert))
        .anyMatch(each -> each.startsWith("morphine in its own dose is not proposed here: "));
  }

  @Test
  void tramadolBesideParoxetineNamesNeitherCodeineNorPethidine() {
    kidneys("0.8");
    feed.send(patient.order(day(1, 8), "NW", "E1", PAROXETINE, "20", stamp(day(1, 9))));

    List<JsonNode> alerts = shown(order("E2", TRAMADOL, "50", "QID"));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alerts.get(0).path("advice").asText())
        .startsWith("Replace tramadol; alternative: paracetamol")
        .contains("morphine in its own dose")
        .doesNotContain("codeine")
        .doesNotContain("pethidine");
  }

  @Test
  void tramadolBesideParoxetineInKidneyFailureNeverNamesMorphine() {
    kidneys("4.6");
    feed.send(patient.order(day(1, 8), "NW", "E1", PAROXETINE, "20", stamp(day(1, 9))));

    List<JsonNode> alerts = shown(order("E2", TRAMADOL, "50", "QID"));

    assertThat(alerts)
        .filteredOn(each -> each.path("kind").asText().equals("interaction"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.path("advice").asText())
                    .contains("paracetamol")
                    .doesNotContain("morphine in its own dose"));
  }

  @Test
  void abacavirWithItsRiskAlleleStopsAndWithoutAResultAsks() {
    List<JsonNode> untested = shown(order("E1", ABACAVIR, "600", "QD"));
    List<JsonNode> positive =
        shown(feed.send(patient.result(day(2, 10), "ST", "X1^HLA-B*57:01^L", "Positive", "")));

    assertThat(untested).hasSize(1);
    assertThat(untested.get(0).path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(untested.get(0).path("advice").asText()).startsWith("Hold abacavir until");
    assertThat(positive)
        .filteredOn(each -> each.path("tier").asText().equals("HARD_STOP"))
        .singleElement()
        .satisfies(each -> assertThat(each.path("advice").asText()).startsWith("Avoid abacavir"));
  }

  @Test
  void abacavirAfterANegativeResultIsSilent() {
    feed.send(patient.result(day(1, 8), "ST", "X1^HLA-B*57:01^L", "Not detected", ""));

    assertThat(pharmacogenomic(order("E1", ABACAVIR, "600", "QD"))).isEmpty();
  }

  @Test
  void aResultThatWasNeverMeasuredIsNoNegativeOne() {
    feed.send(patient.result(day(1, 8), "ST", "X1^HLA-B*57:01^L", "Not tested", ""));

    assertThat(shown(order("E1", ABACAVIR, "600", "QD"))).hasSize(1);
  }

  @Test
  void carbamazepineIsAskedAboutAtItsStart() {
    assertThat(pharmacogenomic(order("E1", CARBAMAZEPINE, "200", "BID")))
        .singleElement()
        .satisfies(each -> assertThat(each.path("title").asText()).contains("not tested"));
  }

  @Test
  void carbamazepineOfAYearIsNotAskedAboutAndALateAlleleDoesNotStopIt() {
    List<JsonNode> known =
        feed.send(patient.order(day(1, 8), "NW", "H1", CARBAMAZEPINE, "200", "20250110090000"));
    List<JsonNode> late = feed.send(patient.genotype(day(3, 8), "HLA-B", "*15:02/*07:02"));

    assertThat(pharmacogenomic(known)).isEmpty();
    assertThat(shown(late)).isEmpty();
    assertThat(pharmacogenomic(late))
        .singleElement()
        .satisfies(each -> assertThat(each.path("tier").asText()).isEqualTo("QUEUE"))
        .satisfies(each -> assertThat(each.path("advice").asText()).contains("Do not stop"));
  }

  @Test
  void capecitabineWithActivityScoreOneIsHalvedAsTheGuidelineSays() {
    feed.send(
        patient.result(
            day(1, 8),
            "ST",
            "X1^DPYD phenotype^L",
            "Intermediate metabolizer (activity score 1.0)",
            ""));

    JsonNode alert = only(order("E1", CAPECITABINE, "1500", "BID"), "pharmacogenomic");

    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("advice").asText()).contains("50 %").contains("oncology");
    assertThat(alert.path("twin").path("recommended").isMissingNode()).isTrue();
    assertThat(alert.path("evidence").toString()).contains("CPIC").contains("strong");
  }

  @Test
  void capecitabineWithoutDpydWaits() {
    JsonNode alert = only(order("E1", CAPECITABINE, "1500", "BID"), "pharmacogenomic");

    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("advice").asText()).startsWith("Hold capecitabine until DPYD");
  }

  @Test
  void azathioprineInAnIntermediateMetaboliserOfTpmtStartsLower() {
    feed.send(patient.genotype(day(1, 8), "TPMT", "*1/*3A"));

    JsonNode alert = only(order("E1", AZATHIOPRINE, "100", "QD"), "pharmacogenomic");

    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("advice").asText())
        .startsWith("Reduce azathioprine to 30 to 80 % of the usual start");
  }

  private void kidneys(String creatinine) {
    feed.send(patient.result(day(1, 6), "NM", "2160-0^Creatinine^LN", creatinine, "mg/dL"));
    feed.send(patient.result(day(1, 6), "NM", "29463-7^Body weight^LN", "70", "kg"));
  }

  private List<JsonNode> order(String number, String drug, String dose, String frequency) {
    LocalDateTime at = day(2, 8);
    return feed.send(
        patient.order(
            at, "NW", number, drug, dose, "mg", "TAB", "PO", frequency, stamp(at.plusHours(1))));
  }

  private static List<JsonNode> pharmacogenomic(List<JsonNode> alerts) {
    return alerts.stream()
        .filter(each -> each.path("kind").asText().equals("pharmacogenomic"))
        .toList();
  }

  private static JsonNode only(List<JsonNode> alerts, String kind) {
    List<JsonNode> found =
        shown(alerts).stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> notes(JsonNode alert) {
    List<String> notes = new ArrayList<>();
    alert.path("notes").forEach(each -> notes.add(each.asText()));
    return notes;
  }
}
