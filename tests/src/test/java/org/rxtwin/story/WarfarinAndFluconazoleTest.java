package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stable on warfarin, then a gene, then fluconazole, then its end. */
class WarfarinAndFluconazoleTest {
  private final Hl7 patient = new Hl7("100001", "19580514", "M");
  @TempDir private Path home;
  private Hospital hospital;

  @BeforeEach
  void aPatientStableOnWarfarin() throws Exception {
    hospital = Hospital.open(home);
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    hospital.send(patient.inr(day(1, 10), "2.4"));
  }

  @AfterEach
  void close() throws Exception {
    hospital.close();
  }

  @Test
  void aGenotypeThatArrivesInAStablePatientChangesNoDose() {
    List<JsonNode> alerts = hospital.send(patient.genotype(day(2, 9), "CYP2C9", "*1/*3"));

    assertThat(disturbing(alerts)).isEmpty();
    assertThat(alerts).allSatisfy(alert -> assertThat(verdict(alert)).isNotEqualTo("adjust"));
  }

  @Test
  void fluconazoleBringsOneInterruptWithForecastDoseAndDateOfTheNextInr() {
    hospital.send(patient.genotype(day(2, 9), "CYP2C9", "*1/*3"));

    List<JsonNode> alerts = disturbing(hospital.send(fluconazole()));

    assertThat(alerts).hasSize(1);
    JsonNode alert = alerts.get(0);
    assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
    assertThat(alert.path("kind").asText()).isEqualTo("interaction");
    assertThat(forecastDays(alert)).contains(3.0, 7.0, 14.0);
    assertThat(verdict(alert)).isEqualTo("adjust");
    double proposed = alert.at("/twin/recommended/regimen/dose").asDouble(Double.NaN);
    assertThat(proposed).isGreaterThan(0).isLessThan(5);
    assertThat(alert.at("/twin/recommended/screened").asBoolean()).isTrue();
    assertThat(alert.path("obligations").findValuesAsText("analyte")).contains("INR");
  }

  @Test
  void aMeasuredInrIsTheNextVersionOfTheSameEpisodeAndMovesTheForecast() {
    JsonNode first = disturbing(hospital.send(fluconazole())).get(0);

    JsonNode second = disturbing(hospital.send(patient.inr(day(7, 7), "3.6"))).get(0);

    assertThat(second.path("alertId")).isEqualTo(first.path("alertId"));
    assertThat(second.path("version").asInt()).isEqualTo(first.path("version").asInt() + 1);
    assertThat(second.path("status").asText()).isEqualTo("updated");
    assertThat(Math.abs(expectedSoon(second) - 3.6))
        .isLessThan(Math.abs(expectedOnDay(first, 3.0) - 3.6) + 0.6);
  }

  @Test
  void whenFluconazoleStopsTheEpisodeTurnsToTheWayBackUp() {
    JsonNode first = disturbing(hospital.send(fluconazole())).get(0);
    hospital.send(patient.inr(day(7, 7), "3.6"));

    List<JsonNode> alerts =
        disturbing(hospital.send(patient.stop(day(10, 9), "F1", Hl7.FLUCONAZOLE)));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("alertId")).isEqualTo(first.path("alertId"));
    assertThat(alerts.get(0).at("/findings").findValuesAsText("id"))
        .anyMatch(rule -> rule.contains("stopped"));
  }

  @Test
  void clotrimazoleCreamInterruptsNobodyAndMiconazoleOralGelDoes() {
    List<JsonNode> cream =
        hospital.send(
            patient.order(
                day(3, 9),
                "NW",
                "C1",
                Hl7.CLOTRIMAZOLE,
                "5",
                "g",
                "CRM^Cream",
                "TOP^Topical",
                "BID",
                "20260304120000"));
    List<JsonNode> gel =
        hospital.send(
            patient.order(
                day(4, 9),
                "NW",
                "M1",
                Hl7.MICONAZOLE,
                "125",
                "mg",
                "GEL^Oral gel",
                "BUC^Buccal",
                "QID",
                "20260305120000"));

    assertThat(disturbing(cream)).isEmpty();
    assertThat(disturbing(gel))
        .singleElement()
        .satisfies(alert -> assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT"));
  }

  private String fluconazole() {
    return patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000");
  }

  private static List<JsonNode> disturbing(List<JsonNode> alerts) {
    return alerts.stream()
        .filter(each -> !each.path("tier").asText().equals("LOG"))
        .filter(each -> each.path("kind").asText().equals("interaction"))
        .toList();
  }

  private static String verdict(JsonNode alert) {
    return alert.at("/twin/verdict").asText();
  }

  private static List<Double> forecastDays(JsonNode alert) {
    List<Double> days = new ArrayList<>();
    alert.at("/twin/current/forecast").forEach(point -> days.add(point.path("day").asDouble()));
    return days;
  }

  private static double expectedSoon(JsonNode alert) {
    return alert.at("/twin/current/forecast/0/expected").asDouble();
  }

  private static double expectedOnDay(JsonNode alert, double day) {
    for (JsonNode point : alert.at("/twin/current/forecast")) {
      if (point.path("day").asDouble() == day) {
        return point.path("expected").asDouble();
      }
    }
    return Double.NaN;
  }
}
