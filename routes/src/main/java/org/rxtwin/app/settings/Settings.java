package org.rxtwin.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rxtwin.app.broker.BrokerSettings;
import org.rxtwin.app.intake.IntakeSettings;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;

/**
 * Everything a site can set.
 *
 * @param feeds what is agreed with each sender
 * @param jurisdiction two capital letters, whose thresholds hold
 * @param rules a folder of a site's own rules, if it has one
 * @param knowledge a folder of a site's own knowledge, laid over the shipped
 * @param models a folder of a site's own twin models, laid over the shipped
 */
public record Settings(
    Mllp mllp,
    Broker broker,
    Database database,
    FeedProfiles feeds,
    Twin twin,
    ClockKind clock,
    String jurisdiction,
    Optional<Path> rules,
    Path knowledge,
    Path models,
    Log log) {
  /** These settings with another clock, as {@code --clock} asks. */
  public Settings withClock(ClockKind other) {
    return new Settings(
        mllp, broker, database, feeds, twin, other, jurisdiction, rules, knowledge, models, log);
  }

  /** These settings with what is agreed with each sender; others keep what holds for all. */
  Settings withFeeds(List<FeedProfile> profiles) {
    return new Settings(
        mllp,
        broker,
        database,
        new FeedProfiles(profiles, feeds.otherwise()),
        twin,
        clock,
        jurisdiction,
        rules,
        knowledge,
        models,
        log);
  }

  /** What gives an event its recorded time: the machine, or MSH-7 of the message. */
  public enum ClockKind {
    WALL,
    FEED
  }

  /**
   * Where HL7 comes in.
   *
   * @param maxFrameBytes a longer frame is refused
   */
  public record Mllp(String host, int port, int maxFrameBytes) {
    /** The door set so, and otherwise as usual. */
    public IntakeSettings intake() {
      IntakeSettings usual = IntakeSettings.usual();
      return new IntakeSettings(
          host,
          port,
          maxFrameBytes,
          usual.frameTimeout(),
          usual.idleTimeout(),
          usual.storeTimeout(),
          usual.journalLanes());
    }
  }

  /**
   * What carries messages.
   *
   * @param external the address of a broker that runs elsewhere; empty for the embedded one
   * @param user who signs in there
   * @param password with what
   * @param host where the embedded broker listens for receivers of alerts: a loopback address
   * @param port 0 opens none
   */
  public record Broker(
      Optional<String> external,
      Optional<String> user,
      Optional<Secret> password,
      String host,
      int port) {
    /** The broker set so, keeping what it keeps in a folder, and otherwise as usual. */
    public BrokerSettings in(Path folder) {
      Optional<BrokerSettings.SignIn> signIn =
          user.map(
              name ->
                  new BrokerSettings.SignIn(name, () -> password.map(Secret::reveal).orElse("")));
      return BrokerSettings.embedded(folder)
          .withExternal(external, signIn)
          .withHost(host)
          .withPort(port);
    }
  }

  /** Where charts are kept, as a JDBC address of SQLite or PostgreSQL. */
  public record Database(String url, Optional<String> user, Optional<Secret> password) {}

  /**
   * What a twin may cost.
   *
   * @param threads twins at work at one time
   * @param budget model evaluations one question may take
   * @param fuseMillis the wall-clock limit behind the budget
   */
  public record Twin(int threads, int budget, long fuseMillis) {}

  /**
   * What is written down.
   *
   * @param level DEBUG, INFO, WARN or ERROR
   * @param json a line of JSON an event instead of plain text
   */
  public record Log(String level, boolean json) {}
}
