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

/** Doses, duplicates, allergies and results that speak, and those that are silent. */
class LimitStoriesTest {
  private static final String POTASSIUM = "2823-3^Potassium^LN";
  private static final String PLATELETS = "777-3^Platelets^LN";
  private static final String CREATININE = "2160-0^Creatinine^LN";

  private final Hl7 patient = new Hl7("300001", "19660210", "F");
  @TempDir private Path home;
  private CheckedFeed feed;

  @BeforeEach
  void opened() throws Exception {
    feed = CheckedFeed.open(home);
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private List<JsonNode> admit(String... more) {
    return feed.send(patient.admit(day(1, 7), more));
  }

  private List<JsonNode> order(
      int onDay, String number, String drug, String dose, String unit, String route, String how) {
    return feed.send(
        patient.order(
            day(onDay, 8),
            "NW",
            number,
            "^" + drug,
            dose,
            unit,
            "TAB",
            route,
            how,
            Hl7.stamp(day(onDay, 8))));
  }

  private List<JsonNode> mg(int onDay, String drug, String dose, String how) {
    return order(onDay, "O-" + drug.replaceAll("[^a-z]", ""), drug, dose, "mg", "PO", how);
  }

  private List<JsonNode> result(int onDay, String code, String value, String unit) {
    return feed.send(patient.result(day(onDay, 7), "NM", code, value, unit));
  }

  private List<JsonNode> haemolysed(int onDay, String value) {
    String message = patient.result(day(onDay, 7), "NM", POTASSIUM, value, "mmol/L");
    return feed.send(message + "NTE|1|L|Specimen hemolyzed\r");
  }

  private static List<String> titles(List<JsonNode> alerts) {
    return alerts.stream().map(each -> each.path("title").asText()).toList();
  }

  @Test
  void aGramOfParacetamolEveryFourHoursInterruptsWithSixGramsADay() {
    admit();

    List<JsonNode> alerts = shown(mg(1, "paracetamol", "1000", "Q4H"));

    assertThat(titles(alerts))
        .containsExactly("Paracetamol: 6000 mg ordered, at most 4000 mg daily");
  }

  @Test
  void coCodamolBesideParacetamolIsOneAlertThatNamesBothProducts() {
    admit();
    assertThat(shown(mg(1, "paracetamol", "1000", "Q6H"))).isEmpty();

    List<JsonNode> alerts =
        shown(order(2, "C1", "Co-codamol 8/500 tablets", "2", "TAB", "PO", "Q6H PRN"));

    assertThat(titles(alerts))
        .containsExactly("Paracetamol: 8000 mg ordered, at most 4000 mg daily");
    assertThat(alerts.get(0).path("findings").toString())
        .contains("duplicate/hidden-component", "dose-range/over-maximum");
  }

  @Test
  void methotrexateEveryDayIsStoppedHardAndOnceAWeekIsSilent() {
    admit();

    assertThat(shown(mg(1, "methotrexate", "15", "QD")))
        .extracting(each -> each.path("tier").asText())
        .containsExactly("HARD_STOP");
  }

  @Test
  void methotrexateOnceAWeekIsSilent() {
    admit();

    assertThat(shown(mg(1, "methotrexate", "15", "Q168H"))).isEmpty();
  }

  @Test
  void afterARashByPenicillinAmoxicillinInterruptsAndCefazolinDoesNot() {
    admit("AL1|1|DA|^penicillin|MO|rash");

    assertThat(shown(order(1, "F1", "cefazolin", "1000", "mg", "IV", "Q8H"))).isEmpty();
    assertThat(titles(shown(mg(1, "amoxicillin", "500", "Q8H"))))
        .containsExactly("Amoxicillin ordered; rash after penicillin recorded");
  }

  @Test
  void amoxicillinGivenTwiceSinceWithoutAReactionIsQueued() {
    admit("AL1|1|DA|^penicillin|MO|rash|20200501");
    given(2, "1");
    given(3, "2");

    List<JsonNode> alerts = mg(10, "amoxicillin", "500", "Q8H");

    assertThat(shown(alerts)).isEmpty();
    assertThat(titles(alerts))
        .contains("Amoxicillin ordered; allergy to penicillin recorded, yet it was taken since");
  }

  private void given(int onDay, String number) {
    String at = Hl7.stamp(day(onDay, 8));
    feed.send(
        patient.message(
            day(onDay, 9),
            "RAS^O17^RAS_O17",
            patient.pid(),
            Hl7.pv1(),
            "ORC|RE|E1^PHARM|E1F^PHARM",
            "RXA|1|" + number + "|" + at + "|" + at + "|^amoxicillin|500|mg|||||||||||||CP|A",
            "RXR|PO"));
  }

  @Test
  void afterStevensJohnsonSyndromeByPenicillinCefazolinInterrupts() {
    admit("AL1|1|DA|^penicillin|SV|Stevens-Johnson syndrome");

    assertThat(titles(shown(order(1, "F1", "cefazolin", "1000", "mg", "IV", "Q8H"))))
        .containsExactly("Cefazolin ordered after a severe delayed reaction to penicillin");
  }

  @Test
  void potassium63OnBothDrugsInterruptsOnceAndHaemolysedSaysRepeatNow() {
    admit();
    mg(1, "ramipril", "5", "QD");
    mg(1, "spironolactone", "25", "QD");
    assertThat(shown(result(2, POTASSIUM, "4.6", "mmol/L"))).isEmpty();

    List<JsonNode> doubtful = shown(haemolysed(3, "6.3"));
    assertThat(titles(doubtful)).hasSize(1).allMatch(each -> each.endsWith("repeat it now"));
    assertThat(doubtful.get(0).path("advice").asText()).contains("change no dose");

    List<JsonNode> sound = shown(result(4, POTASSIUM, "6.3", "mmol/L"));
    assertThat(titles(sound))
        .containsExactly("Potassium 6.3 mmol/L on ramipril, spironolactone (limit 6)");
    assertThat(sound.get(0).path("advice").asText()).contains("under 5.5 mmol/L", "ECG now");
  }

  @Test
  void noPotassiumForEightDaysAfterTheStartOfBothAsksForIt() {
    admit();
    mg(1, "ramipril", "5", "QD");
    mg(1, "spironolactone", "25", "QD");

    assertThat(shown(feed.send(patient.admit(day(8, 7))))).isEmpty();
    assertThat(titles(shown(feed.send(patient.admit(day(9, 9))))))
        .containsExactly("Potassium for ramipril, spironolactone is overdue");
  }

  @Test
  void plateletsDownByAFifthOnDayTwoOfHeparinDisturbNobodyAndByHalfOnDaySevenDo() {
    admit();
    result(1, PLATELETS, "250", "10*9/L");
    order(1, "H1", "heparin", "5000", "[iU]", "SC", "Q12H");

    assertThat(shown(result(3, PLATELETS, "200", "10*9/L"))).isEmpty();
    List<JsonNode> halved = shown(result(8, PLATELETS, "120", "10*9/L"));
    assertThat(titles(halved)).hasSize(1).allMatch(each -> each.contains("down 52 % from 250"));
    assertThat(halved.get(0).path("advice").asText()).contains("Stop heparin", "antibody test");
  }

  @Test
  void creatinineUpBySixtyPercentOnVancomycinInterrupts() {
    admit();
    result(1, CREATININE, "1.0", "mg/dL");
    order(1, "V1", "vancomycin", "1000", "mg", "IV", "Q12H");

    List<JsonNode> alerts = shown(result(4, CREATININE, "1.6", "mg/dL"));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("findings").toString())
        .contains("drug-lab/trend", "up 60 % from 1");
  }

  @Test
  void azathioprineAtAQuarterWithAllopurinolDisturbsNobodyAndAtFullDoseIsStoppedHard() {
    admit();
    result(1, "29463-7^Body weight^LN", "75", "kg");
    mg(1, "azathioprine", "50", "QD");
    assertThat(shown(mg(2, "allopurinol", "100", "QD"))).isEmpty();

    List<JsonNode> raised =
        shown(
            feed.send(
                patient.order(
                    day(3, 8),
                    "XO",
                    "O-azathioprine",
                    "^azathioprine",
                    "150",
                    Hl7.stamp(day(3, 8)))));
    assertThat(raised).extracting(each -> each.path("tier").asText()).containsExactly("HARD_STOP");
  }

  @Test
  void digoxinWithVerapamilStoppedSixWeeksAgoIsSilent() {
    admit();
    mg(1, "verapamil", "80", "Q8H");
    feed.send(patient.stop(day(2, 8), "O-verapamil", "^verapamil"));

    assertThat(shown(mg(44, "digoxin", "0.125", "QD"))).isEmpty();
  }

  @Test
  void twoAntiInflammatoriesInterruptOnceAndASwitchDoesNot() {
    admit();
    mg(1, "ibuprofen", "400", "Q8H");

    assertThat(shown(mg(2, "naproxen", "250", "Q12H"))).hasSize(1);
  }
}
