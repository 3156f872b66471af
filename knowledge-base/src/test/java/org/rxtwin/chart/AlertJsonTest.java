package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertJsonTest {
  private final AlertJson json = new AlertJson();
  private final Alert alert = Alerts.warfarinWithFluconazole();

  @Test
  void theFieldsAreThoseOfTheContractInItsOrder() throws Exception {
    JsonNode node = read(alert);

    assertThat(names(node))
        .containsExactly(
            "schema alertId version status time tier severity kind patient subjects title advice"
                .concat(" findings evidence twin actions overrideReasons obligations trigger")
                .concat(" location roles notes basis")
                .split(" "));
    assertThat(names(node.at("/findings/0"))).contains("kind", "rule", "severity", "reasons");
    assertThat(names(node.at("/findings/0/rule"))).containsExactly("id", "version");
    assertThat(names(node.at("/findings/0/reasons/0")))
        .containsExactly("fact", "text", "value", "unit", "time", "message");
    assertThat(names(node.at("/evidence/0"))).containsExactly("source", "ref", "year", "confirmed");
    assertThat(names(node.at("/twin")))
        .contains("verdict", "why", "model", "modelVersion", "current", "recommended", "seed");
    assertThat(names(node.at("/twin/current")))
        .contains("regimen", "exposure", "interval90", "pTarget", "pToxic", "doses")
        .doesNotContain("screened");
    assertThat(node.at("/twin/recommended/screened").asBoolean()).isTrue();
    assertThat(names(node.at("/obligations/0"))).containsExactly("analyte", "by");
    assertThat(names(node.at("/trigger"))).containsExactly("messageId", "type");
  }

  @Test
  void everyFieldHasTheTypeAReceiverMayRelyOn() throws Exception {
    JsonNode node = read(alert);

    assertThat(node.get("schema").asText()).isEqualTo("rxtwin.alert/1");
    assertThat(node.get("version").isInt()).isTrue();
    assertThat(Tier.valueOf(node.get("tier").asText())).isEqualTo(Tier.INTERRUPT);
    assertThat(FindingKind.ofWire(node.get("kind").asText())).isEqualTo(FindingKind.INTERACTION);
    assertThat(Instant.parse(node.get("time").asText())).isEqualTo(Alerts.NOW);
    assertThat(node.at("/patient/ref").asText()).isEqualTo("4711");
    assertThat(node.at("/subjects/1/rxcui").asText()).isEqualTo("11289");
    assertThat(node.at("/twin/current/exposure").isNumber()).isTrue();
    assertThat(node.at("/twin/current/interval90").size()).isEqualTo(2);
    assertThat(node.at("/twin/current/doses").asText()).isEqualTo("assumed");
    assertThat(node.at("/twin/current/forecast").size()).isEqualTo(15);
    assertThat(node.at("/evidence/1/confirmed").asBoolean()).isFalse();
  }

  @Test
  void theExposureThatStandsForARegimenIsThatOfDaySeven() throws Exception {
    double median = 2.4 + 2.6 * (1 - StrictMath.pow(0.5, 7 / 3.0));

    assertThat(read(alert).at("/twin/current/exposure").asDouble())
        .isCloseTo(median, org.assertj.core.data.Offset.offset(0.005));
  }

  @Test
  void whatIsAbsentIsLeftOutAndNothingIsNull() throws Exception {
    Alert bare =
        copy(
            alert,
            1,
            Alerts.NOW,
            new Alert.Patient(Events.CHART, Optional.empty()),
            Optional.empty(),
            "m1");

    assertThat(json.write(bare)).doesNotContain("null").doesNotContain("\"twin\"");
    assertThat(read(bare).get("patient").size()).isZero();
    assertThat(read(bare).get("findings").isArray()).isTrue();
  }

  @Test
  void aRoundFigureIsWrittenWithoutExponent() {
    Alert.Twin twin = Alerts.twin();
    DoseVerdict.Outlook ten = Alerts.outlook(10, 2, 1, 0.5, 0, 0.5);
    Alert shown =
        copy(
            alert,
            1,
            Alerts.NOW,
            alert.patient(),
            Optional.of(new Alert.Twin("adjust", "", twin.run(), Optional.of(ten), true, true)),
            "m1");

    assertThat(json.write(shown)).contains("\"dose\":10,").doesNotContain("1E+1");
  }

  @Test
  void twoRunsThatDifferInInternalMessageIdsOnlyAreCanonicallyEqual() {
    Alert other = copy(alert, 1, Alerts.NOW, alert.patient(), alert.twin(), "internal-99");

    assertThat(json.write(other)).isNotEqualTo(json.write(alert));
    assertThat(json.canonical(other)).isEqualTo(json.canonical(alert)).doesNotContain("internal");
  }

  @Test
  void canonicalTextShowsEveryOtherDifference() {
    assertThat(json.canonical(copy(alert, 2, Alerts.NOW, alert.patient(), alert.twin(), "m")))
        .isNotEqualTo(json.canonical(alert));
    assertThat(json.canonical(copy(alert, 1, Alerts.NOW, alert.patient(), Optional.empty(), "m")))
        .isNotEqualTo(json.canonical(alert));
  }

  @Test
  void contentIgnoresVersionAndTimeButNotWhatAReaderSees() {
    Alert later = copy(alert, 5, Alerts.NOW.plusSeconds(60), alert.patient(), alert.twin(), "m");
    Alert silent = copy(alert, 1, Alerts.NOW, alert.patient(), Optional.empty(), "m");

    assertThat(json.content(later)).isEqualTo(json.content(alert));
    assertThat(json.content(silent)).isNotEqualTo(json.content(alert));
  }

  @Test
  void jmsPropertiesSayNothingAboutThePerson() {
    assertThat(AlertJson.properties(alert))
        .containsOnlyKeys("alertId", "version", "tier", "kind", "ruleId", "basis", "ward", "schema")
        .containsEntry("ward", "W1")
        .containsEntry("ruleId", "interaction/exposure")
        .containsEntry("kind", "interaction");
    assertThat(AlertJson.properties(alert).values()).noneMatch(text -> text.contains("4711"));
  }

  @Test
  void thePrettyFormIsTheSameTree() throws Exception {
    ObjectMapper mapper = new ObjectMapper();

    assertThat(mapper.readTree(json.pretty(alert))).isEqualTo(read(alert));
    assertThat(json.pretty(alert).lines().count()).isGreaterThan(50);
  }

  private JsonNode read(Alert some) throws Exception {
    return new ObjectMapper().readTree(json.write(some));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static Alert copy(
      Alert of,
      int version,
      Instant time,
      Alert.Patient patient,
      Optional<Alert.Twin> twin,
      String messageId) {
    return new Alert(
        of.alertId(),
        version,
        of.status(),
        time,
        of.tier(),
        of.severity(),
        of.kind(),
        patient,
        of.subjects(),
        of.title(),
        of.advice(),
        of.findings(),
        twin,
        of.actions(),
        of.overrideReasons(),
        of.obligations(),
        new Alert.Trigger(messageId, of.trigger().type()),
        of.location(),
        of.roles(),
        of.notes(),
        of.basis());
  }
}
