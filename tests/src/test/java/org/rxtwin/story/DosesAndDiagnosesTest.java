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

/** What the ward gave and what the patient has, through the whole pipeline. */
class DosesAndDiagnosesTest {
  private static final String METHOTREXATE = "6851^methotrexate^RXNORM";
  private final Hl7 patient = new Hl7("500002", "19580514", "M");
  @TempDir private Path home;
  private CheckedFeed feed;

  @BeforeEach
  void open() throws Exception {
    feed = CheckedFeed.open(home);
    feed.send(patient.admit(day(1, 8)));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void dailyMethotrexateIsStoppedUnlessItsOrderBringsTheDiagnosisOfACancer() {
    assertThat(tiers(feed.send(methotrexate(day(1, 9), "M1", "M05.9^Rheumatoid arthritis^I10"))))
        .contains("HARD_STOP");
    feed.send(patient.stop(day(1, 10), "M1", METHOTREXATE));

    assertThat(tiers(feed.send(methotrexate(day(1, 11), "M2", "C91.0^ALL^I10"))))
        .doesNotContain("HARD_STOP");
  }

  @Test
  void aDoseGivenStandsInPlaceOfOneAssumed() {
    feed.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260302180000"));
    for (int day = 1; day <= 4; day++) {
      assertThat(tiers(feed.send(given(day(day, 19), "W1", day, "CP|A"))))
          .doesNotContain("HARD_STOP");
    }
    feed.send(patient.inr(day(5, 8), "2.4"));
    List<JsonNode> alerts =
        feed.send(patient.order(day(5, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260306120000"));

    assertThat(alerts)
        .filteredOn(each -> each.has("twin"))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.path("twin").path("notes").toString())
                    .contains("Doses are those recorded as given"));
  }

  private String methotrexate(LocalDateTime at, String number, String diagnosis) {
    return patient.message(
        at,
        "RDE^O11^RDE_O11",
        patient.pid(),
        Hl7.pv1(),
        "ORC|NW|" + number + "^PHARM|||||||" + Hl7.stamp(at),
        "TQ1|1||QD",
        "RXE||" + METHOTREXATE + "|15||mg|TAB",
        "RXR|PO",
        "DG1|1||" + diagnosis);
  }

  private String given(LocalDateTime at, String order, int number, String status) {
    return patient.message(
        at,
        "RAS^O17^RAS_O17",
        patient.pid(),
        Hl7.pv1(),
        "ORC|RE|" + order + "^PHARM",
        "RXA|1|"
            + number
            + "|"
            + Hl7.stamp(at.minusHours(1))
            + "||"
            + Hl7.WARFARIN
            + "|5|mg|||||||||||||"
            + status,
        "RXR|PO");
  }

  private static List<String> tiers(List<JsonNode> alerts) {
    return alerts.stream().map(each -> each.path("tier").asText()).toList();
  }
}
