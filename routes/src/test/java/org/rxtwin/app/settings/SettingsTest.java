package org.rxtwin.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.broker.BrokerSettings;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.intake.IntakeSettings;
import org.rxtwin.app.settings.Settings.ClockKind;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void withoutFileAndVariablesTheDefaultsHold() {
    Settings settings = read(Map.of());

    assertThat(settings.mllp()).isEqualTo(new Settings.Mllp("127.0.0.1", 2575, 16 << 20));
    assertThat(settings.broker().external()).isEmpty();
    assertThat(settings.mllp().intake()).isEqualTo(IntakeSettings.usual());
    assertThat(settings.broker().in(folder)).isEqualTo(BrokerSettings.embedded(folder));
    assertThat(settings.feeds()).isEqualTo(FeedProfiles.of(ZoneId.of("UTC")));
    assertThat(settings.broker().port()).isEqualTo(61616);
    assertThat(settings.database().url()).isEqualTo("jdbc:sqlite:" + folder.resolve("rxtwin.db"));
    assertThat(settings.twin().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.clock()).isEqualTo(ClockKind.WALL);
    assertThat(settings.jurisdiction()).isEqualTo("US");
    assertThat(settings.knowledge()).isEqualTo(folder.resolve("knowledge"));
  }

  @Test
  void theFileStandsOverTheDefaultsAndAVariableOverTheFile() throws IOException {
    write("mllp: {host: '::1', port: 3000}\nclock: feed\n");

    SettingsInForce inForce = reader(Map.of("RXTWIN_MLLP_PORT", "4000")).read();

    assertThat(inForce.settings().mllp().host()).isEqualTo("::1");
    assertThat(inForce.settings().mllp().port()).isEqualTo(4000);
    assertThat(inForce.settings().clock()).isEqualTo(ClockKind.FEED);
    assertThat(inForce.lines())
        .extracting(l -> l.key() + " from " + l.origin())
        .contains(
            "mllp.host from rxtwin.yaml line 1",
            "mllp.port from RXTWIN_MLLP_PORT",
            "clock from rxtwin.yaml line 2",
            "mllp.maxFrame from default");
  }

  @Test
  void aFeedCarriesItsZoneItsAuthorityAndItsLocalWords() throws IOException {
    write(
        """
        feeds:
          - application: PHARM
            facility: MAIN
            timeZone: Europe/Vienna
            authority: KH-NORD
            codes: {MARC3: "RXNORM|11289", "99LOC|7": "RXNORM|4450"}
            charset: ISO-8859-1
            units: {Tabl: "{tbl}"}
        timeZone: Asia/Tokyo
        """);

    FeedProfiles feeds = read(Map.of()).feeds();

    assertThat(feeds.get("PHARM", "MAIN"))
        .isEqualTo(
            new FeedProfile(
                "PHARM",
                "MAIN",
                ZoneId.of("Europe/Vienna"),
                "KH-NORD",
                Map.of(
                    "|MARC3",
                    new Coding("11289", "RXNORM", ""),
                    "99LOC|7",
                    new Coding("4450", "RXNORM", "")),
                Map.of("Tabl", "{tbl}"),
                Optional.of(StandardCharsets.ISO_8859_1),
                true));
    assertThat(feeds.get("OTHER", "").zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void allProblemsAreToldTogetherEachWithItsPlace() throws IOException {
    write(
        """
        mlpp: {port: 1}
        mllp:
          prot: 2575
          maxFrame: ten
        twin: {budget: 5}
        jurisdiction: usa
        broker: {mode: external}
        timeZone: Wien
        feeds:
          - {application: LAB, timeZone: Europe/Wien}
          - {aplication: LAB, timeZone: UTC}
        """);

    SettingsProblem problem =
        catchThrowableOfType(
            SettingsProblem.class,
            () -> read(Map.of("RXTWIN_MLLP_PROT", "1", "RXTWIN_CLOCK", "x")));

    assertThat(problem.problems())
        .containsExactlyInAnyOrder(
            "rxtwin.yaml line 1: mlpp is no setting. Maybe you meant mllp.",
            "rxtwin.yaml line 3: mllp.prot is no setting. Maybe you meant mllp.port.",
            "rxtwin.yaml line 4: mllp.maxFrame: expected a whole number from 1024 to 268435456,"
                + " came ten",
            "rxtwin.yaml line 5: twin.budget: expected a whole number from 100 to 100000000,"
                + " came 5",
            "rxtwin.yaml line 6: jurisdiction: expected two capital letters, came usa",
            "rxtwin.yaml line 7: broker.mode: external needs broker.url",
            "rxtwin.yaml line 8: timeZone: expected a time zone such as Europe/Vienna, came Wien",
            "rxtwin.yaml line 10: expected a time zone such as Europe/Vienna for timeZone, came"
                + " Europe/Wien",
            "rxtwin.yaml line 11: aplication is no setting of a feed. Maybe you meant application.",
            "rxtwin.yaml line 11: a feed needs application",
            "RXTWIN_MLLP_PROT is no setting. Maybe you meant RXTWIN_MLLP_PORT.",
            "RXTWIN_CLOCK: clock: expected wall or feed, came x");
  }

  @Test
  void aSecretComesFromItsFileAndIsNeverShown() throws IOException {
    Files.writeString(folder.resolve("pw"), "correct horse\n");
    write("database: {url: 'jdbc:postgresql://db/rx', user: rx, passwordFile: pw}\n");

    SettingsInForce inForce = reader(Map.of()).read();

    assertThat(inForce.settings().database().password().orElseThrow().reveal())
        .isEqualTo("correct horse");
    assertThat(inForce.toString()).doesNotContain("correct horse");
  }

  @Test
  void aPasswordInsideAnAddressIsRefused() throws IOException {
    write("database: {url: 'jdbc:postgresql://db/rx?user=rx&password=horse'}\n");

    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("database.url: must not hold a password")
        .hasMessageContaining("database.passwordFile")
        .hasMessageNotContaining("horse");
  }

  @Test
  void aMissingSecretFileIsOneOfTheProblems() throws IOException {
    write("database: {passwordFile: nowhere}\nmllp: {port: 70000}\n");

    assertThat(catchThrowableOfType(SettingsProblem.class, () -> read(Map.of())).problems())
        .hasSize(2)
        .anySatisfy(p -> assertThat(p).contains("nowhere cannot be read: NoSuchFileException"));
  }

  @Test
  void aKeySetTwiceAndAListWhereOneValueBelongsAreRefused() throws IOException {
    write("clock: wall\nclock: feed\nmllp:\n  port: [1, 2]\n");

    assertThat(catchThrowableOfType(SettingsProblem.class, () -> read(Map.of())).problems())
        .containsExactly(
            "rxtwin.yaml line 2: clock is set twice",
            "rxtwin.yaml line 4: expected one value for mllp.port, came a list or a section");
  }

  @Test
  void aFileThatIsNoYamlSaysWhere() throws IOException {
    write("mllp: {port: 1\nclock");

    assertThatThrownBy(() -> read(Map.of()))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("rxtwin.yaml is not YAML")
        .hasMessageContaining("line 2");
  }

  @Test
  void aFileNamedOnTheCommandLineMustBeThere() {
    assertThatThrownBy(() -> reader(Map.of()).read(folder.resolve("other.yaml")))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("there is no file");
  }

  @Test
  void sectionsWithNothingUnderThemAreAsIfLeftOut() throws IOException {
    write("mllp:\n#  port: 1\nlog:\n");

    assertThat(read(Map.of()).mllp().port()).isEqualTo(2575);
  }

  @Test
  void whatKubernetesPutsIntoTheEnvironmentDoesNoHarm() {
    assertThat(
            read(Map.of("RXTWIN_PORT_2575_TCP_ADDR", "10.0.0.1", "RXTWIN_SERVICE_HOST", "10.0.0.1"))
                .mllp()
                .host())
        .isEqualTo("127.0.0.1");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("rxtwin.yaml"), yaml);
  }

  private SettingsReader reader(Map<String, String> environment) {
    return new SettingsReader(new Home(folder), environment);
  }

  private Settings read(Map<String, String> environment) {
    return reader(environment).read().settings();
  }
}
