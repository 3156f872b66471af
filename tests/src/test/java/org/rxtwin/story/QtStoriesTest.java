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

/** Drugs that lengthen QT: what threatens, and what does not. */
class QtStoriesTest {
  private static final String HALOPERIDOL = "5093^haloperidol^RXNORM";
  private static final String ONDANSETRON = "26225^ondansetron^RXNORM";
  private static final String POTASSIUM = "2823-3^Potassium^LN";

  private final Hl7 patient = new Hl7("200001", "19860210", "M");
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

  private String vein(int hour, String number, String drug, String dose, String frequency) {
    return patient.order(
        day(1, hour),
        "NW",
        number,
        drug,
        dose,
        "mg",
        "INJ",
        "IV",
        frequency,
        Hl7.stamp(day(1, hour)));
  }

  private List<JsonNode> potassium(int hour, String value) {
    return feed.send(patient.result(day(1, hour), "NM", POTASSIUM, value, "mmol/L"));
  }

  @Test
  void haloperidolAndOndansetronIntoTheVeinWithPotassium29InterruptOnce() {
    potassium(8, "2.9");
    feed.send(vein(9, "H1", HALOPERIDOL, "5", "Q8H"));
    feed.send(vein(10, "O1", ONDANSETRON, "4", "Q8H"));

    List<JsonNode> both =
        shown(feed.alerts()).stream().filter(each -> each.path("subjects").size() == 2).toList();

    assertThat(both).hasSize(1);
    JsonNode alert = both.get(0);
    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("kind").asText()).isEqualTo("qt");
    assertThat(alert.path("title").asText()).contains("Haloperidol IV", "ondansetron IV", "2.9");
    assertThat(alert.path("advice").asText())
        .contains("Replace potassium to 4 mmol/L", "magnesium", "QTc", "before the next dose");
    assertThat(alert.at("/obligations/0/analyte").asText()).isEqualToIgnoringCase("QTc");
    assertThat(alert.path("overrideReasons").toString()).contains("electrolytes-being-replaced");
  }

  @Test
  void thePairAloneStaysOnTheWorklistAsOneAlertAndPotassiumMakesItWorse() {
    feed.send(vein(9, "H1", HALOPERIDOL, "5", "Q8H"));
    List<JsonNode> pair = feed.send(vein(10, "O1", ONDANSETRON, "4", "Q8H"));

    assertThat(shown(feed.alerts())).isEmpty();
    assertThat(pair.stream().filter(each -> each.path("subjects").size() == 2)).hasSize(1);

    List<JsonNode> after = shown(potassium(11, "2.9"));

    assertThat(after).hasSize(1);
    assertThat(after.get(0).path("version").asInt()).isEqualTo(2);
    assertThat(shown(potassium(12, "4.3"))).isEmpty();
  }

  @Test
  void heartFailureAndAnInfarctionOfTheAdmissionMakeTheScoreHigh() throws Exception {
    Hl7 other = new Hl7("200005", "19500210", "M");
    feed.send(
        other.admit(
            day(1, 7), "DG1|1||I50.9^Heart failure^I10|||A", "DG1|2||I21.4^NSTEMI^I10|||A"));
    for (String drug : List.of(HALOPERIDOL, ONDANSETRON)) {
      feed.send(
          other.order(
              day(1, 9),
              "NW",
              drug.substring(0, 4),
              drug,
              "4",
              "mg",
              "INJ",
              "IV",
              "Q8H",
              Hl7.stamp(day(1, 9))));
    }

    // 3 + 3 drugs, 1 age, 3 heart failure, 2 infarction
    assertThat(shown(feed.alerts()))
        .singleElement()
        .satisfies(alert -> assertThat(alert.path("title").asText()).contains("QT risk score 12"));
  }

  @Test
  void oneOndansetronAfterSurgeryWithPotassium41IsSilent() {
    potassium(8, "4.1");
    feed.send(vein(9, "O1", ONDANSETRON, "4", "ONCE"));

    assertThat(feed.alerts()).noneMatch(each -> each.path("kind").asText().equals("qt"));
    assertThat(shown(feed.alerts())).isEmpty();
  }
}
