package org.rxtwin.app.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.app.home.Home;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;

/** Reads the settings once, checks them whole, and tells all that is wrong together. */
public final class SettingsReader {
  private final Home home;
  private final Map<String, String> environment;

  /** A reader for this home; of the environment the variables {@code RXTWIN_*} count. */
  public SettingsReader(Home home, Map<String, String> environment) {
    this.home = home;
    this.environment = new TreeMap<>(environment);
  }

  /** The settings of the home's own {@code rxtwin.yaml}, or the defaults where it has none. */
  public SettingsInForce read() {
    Path file = home.settingsFile();
    return Files.exists(file) ? read(file) : read("", file.getFileName() + "", home.folder());
  }

  /** The settings of a file named on the command line, which must be there. */
  public SettingsInForce read(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return read(text(file), file.getFileName() + "", folder == null ? home.folder() : folder);
  }

  private SettingsInForce read(String text, String label, Path folder) {
    List<String> problems = new ArrayList<>();
    SettingsFile file = SettingsFile.read(text, label, problems);
    Map<String, WrittenValue> entries = new TreeMap<>(file.entries());
    entries.putAll(SettingsEnvironment.read(environment, problems));
    SettingValues values = new SettingValues(entries, folder, problems);
    Settings settings = new SettingsAssembly(values, home).assemble();
    Meanings meanings = new Meanings(() -> knowledge(settings.knowledge()));
    List<FeedInForce> feeds =
        file.feeds()
            .map(node -> new FeedReader(label, folder, meanings, problems).read(node))
            .orElse(List.of());
    if (!problems.isEmpty()) {
      throw new SettingsProblem(problems);
    }
    Settings whole = settings.withFeeds(feeds.stream().map(FeedInForce::profile).toList());
    return new SettingsInForce(whole, lines(whole, entries), feeds);
  }

  private static Knowledge knowledge(Path own) {
    return (Files.isDirectory(own) ? KnowledgeLoader.withSite(own) : KnowledgeLoader.shipped())
        .getKnowledge();
  }

  private static List<SettingsInForce.Line> lines(
      Settings settings, Map<String, WrittenValue> entries) {
    List<SettingsInForce.Line> lines = new ArrayList<>();
    for (SettingKey<?> key : SettingKeys.list()) {
      Optional<WrittenValue> entry = Optional.ofNullable(entries.get(key.name()));
      lines.add(
          new SettingsInForce.Line(
              key.name(),
              entry.map(WrittenValue::text).orElseGet(() -> unset(key, settings)),
              entry.map(WrittenValue::where).orElse("default"),
              key.meaning()));
    }
    return lines;
  }

  private static String unset(SettingKey<?> key, Settings settings) {
    if (key.equals(SettingKeys.DATABASE_URL)) {
      return settings.database().url();
    }
    return key.unset();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new SettingsProblem(List.of("there is no file " + file));
    } catch (CharacterCodingException e) {
      throw new SettingsProblem(List.of(file + " is not UTF-8"));
    } catch (IOException e) {
      throw new SettingsProblem(List.of(file + " cannot be read: " + e.getClass().getSimpleName()));
    }
  }
}
