package org.rxtwin.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rxtwin.app.settings.FeedInForce.Counted;
import org.rxtwin.hl7.feed.FeedProfile;

/** The folder in which a site keeps the tables of a feed as CSV files. */
final class FeedTableFolder {
  private final Path folder;
  private final String where;
  private final Meanings meanings;
  private final Set<String> overrides;
  private final List<String> problems;

  /**
   * @param where the line of the settings that names the folder
   * @param overrides words that may mean another thing than to everybody
   */
  FeedTableFolder(
      Path folder, String where, Meanings meanings, Set<String> overrides, List<String> problems) {
    this.overrides = overrides;
    this.folder = folder;
    this.where = where;
    this.meanings = meanings;
    this.problems = problems;
  }

  /** Adds the rows of all files that are meant for that sender. */
  List<Counted> read(FeedProfile sender, FeedTableRows rows) {
    List<Counted> counted = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      problems.add(where + ": there is no folder " + folder);
      return counted;
    }
    strangers();
    for (FeedTable table : FeedTable.values()) {
      Path file = folder.resolve(table.file());
      if (Files.exists(file)) {
        counted.add(read(table, file, sender, rows));
      }
    }
    if (counted.isEmpty()) {
      problems.add(
          where + ": expected one of " + String.join(", ", FeedTable.files()) + " in " + folder);
    }
    return counted;
  }

  private Counted read(FeedTable table, Path file, FeedProfile sender, FeedTableRows rows) {
    try {
      String label = folder.getFileName() + "/" + table.file();
      Optional<TableSheet> sheet = TableSheet.find(Files.readAllBytes(file));
      if (sheet.isPresent()) {
        return new FeedTableFile(table, label, meanings, overrides, problems)
            .read(sheet.get(), sender, rows);
      }
      problems.add(label + ": " + TableSheet.EXPECTED + ".");
      return new Counted(table.file(), 0, 0);
    } catch (IOException e) {
      problems.add(where + ": expected to read " + file + ", came " + e.getClass().getSimpleName());
      return new Counted(table.file(), 0, 0);
    }
  }

  /** A table under another name would be passed over in silence. */
  private void strangers() {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(each -> each.toLowerCase(Locale.ROOT).endsWith(".csv"))
          .filter(each -> !FeedTable.files().contains(each))
          .sorted()
          .forEach(
              each ->
                  problems.add(
                      where
                          + ": "
                          + each
                          + " is no table of a feed."
                          + SettingKeys.meant(each, FeedTable.files())));
    } catch (IOException e) {
      problems.add(where + ": expected to list " + folder + ", came an error");
    }
  }
}
