package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody overrides an alert with "the level is being measured": until then it is quiet, and when
 * no result has come by then, the promise is called in.
 */
class PromisedMeasurementTest {
  private final Hl7 patient = new Hl7("500001", "19580514", "M");
  @TempDir private Path home;
  private CheckedFeed feed;
  private JsonNode alert;

  @BeforeEach
  void fluconazoleMeetsWarfarin() throws Exception {
    feed = CheckedFeed.open(home);
    feed.send(patient.admit(day(1, 8)));
    feed.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    feed.send(patient.inr(day(2, 7), "2.5"));
    alert = shown(patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void theAlertAsksForAnInr() {
    assertThat(alert.at("/obligations/0/analyte").asText()).isEqualTo("INR");
    assertThat(due()).isAfter(day(3, 9)).isBefore(day(12, 0));
  }

  @Test
  void untilItIsDueNobodyIsDisturbedAndThenThePromiseIsCalledIn() {
    feed.answer(alert, "level-is-being-measured", "pharmacist-7");

    assertThat(CheckedFeed.shown(feed.send(patient.admit(due().minusHours(1))))).isEmpty();
    JsonNode broken = shown(patient.admit(due().plusHours(1)));

    assertThat(broken.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(broken.path("kind").asText()).isEqualTo("monitoring");
    assertThat(broken.path("title").asText()).contains("INR").contains("promised");
    assertThat(broken.at("/findings/0/reasons/0/text").asText())
        .contains("pharmacist-7")
        .contains("level-is-being-measured");
    assertThat(broken.path("advice").asText()).startsWith("Measure INR now");
    assertThat(broken.at("/obligations/0/analyte").asText()).isEqualTo("INR");
  }

  @Test
  void withoutAnAnswerNothingWasPromised() {
    assertThat(CheckedFeed.shown(feed.send(patient.admit(due().plusHours(1)))))
        .noneMatch(each -> each.path("title").asText().contains("promised"));
  }

  @Test
  void anAcceptedAlertPromisesWhatItAskedFor() {
    feed.answer(alert, "", "pharmacist-7");

    assertThat(CheckedFeed.shown(feed.send(patient.admit(due().plusHours(1)))))
        .anyMatch(each -> each.path("title").asText().contains("promised"));
  }

  @Test
  void aReasonThatPromisesNothingIsNotCalledIn() {
    feed.answer(alert, "benefit-outweighs-risk", "pharmacist-7");

    assertThat(feed.send(patient.admit(due().plusHours(1))))
        .noneMatch(each -> each.path("title").asText().contains("promised"));
  }

  @Test
  void aResultInTimeKeepsThePromiseAndIsNoted() {
    feed.answer(alert, "level-is-being-measured", "pharmacist-7");

    List<JsonNode> withResult = feed.send(patient.inr(due().minusHours(20), "2.6"));
    List<JsonNode> after = feed.send(patient.admit(due().plusHours(1)));

    assertThat(after).noneMatch(each -> each.path("title").asText().contains("promised"));
    assertThat(withResult)
        .filteredOn(each -> each.path("alertId").equals(alert.path("alertId")))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.path("notes").toString())
                    .contains("INR, promised by pharmacist-7")
                    .contains("was measured on"));
  }

  @Test
  void aLateResultClosesTheCallInWords() {
    feed.answer(alert, "level-is-being-measured", "pharmacist-7");
    JsonNode broken = shown(patient.admit(due().plusHours(1)));

    List<JsonNode> late = feed.send(patient.inr(due().plusHours(2), "2.6"));

    assertThat(late)
        .filteredOn(each -> each.path("alertId").equals(broken.path("alertId")))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.path("status").asText()).isEqualTo("closed");
              assertThat(each.path("advice").asText()).contains("The result has come");
            });
  }

  @Test
  void theCalledInPromiseCanBePromisedAgainAndIsCalledInAgain() {
    feed.answer(alert, "level-is-being-measured", "pharmacist-7");
    JsonNode broken = shown(patient.admit(due().plusHours(1)));
    feed.answer(broken, "test-ordered", "pharmacist-8");

    assertThat(CheckedFeed.shown(feed.send(patient.admit(due().plusHours(2))))).isEmpty();
    JsonNode again = shown(patient.admit(due().plusHours(30)));

    assertThat(again.path("alertId")).isEqualTo(broken.path("alertId"));
    assertThat(again.path("version").asInt()).isGreaterThan(broken.path("version").asInt());
    assertThat(again.path("findings").toString()).contains("pharmacist-8");
  }

  @Test
  void whoPromisedAnOverdueTestIsAskedOnceAndNotTwice() throws Exception {
    Hl7 other = new Hl7("500003", "19580514", "M");
    feed.send(other.admit(day(1, 8)));
    feed.send(other.order(day(1, 9), "NW", "W9", Hl7.WARFARIN, "5", "20260302180000"));
    JsonNode overdue =
        CheckedFeed.shown(feed.send(other.admit(day(9, 9)))).stream()
            .filter(each -> each.path("title").asText().contains("INR"))
            .filter(each -> each.toString().contains("500003"))
            .findFirst()
            .orElseThrow();
    feed.answer(overdue, "test-ordered", "pharmacist-7");

    assertThat(CheckedFeed.shown(feed.send(other.admit(day(9, 20)))))
        .noneMatch(each -> each.toString().contains("500003"));
    assertThat(CheckedFeed.shown(feed.send(other.admit(day(11, 9)))))
        .filteredOn(each -> each.toString().contains("500003"))
        .extracting(each -> each.path("title").asText())
        .singleElement()
        .satisfies(each -> assertThat(each).contains("promised"));
  }

  @Test
  void anOverrideDoesNotSilenceAWorseVersion() {
    feed.answer(alert, "level-is-being-measured", "pharmacist-7");

    assertThat(CheckedFeed.shown(feed.send(patient.inr(day(4, 7), "5.4"))))
        .anySatisfy(each -> assertThat(each.toString()).contains("5.4"));
  }

  @Test
  void aPromiseLapsesWithItsEpisode() {
    feed.answer(alert, "level-is-being-measured", "pharmacist-7");
    feed.send(patient.stop(day(4, 9), "W1", Hl7.WARFARIN));

    assertThat(CheckedFeed.shown(feed.send(patient.admit(due().plusDays(30)))))
        .noneMatch(each -> each.path("title").asText().contains("promised"));
  }

  @Test
  void afterTheWashOutTheEpisodeClosesAndSaysWhy() {
    feed.send(patient.stop(day(4, 9), "F1", Hl7.FLUCONAZOLE));
    feed.send(patient.inr(day(6, 7), "2.4"));
    feed.send(patient.admit(day(60, 9)));

    assertThat(feed.alerts())
        .filteredOn(each -> each.path("alertId").equals(alert.path("alertId")))
        .last()
        .satisfies(
            each -> {
              assertThat(each.path("status").asText()).isEqualTo("closed");
              assertThat(each.path("advice").asText()).contains("wash-out included");
            });
  }

  private LocalDateTime due() {
    return LocalDateTime.ofInstant(
        java.time.Instant.parse(alert.at("/obligations/0/by").asText()), java.time.ZoneOffset.UTC);
  }

  private JsonNode shown(String message) {
    List<JsonNode> shown = CheckedFeed.shown(feed.send(message));
    assertThat(shown).hasSize(1);
    return shown.get(0);
  }
}
