package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.CheckedFeed.shown;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Valproate in women: not known, tested, pregnant, past it. */
class PregnancyStoriesTest {
  private static final String VALPROATE = "11118^valproic acid^RXNORM";

  private final Hl7 young = new Hl7("200003", "20020110", "F");
  private final Hl7 old = new Hl7("200004", "19560110", "F");
  @TempDir private Path home;
  private CheckedFeed feed;

  @BeforeEach
  void open() throws Exception {
    feed = CheckedFeed.open(home);
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private List<JsonNode> valproate(Hl7 patient) {
    return feed.send(
        patient.order(
            day(3, 9), "NW", "V1", VALPROATE, "500", "mg", "TAB", "PO", "BID", "20260304180000"));
  }

  @Test
  void aWomanOf24OfWhomNothingIsKnownIsAskedAboutOnce() {
    feed.send(young.admit(day(1, 8)));

    List<JsonNode> alerts = shown(valproate(young));

    assertThat(alerts).hasSize(1);
    JsonNode alert = alerts.get(0);
    assertThat(alert.path("kind").asText()).isEqualTo("pregnancy");
    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("advice").asText())
        .contains("no pregnancy", "contraception", "do not stop valproate abruptly", "hCG");
    assertThat(alert.at("/obligations/0/analyte").asText()).isEqualToIgnoringCase("hCG");
    assertThat(alert.path("actions").toString()).contains("replace-with: levetiracetam");
    assertThat(alert.path("overrideReasons").toString()).contains("effective-contraception");
  }

  @Test
  void theTestThatComesAnswersTheQuestion() {
    feed.send(young.admit(day(1, 8)));
    valproate(young);

    List<JsonNode> after =
        feed.send(young.result(day(3, 12), "ST", "2106-3^hCG urine^LN", "Negative", ""));

    assertThat(shown(after)).isEmpty();
    assertThat(after)
        .filteredOn(each -> each.path("kind").asText().equals("pregnancy"))
        .extracting(each -> each.path("tier").asText())
        .containsExactly("QUEUE");
  }

  @Test
  void aNegativeTestOfTwoDaysAgoInterruptsNobody() {
    feed.send(young.admit(day(1, 8)));
    feed.send(young.result(day(1, 9), "ST", "2106-3^hCG urine^LN", "Negative", ""));

    List<JsonNode> alerts = valproate(young);

    assertThat(shown(alerts)).isEmpty();
    assertThat(alerts).anyMatch(each -> each.path("kind").asText().equals("pregnancy"));
  }

  @Test
  void aWomanOf70IsNotAsked() {
    feed.send(old.admit(day(1, 8)));

    assertThat(valproate(old)).noneMatch(each -> each.path("kind").asText().equals("pregnancy"));
  }

  @Test
  void aPregnancyThatTheAdmissionTellsInterrupts() {
    feed.send(young.admit(day(1, 8), "DG1|1||Z33.1^Pregnant state^I10|||A"));

    assertThat(shown(valproate(young)))
        .singleElement()
        .satisfies(alert -> assertThat(alert.path("title").asText()).contains("in pregnancy"));
  }

  @Test
  void aPregnancyOfTenWeeksInterrupts() {
    feed.send(young.admit(day(1, 8)));
    // Due on 30 September 2026: the last period began on 24 December 2025, ten weeks before.
    feed.send(young.result(day(1, 9), "DT", "11778-8^Delivery date estimated^LN", "20260930", ""));

    List<JsonNode> alerts = shown(valproate(young));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("title").asText()).contains("in pregnancy (week 10)");
  }
}
