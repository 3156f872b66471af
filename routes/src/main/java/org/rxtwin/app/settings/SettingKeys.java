package org.rxtwin.app.settings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.knowledge.search.NearestName;

/** Every key there is, in the order they are printed. */
final class SettingKeys {
  private static final String HOST = "[A-Za-z0-9._:-]+";
  private static final String ANY = "(?s).+";

  static final SettingKey<String> MLLP_HOST =
      SettingKey.text(
          "mllp.host", "127.0.0.1", "a host name or address", HOST, "where HL7 v2 comes in");
  static final SettingKey<Integer> MLLP_PORT =
      SettingKey.whole("mllp.port", 2575, 1, 65535, "2575 is the port registered for HL7");
  static final SettingKey<Integer> MLLP_MAX_FRAME =
      SettingKey.whole(
          "mllp.maxFrame", 16 << 20, 1_024, 256 << 20, "bytes; a longer frame is refused");
  static final SettingKey<String> BROKER_MODE =
      SettingKey.text(
          "broker.mode",
          "embedded",
          "embedded or external",
          "embedded|external",
          "external needs broker.url");
  static final SettingKey<Optional<String>> BROKER_URL =
      SettingKey.optional(
          "broker.url",
          "an address such as tcp://broker.example:61616",
          "\\(?(tcp|vm|udp|jgroups)://.+",
          "an Artemis broker that runs elsewhere");
  static final SettingKey<Optional<String>> BROKER_USER =
      SettingKey.optional("broker.user", "a name", ANY, "who signs in to an external broker");
  static final SettingKey<Optional<String>> BROKER_PASSWORD_FILE =
      SettingKey.optional(
          "broker.passwordFile", "the path of a file", ANY, "the file that holds the password");
  static final SettingKey<String> BROKER_HOST =
      SettingKey.text(
          "broker.host",
          "127.0.0.1",
          "a host name or address",
          HOST,
          "a loopback address: the embedded broker has no sign-in");
  static final SettingKey<Integer> BROKER_PORT =
      SettingKey.whole("broker.port", 61616, 0, 65535, "0 opens none");
  static final SettingKey<Optional<String>> DATABASE_URL =
      SettingKey.optional(
          "database.url",
          "jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME",
          "jdbc:(sqlite|postgresql):.+",
          "SQLite in the home folder where nothing is set");
  static final SettingKey<Optional<String>> DATABASE_USER =
      SettingKey.optional("database.user", "a name", ANY, "who signs in to PostgreSQL");
  static final SettingKey<Optional<String>> DATABASE_PASSWORD_FILE =
      SettingKey.optional(
          "database.passwordFile", "the path of a file", ANY, "the file that holds the password");
  static final SettingKey<String> TIME_ZONE =
      SettingKey.text(
          "timeZone",
          "UTC",
          "a time zone such as Europe/Vienna",
          "[A-Za-z0-9/_+:-]+",
          "of times without an offset, where no feed says otherwise");
  static final SettingKey<Integer> TWIN_THREADS =
      SettingKey.whole("twin.threads", 0, 0, 1_024, "0 takes one a core");
  static final SettingKey<Integer> TWIN_BUDGET =
      SettingKey.whole(
          "twin.budget", 20_000, 100, 100_000_000, "model evaluations one question may take");
  static final SettingKey<Integer> TWIN_FUSE_MS =
      SettingKey.whole(
          "twin.fuseMs",
          2_000,
          10,
          600_000,
          "milliseconds; then the alert goes without, a later answer updates it");
  static final SettingKey<String> CLOCK =
      SettingKey.text(
          "clock", "wall", "wall or feed", "wall|feed", "feed takes the time from MSH-7");
  static final SettingKey<String> JURISDICTION =
      SettingKey.text(
          "jurisdiction", "US", "two capital letters", "[A-Z]{2}", "whose thresholds hold");
  static final SettingKey<Optional<String>> RULES =
      SettingKey.optional("rules", "the path of a folder", ANY, "the site's own rules");
  static final SettingKey<Optional<String>> KNOWLEDGE =
      SettingKey.optional(
          "knowledge",
          "the path of a folder",
          ANY,
          "the site's own, over the shipped; else knowledge in the home folder");
  static final SettingKey<Optional<String>> MODELS =
      SettingKey.optional(
          "models",
          "the path of a folder",
          ANY,
          "the site's own, over the shipped; else models in the home folder");
  static final SettingKey<String> LOG_LEVEL =
      SettingKey.text(
          "log.level",
          "INFO",
          "DEBUG, INFO, WARN or ERROR",
          "DEBUG|INFO|WARN|ERROR",
          "least that is written down");
  static final SettingKey<Boolean> LOG_JSON =
      SettingKey.yesOrNo("log.json", false, "a line of JSON an event");

  private static final List<SettingKey<?>> ALL =
      List.of(
          MLLP_HOST,
          MLLP_PORT,
          MLLP_MAX_FRAME,
          BROKER_MODE,
          BROKER_URL,
          BROKER_USER,
          BROKER_PASSWORD_FILE,
          BROKER_HOST,
          BROKER_PORT,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD_FILE,
          TIME_ZONE,
          TWIN_THREADS,
          TWIN_BUDGET,
          TWIN_FUSE_MS,
          CLOCK,
          JURISDICTION,
          RULES,
          KNOWLEDGE,
          MODELS,
          LOG_LEVEL,
          LOG_JSON);

  private SettingKeys() {}

  static List<SettingKey<?>> list() {
    return ALL;
  }

  static List<String> names() {
    return ALL.stream().map(SettingKey::name).toList();
  }

  /** Every name that may stand in the file: keys, the sections they lie in, and feeds. */
  static List<String> namesAndSections() {
    return Stream.concat(
            names().stream()
                .flatMap(
                    n -> n.contains(".") ? Stream.of(n, n.replaceAll("\\..*", "")) : Stream.of(n)),
            Stream.of("feeds"))
        .distinct()
        .toList();
  }

  /** Ends a refusal: which of the known names was most likely meant, if any is near. */
  static String meant(String name, Collection<String> known) {
    return NearestName.find(name, known).map(k -> " Maybe you meant " + k + ".").orElse("");
  }
}
