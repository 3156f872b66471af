package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.CheckedFeed.judging;
import static org.rxtwin.story.CheckedFeed.shown;
import static org.rxtwin.story.Hl7.day;
import static org.rxtwin.story.Hl7.stamp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.DoseVerdict;

/** Vancomycin 1 g every 12 h in a man of 82 kg, by his kidneys and by his levels. */
class VancomycinTest {
  private static final String VANCOMYCIN = "11124^vancomycin^RXNORM";

  @TempDir Path folder;
  private CheckedFeed feed;

  @BeforeEach
  void open() throws IOException {
    feed = CheckedFeed.open(folder);
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void withFailingKidneysTheDoseIsReducedBeforeItIsGivenAndTheFirstOneIsLarger() {
    JsonNode alert = only(ordered(man("F24", "19480301"), "2.94"));

    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    JsonNode twin = alert.path("twin");
    assertThat(twin.path("verdict").asText()).isEqualTo("adjust");
    assertThat(twin.path("quantity").asText()).isEqualTo("AUC24");
    assertThat(twin.path("current").path("when").asText()).isEqualTo("at steady state");
    assertThat(twin.path("current").path("exposure").asDouble()).isGreaterThan(1000);
    assertThat(twin.path("current").path("pToxic").asDouble()).isGreaterThan(0.9);
    assertThat(twin.path("current").path("exposures").findValuesAsText("name"))
        .contains("AUC of the first 24 h", "trough");
    assertThat(twin.path("recommended").path("pToxic").asDouble()).isLessThanOrEqualTo(0.2);
    assertThat(twin.path("recommended").path("screened").asBoolean()).isTrue();
    assertThat(twin.path("loading").path("dose").asDouble()).isBetween(20 * 82.0, 3000.0);
    assertThat(alert.path("advice").asText())
        .startsWith("Reduce vancomycin from 1000 mg every 12 h to ")
        .containsPattern("give \\d+ mg IV over [0-9.]+ h as the first dose")
        .contains("measure vancomycin level by ")
        .contains("mg*h/L at steady state under 1000 mg every 12 h")
        .contains("first-day AUC24")
        .contains("above target in ");
    assertThat(alert.path("obligations").findValuesAsText("analyte"))
        .contains("vancomycin level")
        .doesNotContain("AUC24");
  }

  @Test
  void aLevelBeforeTheSixthDoseRefinesTheForecast() {
    Hl7 man = man("F24", "19480301");
    JsonNode before = only(ordered(man, "2.94"));

    List<JsonNode> after =
        judging(
            "vancomycin",
            feed.send(
                man.result(
                    day(3, 21).plusMinutes(30), "NM", "20578-1^Vancomycin^LN", "31", "mg/L")));

    JsonNode alert = after.get(after.size() - 1);
    assertThat(alert.path("alertId")).isEqualTo(before.path("alertId"));
    assertThat(alert.toString()).contains("vancomycin level 31 mg/L");
    assertThat(before.path("twin").path("notes").toString()).contains("No level yet");
    assertThat(alert.path("twin").path("notes").toString()).doesNotContain("No level yet");
    assertThat(alert.path("twin").path("current").path("exposure"))
        .as("the forecast is his own now")
        .isNotEqualTo(before.path("twin").path("current").path("exposure"));
    assertThat(alert.path("twin").has("loading")).as("the first dose is long given").isFalse();
  }

  @Test
  void withGoodKidneysNothingIsSentAndTheVerdictIsKept() {
    List<JsonNode> alerts = ordered(man("G95", "19700301"), "1.01");

    assertThat(alerts).isEmpty();
    assertThat(feed.verdict("G95", "vancomycin")).isPresent();
    assertThat(feed.verdict("G95", "vancomycin").get())
        .isNotInstanceOfAny(DoseVerdict.Adjust.class, DoseVerdict.Unsafe.class);
    assertThat(feed.verdict("G95", "vancomycin").get().why()).contains("AUC24");
  }

  @Test
  void creatinineThatRisesOnTheThirdDayOpensTheQuestionAgain() {
    Hl7 man = man("G95", "19700301");
    ordered(man, "1.01");

    List<JsonNode> alerts = feed.send(creatinine(man, 4, "1.62"));

    JsonNode alert = only(judging("vancomycin", shown(alerts)));
    assertThat(alert.path("twin").path("verdict").asText()).isEqualTo("cannot-tell");
    assertThat(alert.path("twin").path("why").asText()).contains("creatinine is rising");
    assertThat(alert.path("advice").asText())
        .startsWith("Hold the next dose of vancomycin")
        .contains("measure vancomycin level by 2026-03-05 10:00");
  }

  @Test
  void swallowedItIsNoQuestionForTheTwin() {
    Hl7 man = man("O1", "19480301");
    feed.send(man.admit(day(1, 7)));
    feed.send(creatinine(man, 1, "2.94"));

    feed.send(
        man.order(
            day(1, 8), "NW", "V1", VANCOMYCIN, "125", "mg", "CAP", "PO", "QID", stamp(day(1, 10))));

    assertThat(feed.verdict("O1", "vancomycin")).isEmpty();
  }

  private List<JsonNode> ordered(Hl7 man, String creatinine) {
    feed.send(man.admit(day(1, 7)));
    feed.send(man.result(day(1, 7), "NM", "29463-7^Body weight^LN", "82", "kg"));
    feed.send(creatinine(man, 1, creatinine));
    return feed.send(
        man.order(
            day(1, 8),
            "NW",
            "V1",
            VANCOMYCIN,
            "1000",
            "mg",
            "INJ",
            "IV",
            "Q12H",
            stamp(day(1, 10))));
  }

  private static Hl7 man(String patient, String born) {
    return new Hl7(patient, born, "M");
  }

  private static String creatinine(Hl7 man, int day, String value) {
    return man.result(day(day, 7).plusMinutes(10), "NM", "2160-0^Creatinine^LN", value, "mg/dL");
  }

  private static JsonNode only(List<JsonNode> alerts) {
    assertThat(alerts).hasSize(1);
    return alerts.get(0);
  }
}
