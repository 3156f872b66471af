package org.rxtwin.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.app.settings.SettingsInForce;
import org.rxtwin.app.settings.SettingsReader;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoad;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.twin.model.ModelLibrary;

/** What belongs to this installation, each part loaded when a command first asks for it. */
public final class Site {
  private final Terminal terminal;
  private final Supplier<Optional<Path>> config;
  private @Nullable SettingsInForce inForce;

  Site(Terminal terminal, Supplier<Optional<Path>> config) {
    this.terminal = terminal;
    this.config = config;
  }

  /** Where to read and write. */
  public Terminal terminal() {
    return terminal;
  }

  /** The home folder; nothing is made by asking. */
  public Home home() {
    return Home.of(terminal.environment(), terminal.userFolder());
  }

  /** The settings, checked whole. */
  public Settings settings() {
    return settingsInForce().settings();
  }

  /** The settings as they would be in another home; {@code --config} holds there too. */
  Settings settings(Home other) {
    SettingsReader reader = new SettingsReader(other, terminal.environment());
    return file().map(reader::read).orElseGet(reader::read).settings();
  }

  /** The settings, each with its origin. */
  public SettingsInForce settingsInForce() {
    if (inForce == null) {
      SettingsReader reader = new SettingsReader(home(), terminal.environment());
      inForce = file().map(reader::read).orElseGet(reader::read);
    }
    return inForce;
  }

  /** {@code --config}, else {@code RXTWIN_CONFIG}. */
  private Optional<Path> file() {
    String named = terminal.environment().getOrDefault("RXTWIN_CONFIG", "");
    return config.get().or(() -> named.isBlank() ? Optional.empty() : Optional.of(Path.of(named)));
  }

  /** The knowledge shipped, with the site's own laid over it. */
  public Knowledge knowledge() {
    return knowledgeLoad().getKnowledge();
  }

  /** The same with every problem found on the way. */
  public KnowledgeLoad knowledgeLoad() {
    Path own = settings().knowledge();
    return Files.isDirectory(own) ? KnowledgeLoader.withSite(own) : KnowledgeLoader.shipped();
  }

  /** The twin models shipped, with the site's own laid over them. */
  public ModelLibrary models() {
    return ModelLibrary.shipped().with(settings().models());
  }
}
