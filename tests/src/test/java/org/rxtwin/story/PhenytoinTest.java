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

/** Phenytoin saturates its own clearance: a fifth more of it is not a fifth more in the blood. */
class PhenytoinTest {
  private static final String PHENYTOIN = "8183^phenytoin^RXNORM";

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
  void raisedByAFifthTheLevelLeavesTheRangeOutOfProportion() {
    Hl7 man = new Hl7("P1", "19800301", "M");
    on250(man);

    List<JsonNode> alerts = judging("phenytoin", shown(feed.send(raised(man))));

    assertThat(alerts).hasSize(1);
    JsonNode current = alerts.get(0).path("twin").path("current");
    assertThat(current.path("exposure").asDouble())
        .as("8 mg/L at 250 mg would be 9.6 in proportion")
        .isGreaterThan(20);
    assertThat(alerts.get(0).path("advice").asText())
        .startsWith("Reduce phenytoin from 300 mg daily to ")
        .contains("measure phenytoin level by ");
  }

  @Test
  void lowAlbuminTellsThatTheMeasuredLevelIsWorthMore() {
    Hl7 usual = new Hl7("P1", "19800301", "M");
    Hl7 starved = new Hl7("P2", "19800301", "M");
    on250(usual);
    feed.send(starved.admit(day(1, 7)));
    feed.send(starved.result(day(1, 8), "NM", "1751-7^Albumin^LN", "2.1", "g/dL"));
    on250(starved);

    assertThat(judged("P2"))
        .as("8 mg/L at an albumin of 21 g/L is as 15 mg/L at a usual one")
        .isGreaterThan(1.5 * judged("P1"));
  }

  private double judged(String patient) {
    return feed.verdict(patient, "phenytoin")
        .map(verdict -> expected(verdict.why()))
        .orElse(Double.NaN);
  }

  private static double expected(String why) {
    java.util.regex.Matcher figure =
        java.util.regex.Pattern.compile("expected ([0-9.]+) mg/L").matcher(why);
    assertThat(figure.find()).as(why).isTrue();
    return Double.parseDouble(figure.group(1));
  }

  @Test
  void withoutACreatinineTheTwinAsksForOneAndProposesNoDose() {
    Hl7 man = new Hl7("P1", "19800301", "M");
    unmeasuredKidney(man);

    feed.send(raised(man));

    assertThat(feed.verdict("P1", "phenytoin"))
        .hasValueSatisfying(
            verdict -> {
              assertThat(verdict.run()).isEmpty();
              assertThat(verdict.why()).contains("record a creatinine measured before");
            });
  }

  private void on250(Hl7 man) {
    unmeasuredKidney(man);
    feed.send(man.result(day(25, 9), "NM", "2160-0^Creatinine^LN", "0.9", "mg/dL"));
  }

  private void unmeasuredKidney(Hl7 man) {
    feed.send(man.admit(day(1, 7)));
    feed.send(man.result(day(1, 7), "NM", "29463-7^Body weight^LN", "60", "kg"));
    feed.send(
        man.order(
            day(1, 8), "NW", "P1", PHENYTOIN, "250", "mg", "CAP", "PO", "QD", stamp(day(1, 9))));
    feed.send(man.result(day(25, 8), "NM", "3968-5^Phenytoin^LN", "8.0", "mg/L"));
  }

  private static String raised(Hl7 man) {
    return man.order(
        day(25, 12), "XO", "P1", PHENYTOIN, "300", "mg", "CAP", "PO", "QD", stamp(day(26, 9)));
  }
}
