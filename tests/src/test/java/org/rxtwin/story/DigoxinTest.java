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

/** Digoxin 0.25 mg a day in a woman of eighty. */
class DigoxinTest {
  private static final String DIGOXIN = "3407^digoxin^RXNORM";
  private static final String CLARITHROMYCIN = "21212^clarithromycin^RXNORM";

  @TempDir Path folder;
  private final Hl7 woman = new Hl7("D1", "19460301", "F");
  private CheckedFeed feed;

  @BeforeEach
  void onDigoxin() throws IOException {
    feed = CheckedFeed.open(folder);
    feed.send(woman.admit(day(1, 7)));
    feed.send(woman.result(day(1, 7), "NM", "29463-7^Body weight^LN", "60", "kg"));
    feed.send(woman.result(day(1, 7), "NM", "8302-2^Height^LN", "162", "cm"));
    feed.send(woman.result(day(1, 7), "NM", "2160-0^Creatinine^LN", "0.8", "mg/dL"));
    feed.send(woman.order(day(1, 8), "NW", "D1", DIGOXIN, "0.25", stamp(day(1, 8))));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void clarithromycinLowPotassiumAndTheForecastAreThreeReasonsOfOneEpisode() {
    feed.send(woman.result(day(6, 6), "NM", "2823-3^Potassium^LN", "3.0", "mmol/L"));

    List<JsonNode> alerts =
        judging(
            "digoxin",
            shown(
                feed.send(
                    woman.order(day(6, 9), "NW", "C1", CLARITHROMYCIN, "500", stamp(day(6, 10))))));

    assertThat(alerts).hasSize(1);
    JsonNode alert = alerts.get(0);
    assertThat(alert.path("findings").findValuesAsText("kind")).contains("drug-lab", "interaction");
    assertThat(alert.path("twin").path("verdict").asText()).isIn("adjust", "unsafe");
    assertThat(alert.path("twin").path("current").path("pToxic").asDouble()).isGreaterThan(0.5);
    assertThat(alert.path("advice").asText())
        .contains("potassium")
        .contains("digoxin level")
        .contains("while clarithromycin runs");
    assertThat(judging("digoxin", feed.alerts()).stream().filter(DigoxinTest::isOpen))
        .extracting(each -> each.path("alertId").asText())
        .contains(alert.path("alertId").asText());
  }

  @Test
  void aLevelTwoHoursAfterTheDoseIsTooEarlyAndNobodyCallsItToxic() {
    List<JsonNode> alerts =
        feed.send(woman.result(day(6, 10), "NM", "10535-3^Digoxin^LN", "2.6", "ng/mL"));

    assertThat(shown(alerts)).isEmpty();
    assertThat(feed.verdict("D1", "digoxin"))
        .hasValueSatisfying(
            verdict -> {
              assertThat(verdict.run()).isEmpty();
              assertThat(verdict.why()).contains("too early");
            });
    JsonNode alert = judging("digoxin", alerts).get(0);
    assertThat(alert.toString()).contains("drug-lab/drawn-too-early").contains("2 h after a dose");
    assertThat(alert.toString()).doesNotContain("drug-lab/limit");
  }

  @Test
  void aLevelSixHoursAfterTheDoseIsOne() {
    List<JsonNode> alerts =
        feed.send(woman.result(day(6, 14), "NM", "10535-3^Digoxin^LN", "2.6", "ng/mL"));

    assertThat(shown(alerts).toString()).contains("drug-lab/limit");
  }

  private static boolean isOpen(JsonNode alert) {
    return !alert.path("status").asText().equals("closed");
  }
}
