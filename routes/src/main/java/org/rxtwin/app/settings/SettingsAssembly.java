package org.rxtwin.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.app.home.Home;
import org.rxtwin.hl7.feed.FeedProfiles;

/** Puts values together and checks what one setting means for another. */
final class SettingsAssembly {
  private final SettingValues values;
  private final Home home;

  SettingsAssembly(SettingValues values, Home home) {
    this.values = values;
    this.home = home;
  }

  /** Everything but the feeds. */
  Settings assemble() {
    return new Settings(
        new Settings.Mllp(
            values.get(SettingKeys.MLLP_HOST),
            values.get(SettingKeys.MLLP_PORT),
            values.get(SettingKeys.MLLP_MAX_FRAME)),
        broker(),
        database(),
        FeedProfiles.of(zone()),
        twin(),
        Settings.ClockKind.valueOf(values.get(SettingKeys.CLOCK).toUpperCase(Locale.ROOT)),
        values.get(SettingKeys.JURISDICTION),
        values.folder(SettingKeys.RULES),
        values.folder(SettingKeys.KNOWLEDGE).orElse(home.knowledge()),
        values.folder(SettingKeys.MODELS).orElse(home.models()),
        new Settings.Log(values.get(SettingKeys.LOG_LEVEL), values.get(SettingKeys.LOG_JSON)));
  }

  private Settings.Broker broker() {
    boolean external = values.get(SettingKeys.BROKER_MODE).equals("external");
    Optional<String> url = values.get(SettingKeys.BROKER_URL);
    if (external && url.isEmpty()) {
      values.problem(SettingKeys.BROKER_MODE, "external needs broker.url");
    }
    if (!external && url.isPresent()) {
      values.problem(SettingKeys.BROKER_URL, "is used with broker.mode: external only");
    }
    String host = values.get(SettingKeys.BROKER_HOST);
    if (!external && !loopback(host)) {
      values.problem(
          SettingKeys.BROKER_HOST,
          "expected a loopback address, came "
              + host
              + ". Maybe an external broker with its own sign-in is wanted: broker.mode: external.");
    }
    noPassword(SettingKeys.BROKER_URL, url, "broker.passwordFile");
    Optional<String> user = values.get(SettingKeys.BROKER_USER);
    if (!external && user.isPresent()) {
      values.problem(SettingKeys.BROKER_USER, "is used with broker.mode: external only");
    }
    return new Settings.Broker(
        url,
        user,
        values.secret(SettingKeys.BROKER_PASSWORD_FILE),
        host,
        values.get(SettingKeys.BROKER_PORT));
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private ZoneId zone() {
    String zone = values.get(SettingKeys.TIME_ZONE);
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      values.problem(
          SettingKeys.TIME_ZONE, "expected " + SettingKeys.TIME_ZONE.expected() + ", came " + zone);
      return ZoneOffset.UTC;
    }
  }

  private Settings.Database database() {
    Optional<String> url = values.get(SettingKeys.DATABASE_URL);
    noPassword(SettingKeys.DATABASE_URL, url, "database.passwordFile");
    return new Settings.Database(
        url.orElse("jdbc:sqlite:" + home.database()),
        values.get(SettingKeys.DATABASE_USER),
        values.secret(SettingKeys.DATABASE_PASSWORD_FILE));
  }

  private void noPassword(SettingKey<?> key, Optional<String> url, String instead) {
    if (url.isPresent() && url.get().matches("(?i).*(password=|://[^/@]*:[^/@]*@).*")) {
      values.problem(key, "must not hold a password. Maybe use " + instead + ".");
    }
  }

  private Settings.Twin twin() {
    int threads = values.get(SettingKeys.TWIN_THREADS);
    return new Settings.Twin(
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
        values.get(SettingKeys.TWIN_BUDGET),
        values.get(SettingKeys.TWIN_FUSE_MS));
  }
}
