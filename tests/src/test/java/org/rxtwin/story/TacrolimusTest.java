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

/** Tacrolimus in one who expresses CYP3A5, then beside fluconazole, then without it again. */
class TacrolimusTest {
  private static final String TACROLIMUS = "42316^tacrolimus^RXNORM";
  private static final String CODE = "11253-2^Tacrolimus^LN";

  @TempDir Path folder;
  private final Hl7 woman = new Hl7("T1", "19750301", "F");
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
  void theDoseFollowsGeneInhibitorAndWayBackInOneEpisode() throws IOException {
    expresser();
    assertThat(feed.verdict("T1", "tacrolimus"))
        .hasValueSatisfying(verdict -> assertThat(verdict.run()).isPresent());

    JsonNode inhibited =
        last(
            shown(
                feed.send(
                    woman.order(
                        day(7, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", stamp(day(7, 10))))));
    assertThat(inhibited.path("twin").path("verdict").asText()).isEqualTo("adjust");
    assertThat(inhibited.path("advice").asText())
        .startsWith("Reduce tacrolimus from 6 mg every 12 h to ")
        .contains("while fluconazole runs; measure tacrolimus trough by ");
    assertThat(inhibited.path("findings").findValuesAsText("kind"))
        .contains("interaction", "pharmacogenomic");

    feed.send(order("XO", 7, 12, "3"));
    feed.send(woman.result(day(11, 8).plusMinutes(30), "NM", CODE, "10.5", "ng/mL"));
    JsonNode stopped = last(feed.send(woman.stop(day(21, 10), "F1", Hl7.FLUCONAZOLE)));
    assertThat(stopped.path("alertId")).isEqualTo(inhibited.path("alertId"));
    assertThat(stopped.path("advice").asText())
        .contains("now that fluconazole has stopped")
        .contains("6 mg every 12 h");

    JsonNode falling =
        last(feed.send(woman.result(day(25, 8).plusMinutes(30), "NM", CODE, "7", "ng/mL")));
    assertThat(falling.path("alertId")).isEqualTo(inhibited.path("alertId"));
    assertThat(falling.path("advice").asText())
        .startsWith("Raise tacrolimus from 3 mg every 12 h to ");

    feed.send(woman.result(day(30, 8), "NM", "2823-3^Potassium^LN", "4.0", "mmol/L"));
    assertThat(feed.alerts())
        .filteredOn(each -> each.path("alertId").equals(inhibited.path("alertId")))
        .last()
        .satisfies(each -> assertThat(each.path("status").asText()).isEqualTo("closed"));
  }

  private void expresser() {
    feed.send(woman.admit(day(1, 7)));
    feed.send(woman.result(day(1, 7), "NM", "29463-7^Body weight^LN", "70", "kg"));
    feed.send(woman.result(day(1, 7), "NM", "8302-2^Height^LN", "168", "cm"));
    feed.send(woman.result(day(1, 7), "NM", "2160-0^Creatinine^LN", "1.3", "mg/dL"));
    feed.send(woman.result(day(1, 7), "NM", "1751-7^Albumin^LN", "3.9", "g/dL"));
    feed.send(woman.result(day(1, 7), "NM", "4544-3^Haematocrit^LN", "33", "%"));
    feed.send(woman.genotype(day(1, 7).plusMinutes(30), "CYP3A5", "*1/*3"));
    feed.send(order("NW", 1, 8, "6"));
    feed.send(woman.result(day(6, 8).plusMinutes(30), "NM", CODE, "9.5", "ng/mL"));
  }

  private String order(String control, int day, int hour, String milligrams) {
    int first = control.equals("NW") ? hour + 1 : 21;
    return woman.order(
        day(day, hour),
        control,
        "T1",
        TACROLIMUS,
        milligrams,
        "mg",
        "CAP",
        "PO",
        "BID",
        stamp(day(day, first)));
  }

  private static JsonNode last(List<JsonNode> alerts) {
    List<JsonNode> judging = judging("tacrolimus", alerts);
    assertThat(judging).isNotEmpty();
    return judging.get(judging.size() - 1);
  }
}
