package org.rxtwin.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rxtwin.app.settings.FeedInForce.Counted;
import org.rxtwin.hl7.feed.FeedProfile;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The list of feeds in {@code rxtwin.yaml}. */
final class FeedReader {
  private static final String AUTHORITIES = "authorities";
  private static final String CODES = "codes";
  private static final String FIELDS = "fields";
  private static final String TABLES = "tables";
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "application",
                  "facility",
                  "timeZone",
                  "authority",
                  AUTHORITIES,
                  FeedValues.OVERRIDE,
                  "charset",
                  CODES,
                  FIELDS,
                  TABLES),
              Stream.of(FeedTable.values()).map(FeedTable::key))
          .toList();

  private final String label;
  private final Path folder;
  private final Meanings meanings;
  private final List<String> problems;

  /**
   * @param folder of the settings file: a folder of tables that is not absolute lies there
   */
  FeedReader(String label, Path folder, Meanings meanings, List<String> problems) {
    this.label = label;
    this.folder = folder;
    this.meanings = meanings;
    this.problems = problems;
  }

  List<FeedInForce> read(Node node) {
    List<FeedInForce> feeds = new ArrayList<>();
    if (!(node instanceof SequenceNode list)) {
      problems.add(where(node) + ": expected a list of feeds, each behind a dash");
      return feeds;
    }
    for (Node item : list.getValue()) {
      if (item instanceof MappingNode mapping) {
        feeds.add(feed(mapping));
      } else {
        problems.add(where(item) + ": expected keys and values for a feed");
      }
    }
    senders(feeds, node);
    return feeds;
  }

  private FeedInForce feed(MappingNode mapping) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      String key = pair.getKeyNode() instanceof ScalarNode k ? k.getValue() : "?";
      if (!KEYS.contains(key)) {
        problems.add(
            where(pair.getKeyNode())
                + ": "
                + key
                + " is no setting of a feed."
                + SettingKeys.meant(key, KEYS));
      } else if (nodes.put(key, pair.getValueNode()) != null) {
        problems.add(where(pair.getKeyNode()) + ": " + key + " is set twice");
      }
    }
    for (String needed : List.of("application", "timeZone")) {
      if (!nodes.containsKey(needed)) {
        problems.add(where(mapping) + ": a feed needs " + needed);
      }
    }
    return feed(nodes);
  }

  private FeedInForce feed(Map<String, Node> nodes) {
    FeedValues values = new FeedValues(label, nodes, problems);
    Set<String> overrides = values.overrides();
    FeedWords words = new FeedWords(label, meanings, overrides, problems);
    FeedTableRows rows = new FeedTableRows();
    Map<String, Map<String, String>> inline = new LinkedHashMap<>();
    for (FeedTable table : FeedTable.values()) {
      Optional.ofNullable(nodes.get(table.key()))
          .ifPresent(node -> inline.put(table.key(), words.table(table, node, rows)));
    }
    FeedProfile sender =
        new FeedProfile(
                values.text("application", "*"),
                values.text("facility", "*"),
                values.zone(),
                values.text("authority", ""),
                Optional.ofNullable(nodes.get(CODES)).map(words::codes).orElse(Map.of()),
                Map.of(),
                values.charset(),
                true)
            .withAuthorities(
                Optional.ofNullable(nodes.get(AUTHORITIES))
                    .map(words::authorities)
                    .orElse(Map.of()));
    Optional<Path> tables = folder(nodes, values);
    List<Counted> files =
        tables
            .map(
                each ->
                    new FeedTableFolder(
                        each, where(nodes.get(TABLES)), meanings, overrides, problems))
            .map(each -> each.read(sender, rows))
            .orElse(List.of());
    FeedProfile profile =
        sender.with(
            rows.tables(),
            Optional.ofNullable(nodes.get(FIELDS)).map(words::moves).orElse(sender.moves()));
    return new FeedInForce(profile, inline, overrides, tables, files);
  }

  private Optional<Path> folder(Map<String, Node> nodes, FeedValues values) {
    String name = values.text(TABLES, "");
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(name).normalize());
    } catch (InvalidPathException e) {
      problems.add(where(nodes.get(TABLES)) + ": expected the path of a folder for " + TABLES);
      return Optional.empty();
    }
  }

  private void senders(List<FeedInForce> feeds, Node node) {
    long different =
        feeds.stream()
            .map(f -> f.profile().application() + "|" + f.profile().facility())
            .distinct()
            .count();
    if (different < feeds.size()) {
      problems.add(where(node) + ": two feeds have the same application and facility");
    }
  }

  private String where(@Nullable Node node) {
    return node == null ? label : SettingsFile.where(label, node);
  }
}
