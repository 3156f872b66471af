package org.rxtwin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.app.Engine;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.command.Shell.Ran;
import org.rxtwin.app.flow.Arrival;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.home.SiteKey;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.app.settings.SettingsReader;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.port.Bytes;

/** The first days of the demonstration, explained beside the engine that goes on serving them. */
class ExplainCommandTest {
  private static final String FIRST_DAYS = "20260306235959";
  private static final Instant ANSWERED = Instant.parse("2026-03-06T10:06:00Z");
  @TempDir private static Path folder;
  private static Engine engine;
  private static Shell shell;
  private static String fluconazole = "";

  @BeforeAll
  static void serveTheFirstDays() throws Exception {
    Home home = new Home(folder).create();
    Settings settings =
        new SettingsReader(home, Map.of()).read().settings().withClock(Settings.ClockKind.FEED);
    Wiring wiring = new Wiring(settings, home);
    engine = at(ANSWERED, wiring.engine(wiring.store(), SiteKey.open(home.folder())).parts());
    shell = new Shell(folder);
    int number = 0;
    for (String message : feed()) {
      if (message.split("\\|")[6].compareTo(FIRST_DAYS) <= 0) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        Arrival arrival =
            new Arrival("m" + number++, Instant.parse("2026-11-20T12:00:00Z"), Bytes.copyOf(bytes));
        for (Alert each : engine.messages().process(arrival).alerts()) {
          fluconazole =
              each.title().startsWith("Fluconazole raises") ? each.alertId() : fluconazole;
        }
      }
    }
    engine
        .feedback()
        .take(
            ("{'feedback':[{'card':'" + fluconazole + "','version':1,'outcome':'overridden',")
                .concat("'overrideReason':{'reason':{'code':'level-is-being-measured'}},")
                .concat("'who':'u123','outcomeTimestamp':'2026-03-06T10:05:00Z'}]}")
                .replace('\'', '"'));
  }

  /** The engine whose machine, and so the desk that takes answers, stands at that time. */
  private static Engine at(Instant time, Engine.Parts parts) {
    return new Engine(
        new Engine.Parts(
            parts.keys(),
            parts.knowledge(),
            parts.jurisdiction(),
            parts.rules(),
            parts.twin(),
            parts.twinThreads(),
            parts.twinFuse(),
            parts.store(),
            parts.profiles(),
            parts.basis(),
            parts.clock(),
            Clock.fixed(time, ZoneOffset.UTC)));
  }

  private static List<String> feed() throws Exception {
    try (InputStream in = ExplainCommandTest.class.getResourceAsStream("/demo/three-weeks.hl7")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.strip().split("\n\n")).stream()
          .map(each -> each.replace('\n', '\r') + "\r")
          .toList();
    }
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static Ran explain(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of("explain"));
    all.addAll(List.of(words));
    return shell.run("", all.toArray(String[]::new));
  }

  @Test
  void aRuleWithoutAFactToLookAtSaysWhatItTakesAndWhatTheChartHas() {
    Ran ran = explain("--not", "interaction/exposure-change", "100002");

    assertThat(ran.exit()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("Why no alert by interaction/exposure-change for patient 100002?")
        .contains("it asks for an InteractionFact and this chart gives none")
        .contains("none: no alert of this patient ever carried a finding of this rule")
        .containsPattern("ActiveDrug +pantoprazole; paracetamol|ActiveDrug +paracetamol")
        .containsPattern("rule set  [0-9a-f]{64}")
        .containsPattern("basis     [0-9a-f]{32}");
  }

  @Test
  void aRuleWithAConditionThatFailsNamesItWithItsFigure() {
    Ran ran = explain("--not", "interaction/perpetrator-stopped", "100001");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains(
            "It reported nothing: of 1 InteractionFact the nearest (fluconazole + warfarin) fails"
                + " at: phase == Phase.WASHING_OUT (phase is RUNNING).")
        .contains("✗ phase == Phase.WASHING_OUT   (phase is RUNNING)")
        .contains("from: warfarin 5 mg, inpatient order (2026-01-05 18:00)")
        .contains("twin, warfarin: Adjust: ")
        .contains("warfarin-hamberg-2007, version 1, UNCONFIRMED, seed ");
  }

  @Test
  void aRuleThatDidReportIsSaidToHaveAndWhereItsFindingStands() {
    Ran ran = explain("--not", "interaction/exposure-change", "100001");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("It DID report: \"Fluconazole raises the effect of warfarin\"")
        .contains("It leads alert " + fluconazole + ", version ");
  }

  @Test
  void aFindingKeptForTheRecordIsSaidToDisturbNobody() {
    Ran ran = explain("--not", "pharmacogenomic/settled", "100001");

    assertThat(ran.out()).contains("asks for LOG.").contains("kept on record, nobody is disturbed");
  }

  @Test
  void anEarlierTimeIsAnsweredWithTheChartAsItWasKnownThen() {
    Ran ran = explain("--not", "interaction/exposure-change", "--at", "2026-03-05", "100001");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("this chart gives none")
        .contains("as of 2026-03-06 00:00")
        .doesNotContain("fluconazole");
    assertThat(explain("--not", "duplicate/same-list", "--at", "2020-01-01", "100001").exit())
        .isEqualTo(1);
  }

  @Test
  void aChartIsFoundByItsOwnIdToo() {
    String chart = engine.parts().store().listCharts("100001").get(0).value();

    Ran ran = explain("--not", "duplicate/same-list", chart.toUpperCase(Locale.ROOT));

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("chart     " + chart);
  }

  @ParameterizedTest
  @CsvSource({
    "exposure-chnge, interaction/exposure-change",
    "Interaction/Exposure_change, interaction/exposure-change",
    "overdue, monitoring/overdue"
  })
  void anUnknownRuleIsAnsweredWithTheNearest(String typed, String nearest) {
    Ran ran = explain("--not", typed, "100001");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("that is none of the ").contains("Maybe one of: " + nearest);
  }

  @Test
  void anUnknownPatientIsNotRepeated() {
    Ran ran = explain("--not", "monitoring/overdue", "4711-secret");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("not known there\nMaybe").doesNotContain("4711");
  }

  @ParameterizedTest
  @CsvSource({
    "--not monitoring/overdue, 2",
    "--at 2026-03-05 abcdef, 2",
    "--json --not monitoring/overdue 100001, 2",
    "--at soon --not monitoring/overdue 100001, 2",
    "abcdef0123456789, 1",
    "100001, 1",
    "Lindqvist, 1"
  })
  void whatCannotBeAnsweredSaysWhyAndWhatToDo(String words, int exit) {
    Ran ran = explain(words.split(" "));

    assertThat(ran.exit()).isEqualTo(exit);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("Maybe");
  }

  @Test
  void anAlertIsFoundByTheBeginningOfItsIdInCapitalsAndByVersion() {
    Ran whole = explain(fluconazole);
    Ran cut = explain(fluconazole.substring(0, 8).toUpperCase(Locale.ROOT));
    Ran first = explain(fluconazole + ":1");

    assertThat(whole.exit()).isZero();
    assertThat(cut.out()).isEqualTo(whole.out());
    assertThat(first.out()).contains("version 1 of " + fluconazole);
    assertThat(explain(fluconazole + ":99").err()).contains("Maybe leave it out");
  }

  @Test
  void anAlertIsExplainedWithFactsRuleRuleSetEvidenceTwinAndAnswers() {
    Ran ran = explain(fluconazole);

    assertThat(ran.out())
        .contains("• fluconazole 200 mg, inpatient order (2026-03-06 10:00)")
        .containsPattern("rule      interaction/exposure-change, version [0-9a-f]{12}")
        .containsPattern("rule set  [0-9a-f]{64}")
        .contains("[confirmed] French interaction thesaurus 2016")
        .containsPattern("twin      warfarin-hamberg-2007, version 1, seed -?[0-9]+")
        .contains("the one in force today")
        .contains(
            "answer to version 1: overridden by u123 (level-is-being-measured) at 2026-03-06T10:05:00Z");
  }
}
