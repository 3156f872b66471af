package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseVerdict.Exposure;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.chart.DoseVerdict.Loading;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.quantity.Dose;

/** How a drug that is judged by its level or its area is shown to people and to programs. */
class LevelTwinTest {
  @Test
  void anAreaIsShownAtSteadyStateWithTheFirstDayTheTroughAndTheFirstDose() {
    String page = page(vancomycin());

    assertThat(page.lines().toList())
        .anyMatch(line -> line.matches(" +1000 mg every 12 h +500 mg every 24 h"))
        .anyMatch(line -> line.matches(" +over 1 h +over 1 h"))
        .anyMatch(line -> line.matches(" +AUC24 at steady state +1613 \\(866 to 3007\\) +403 .*"))
        .anyMatch(line -> line.matches(" +AUC of the first 24 h +301 .*"))
        .anyMatch(line -> line.matches(" +trough +62 \\(32 to 120\\) +-"));
    assertThat(page).contains("first 2250 mg IV over 2.25 h: 520 instead of 94 on the first day");
    assertThat(page).contains("target 400-600").doesNotContain("average");
  }

  @Test
  void aLevelThatSettlesLateIsShownOnItsLastDay() {
    String page = page(phenytoin());

    assertThat(page.lines().toList())
        .anyMatch(line -> line.matches(" +phenytoin level day 28 +34\\.5 \\(20\\.1 to 51\\.0\\)"));
    assertThat(page).doesNotContain("AUC");
  }

  @Test
  void theExposureShownIsTheOneWhoseProbabilitiesAreTold() throws Exception {
    TwinRun tacrolimus =
        told(
            Optional.of(
                new JudgedExposure("tacrolimus trough", "on day 10", Optional.of(10.0), 9, 6, 13)));
    TwinRun steady =
        told(
            Optional.of(
                new JudgedExposure(
                    "tacrolimus trough", "at steady state", Optional.empty(), 12, 7, 19)));

    assertThat(page(tacrolimus).lines().toList())
        .anyMatch(line -> line.matches(" +tacrolimus trough day 10 +9\\.0 \\(6\\.0 to 13\\.0\\)"));
    assertThat(page(tacrolimus)).doesNotContain("day 28 ");
    assertThat(json(tacrolimus).at("/current/when").asText()).isEqualTo("on day 10");
    assertThat(page(steady).lines().toList())
        .anyMatch(line -> line.matches(" +tacrolimus trough at steady state +12\\.0 .*"));
    assertThat(json(told(Optional.empty())).at("/current/when").asText())
        .as("as events tell that were written before it was named")
        .isEqualTo("on day 28");
  }

  @Test
  void aboveTheTargetAndToxicAreTwoThings() {
    assertThat(page(told(Optional.empty())).lines().toList())
        .anyMatch(line -> line.matches(" +in target +30 % *"))
        .anyMatch(line -> line.matches(" +too low +5 % *"))
        .anyMatch(line -> line.matches(" +above target +65 % *"))
        .anyMatch(line -> line.matches(" +toxic \\(over 20\\) +3 % *"));
  }

  @Test
  void twoRegimensJudgedAtDifferentTimesAreNotShownUnderOne() {
    JudgedExposure rising =
        new JudgedExposure(
            "tacrolimus trough", "on day 28, still rising", Optional.of(28.0), 36, 25, 46);
    JudgedExposure steady =
        new JudgedExposure("tacrolimus trough", "at steady state", Optional.empty(), 14, 10, 19);
    TwinRun run = told(Optional.of(rising));
    Alert.Twin both =
        new Alert.Twin(
            "adjust",
            "too much",
            Optional.of(run),
            told(Optional.of(steady)).current(),
            true,
            true);

    List<String> lines = new AlertText(ZoneOffset.UTC, false).of(alert(both)).lines().toList();

    assertThat(lines)
        .anyMatch(line -> line.matches(" +tacrolimus trough +36\\.0 .* 14\\.0 .*"))
        .anyMatch(line -> line.matches(" +on day 28, still rising +at steady state *"));
  }

  private static TwinRun told(Optional<JudgedExposure> judged) {
    Outlook outlook =
        new Outlook(
            new Regimen("tacrolimus", Dose.milligrams(4), 12, "PO"),
            List.of(point(1, 7), point(10, 9), point(28, 14)),
            0.3,
            0.05,
            0.03,
            List.of(),
            judged);
    return new TwinRun(
        "a-model",
        "1",
        true,
        7,
        "tacrolimus trough",
        "ng/mL",
        5,
        15,
        Optional.of(outlook),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(20.0));
  }

  @Test
  void programsReadTheSameFiguresByName() throws Exception {
    JsonNode twin = json(vancomycin());

    assertThat(twin.at("/current/when").asText()).isEqualTo("at steady state");
    assertThat(twin.at("/current/exposure").asDouble(0)).isEqualTo(1613);
    assertThat(twin.at("/current/exposures").findValuesAsText("name"))
        .contains("AUC24 at steady state", "AUC of the first 24 h", "trough");
    assertThat(twin.at("/current/regimen/infusionHours").asDouble(0)).isEqualTo(1);
    assertThat(twin.at("/loading/dose").asDouble(0)).isEqualTo(2250);
    assertThat(twin.at("/loading/route").asText()).isEqualTo("IV");
    JsonNode late = json(phenytoin());
    assertThat(late.at("/current/when").asText()).isEqualTo("on day 28");
    assertThat(late.at("/current/day").asDouble(0)).isEqualTo(28);
  }

  @Test
  void aFigureIsWrittenAsFinelyAsItsTarget() {
    assertThat(judged(vancomycin()).figure(vancomycin())).isEqualTo("1613 (866-3007)");
    assertThat(judged(phenytoin()).figure(phenytoin())).isEqualTo("34.5 (20.1-51.0)");
    TwinRun digoxin = run("digoxin level", "ng/mL", 0.5, 0.9, digoxinOutlook(), Optional.empty());
    assertThat(judged(digoxin).figure(digoxin)).isEqualTo("1.48 (0.75-2.78)");
  }

  @Test
  void onlyASoundNumberWithItsHourIsFittedTo() {
    assertThat(List.of(DoseQuestion.Reliability.values()).stream().filter(each -> each.measured()))
        .containsExactly(DoseQuestion.Reliability.SOUND, DoseQuestion.Reliability.TIME_OF_REPORT);
  }

  @Test
  void theDrugsBesideAreAskedAboutOnceAndInOrder() {
    DoseQuestion question =
        new DoseQuestion(
            "digoxin",
            Events.CHART,
            "seed",
            "digoxin",
            Alerts.NOW,
            Optional.empty(),
            List.of(new DoseQuestion.DoseTaken(Alerts.NOW, 0.25)),
            true,
            Optional.of(78.0),
            Optional.of(70.0),
            Optional.empty(),
            Sex.MALE,
            java.util.Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of("verapamil", "clarithromycin", "verapamil"));

    assertThat(question.running()).containsExactly("clarithromycin", "verapamil");
    assertThat(question.doses().get(0).given()).isFalse();
  }

  private static JudgedExposure judged(TwinRun run) {
    return JudgedExposure.of(run, run.current().orElseThrow()).orElseThrow();
  }

  private static TwinRun vancomycin() {
    return run(
        "AUC24",
        "mg.h/L",
        400,
        600,
        new Outlook(
            new Regimen("vancomycin", Dose.milligrams(1000), 12, "IV", 1),
            List.of(point(1, 301), point(7, 1500)),
            0.01,
            0,
            1,
            List.of(
                new Exposure("AUC24 at steady state", "mg.h/L", 1613, 866, 3007),
                new Exposure("AUC of the first 24 h", "mg.h/L", 301, 250, 360),
                new Exposure("average", "mg/L", 67, 36, 125),
                new Exposure("trough", "mg/L", 62, 32, 120))),
        Optional.of(
            new Loading(Dose.milligrams(2250), 2.25, "IV", "520 instead of 94 on the first day")));
  }

  private static TwinRun phenytoin() {
    return run(
        "phenytoin level",
        "mg/L",
        10,
        20,
        new Outlook(
            new Regimen("phenytoin", Dose.milligrams(300), 24, "PO"),
            List.of(
                point(1, 9),
                new ForecastPoint(Alerts.NOW.plus(Duration.ofDays(28)), 28, 34.5, 20.1, 51.0)),
            0.1,
            0,
            0.9,
            List.of(new Exposure("AUC24 at steady state", "mg.h/L", 900, 500, 1300))),
        Optional.empty());
  }

  private static Outlook digoxinOutlook() {
    return new Outlook(
        new Regimen("digoxin", Dose.milligrams(0.25), 24, "PO"),
        List.of(point(1, 0.4)),
        0.11,
        0.01,
        0.23,
        List.of(new Exposure("digoxin level at steady state", "ng/mL", 1.48, 0.75, 2.78)));
  }

  private static ForecastPoint point(int day, double expected) {
    return new ForecastPoint(
        Alerts.NOW.plus(Duration.ofDays(day)), day, expected, expected * 0.8, expected * 1.2);
  }

  private static TwinRun run(
      String exposure,
      String unit,
      double low,
      double high,
      Outlook current,
      Optional<Loading> loading) {
    return new TwinRun(
        "a-model",
        "1",
        true,
        7,
        exposure,
        unit,
        low,
        high,
        Optional.of(current),
        List.of("no level yet: population forecast"),
        Optional.of(Alerts.NOW.plus(Duration.ofDays(1))),
        loading);
  }

  private static Alert.Twin twin(TwinRun run) {
    Outlook better =
        new Outlook(
            new Regimen("vancomycin", Dose.milligrams(500), 24, "IV", 1),
            List.of(point(1, 94)),
            0.36,
            0.49,
            0.15,
            List.of(
                new Exposure("AUC24 at steady state", "mg.h/L", 403, 216, 752),
                new Exposure("AUC of the first 24 h", "mg.h/L", 94, 80, 110)));
    return new Alert.Twin(
        "adjust",
        "too much",
        Optional.of(run),
        run.exposure().equals("AUC24") ? Optional.of(better) : Optional.empty(),
        true,
        true);
  }

  private static String page(TwinRun run) {
    return new AlertText(ZoneOffset.UTC, false).of(alert(run));
  }

  private static JsonNode json(TwinRun run) throws Exception {
    return new ObjectMapper().readTree(new AlertJson().write(alert(run))).path("twin");
  }

  private static Alert alert(TwinRun run) {
    return alert(twin(run));
  }

  private static Alert alert(Alert.Twin twin) {
    return AlertJsonTest.copy(
        Alerts.warfarinWithFluconazole(),
        1,
        Alerts.NOW,
        new Alert.Patient(Events.CHART, Optional.empty()),
        Optional.of(twin),
        "m1");
  }
}
