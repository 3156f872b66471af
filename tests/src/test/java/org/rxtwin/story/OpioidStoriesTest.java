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

/** Opioids as their sum, in people who never had one and in people after an operation. */
class OpioidStoriesTest {
  private static final String OXYCODONE = "7804^oxycodone^RXNORM";
  private static final String HYDROCODONE = "5489^hydrocodone^RXNORM";
  private static final String TRAMADOL = "10689^tramadol^RXNORM";
  private static final String LORAZEPAM = "6470^lorazepam^RXNORM";
  private static final String MORPHINE = "7052^morphine^RXNORM";

  private final Hl7 patient = new Hl7("200002", "19760210", "F");
  @TempDir private Path home;
  private CheckedFeed feed;

  @BeforeEach
  void admitted() throws Exception {
    feed = CheckedFeed.open(home);
    feed.send(patient.admit(day(1, 7)));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private List<JsonNode> order(int hour, String number, String drug, String dose, String often) {
    return order(hour, number, drug, dose, "TAB", "PO", often);
  }

  private List<JsonNode> order(
      int hour, String number, String drug, String dose, String form, String route, String often) {
    return feed.send(
        patient.order(
            day(1, hour),
            "NW",
            number,
            drug,
            dose,
            "mg",
            form,
            route,
            often,
            Hl7.stamp(day(1, hour))));
  }

  @Test
  void ninetyFiveMilligramsInANaivePatientWithLorazepamInterruptWithTheSum() {
    order(8, "L1", LORAZEPAM, "1", "Q8H");
    order(9, "T1", TRAMADOL, "25", "Q8H");
    order(10, "H1", HYDROCODONE, "5", "Q6H");
    assertThat(shown(feed.alerts())).isEmpty();

    List<JsonNode> alerts = shown(order(11, "O1", OXYCODONE, "20", "Q12H"));

    assertThat(alerts).hasSize(1);
    JsonNode alert = alerts.get(0);
    assertThat(alert.path("kind").asText()).isEqualTo("opioid");
    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("title").asText())
        .startsWith("95 MME/day, with lorazepam: oxycodone 60 + hydrocodone 20");
    assertThat(alert.path("advice").asText()).contains("naloxone", "espiratory rate");
    assertThat(alert.path("findings").toString())
        .contains(
            "oxycodone, scheduled: 60 mg",
            "hydrocodone, scheduled: 20 mg",
            "tramadol, scheduled: 15 mg",
            "no opioid for a full week is known");
  }

  @Test
  void afterHipSurgeryAPumpAndOxycodoneAsNeededStayQuiet() {
    order(8, "P1", "7052^morphine PCA^RXNORM", "1", "INJ", "IV", "PRN Q10M");
    order(9, "O1", OXYCODONE, "10", "Q4H PRN");

    assertThat(shown(feed.alerts())).isEmpty();
  }

  @Test
  void lowDoseMorphineAsNeededShowsNothing() {
    order(9, "M1", MORPHINE, "2.5", "Q4H PRN");

    assertThat(feed.alerts()).noneMatch(each -> each.path("kind").asText().equals("opioid"));
  }

  @Test
  void aFentanylPatchForOneWhoNeverHadAnOpioidIsStoppedHard() {
    List<JsonNode> alerts =
        shown(
            feed.send(
                patient.order(
                    day(1, 9),
                    "NW",
                    "F1",
                    "4337^fentanyl 25 mcg/hr patch^RXNORM",
                    "1",
                    "PATCH",
                    "PATCH",
                    "TD",
                    "Q72H",
                    Hl7.stamp(day(1, 9)))));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("tier").asText()).isEqualTo("HARD_STOP");
    assertThat(alerts.get(0).path("kind").asText()).isEqualTo("opioid");
  }
}
