package org.rxtwin.app;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.rxtwin.app.flow.EngineClock;
import org.rxtwin.app.flow.TwinDesk;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Secret;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.Sha256;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.ruleset.RuleSets;
import org.rxtwin.store.JdbcStore;
import org.rxtwin.store.StoreSettings;
import org.rxtwin.twin.Twin;
import org.rxtwin.twin.model.ModelLibrary;

/** Calls the constructors. The only class that knows the machine's clock. */
public final class Wiring {
  private static final int BASIS_DIGITS = 32;

  private final Settings settings;
  private final Home home;

  /** Wiring for these settings in this home. */
  public Wiring(Settings settings, Home home) {
    this.settings = settings;
    this.home = home;
  }

  /** The machine's clock. */
  public static Clock machineClock() {
    return Clock.systemUTC();
  }

  /** The home these settings hold for. */
  public Home home() {
    return home;
  }

  /** An engine over a store, under a key. */
  public Engine engine(StoreSettings storeSettings, KeyedHash keys) {
    return engine(storeSettings, keys, Instant.EPOCH);
  }

  /** The same; under the feed's clock it is this time until a message tells a later one. */
  public Engine engine(StoreSettings storeSettings, KeyedHash keys, Instant began) {
    Knowledge knowledge = knowledge();
    RuleSet rules = rules();
    ModelLibrary models = ModelLibrary.shipped().with(settings.models());
    JdbcStore store = JdbcStore.open(storeSettings);
    String basis = basis(knowledge, rules, models);
    return new Engine(
        new Engine.Parts(
            keys,
            knowledge,
            settings.jurisdiction(),
            () -> rules,
            twin(models),
            settings.twin().threads(),
            Duration.ofMillis(settings.twin().fuseMillis()),
            store,
            profiles(),
            () -> basis,
            clock(store, began),
            machineClock()));
  }

  /** Where charts are kept by these settings. */
  public StoreSettings store() {
    Settings.Database database = settings.database();
    return new StoreSettings(
        database.url(),
        database.user().orElse(""),
        () -> database.password().map(Secret::reveal).orElse(""),
        StoreSettings.READERS,
        StoreSettings.CACHE_WEIGHT);
  }

  /** The knowledge in force. */
  public Knowledge knowledge() {
    return Files.isDirectory(settings.knowledge())
        ? KnowledgeLoader.withSite(settings.knowledge()).getKnowledge()
        : KnowledgeLoader.shipped().getKnowledge();
  }

  /** The rules in force. */
  public RuleSet rules() {
    return RuleSets.load(home.compiledSets(), settings.rules().stream().toList());
  }

  private Function<DoseQuestion, DoseVerdict> twin(ModelLibrary models) {
    Twin twin = new Twin(models, settings.twin().budget());
    Duration fuse = Duration.ofMillis(settings.twin().fuseMillis());
    long patience = fuse.multipliedBy(TwinDesk.PATIENCE).toNanos();
    return question -> {
      long began = System.nanoTime();
      BooleanSupplier over =
          () -> System.nanoTime() - began > patience || Thread.currentThread().isInterrupted();
      return twin.judge(question, over);
    };
  }

  private EngineClock clock(JdbcStore store, Instant began) {
    return settings.clock() == Settings.ClockKind.WALL
        ? new EngineClock.Wall()
        : new EngineClock.Feed(store.lastRecordedAt().orElse(began));
  }

  private FeedProfiles profiles() {
    return settings.feeds();
  }

  /** The basis of alerts screened from now on under these rules. */
  public String basis(RuleSet rules) {
    return basis(knowledge(), rules, ModelLibrary.shipped().with(settings.models()));
  }

  /** What an alert rests on: all that could change it, and nothing that could not. */
  private String basis(Knowledge knowledge, RuleSet rules, ModelLibrary models) {
    List<String> parts = new ArrayList<>();
    parts.add(rules.hash());
    parts.add(knowledge.hash());
    models.list().forEach(model -> parts.add(model.id() + "=" + model.text().version()));
    parts.add(settings.feeds().toString());
    parts.add(settings.twin().toString());
    parts.add(settings.jurisdiction());
    parts.add(program());
    return Sha256.hex(String.join("\n", parts)).substring(0, BASIS_DIGITS);
  }

  /** The program's version, as the build wrote it into the jar. */
  public static String program() {
    String version = Wiring.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
