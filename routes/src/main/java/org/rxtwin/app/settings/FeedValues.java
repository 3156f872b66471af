package org.rxtwin.app.settings;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.feed.FeedTables;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What stands of a feed in single values, each checked where it stands. */
final class FeedValues {
  static final String OVERRIDE = "override";

  private final String label;
  private final Map<String, Node> nodes;
  private final List<String> problems;

  FeedValues(String label, Map<String, Node> nodes, List<String> problems) {
    this.label = label;
    this.nodes = nodes;
    this.problems = problems;
  }

  /** Words that this feed means otherwise than everybody, as they are compared. */
  Set<String> overrides() {
    Set<String> words = new TreeSet<>();
    Node node = nodes.get(OVERRIDE);
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of();
    for (Node item : items) {
      words.add(item instanceof ScalarNode word ? FeedTables.wordKey(word.getValue()) : "");
    }
    if (node != null && (items.isEmpty() || words.contains(""))) {
      problems.add(where(node) + ": expected a list of words for override, as [IH, QD]");
    }
    return words;
  }

  Optional<Charset> charset() {
    String name = text("charset", "");
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      problems.add(
          where(nodes.get("charset")) + ": expected a character set such as UTF-8, came " + name);
      return Optional.empty();
    }
  }

  String text(String key, String unset) {
    Node node = nodes.get(key);
    if (node == null) {
      return unset;
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problems.add(where(node) + ": expected a text for " + key);
    return unset;
  }

  ZoneId zone() {
    String text = text("timeZone", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      Node node = nodes.get("timeZone");
      problems.add(
          where(node) + ": expected a time zone such as Europe/Vienna for timeZone, came " + text);
      return ZoneOffset.UTC;
    }
  }

  private String where(@Nullable Node node) {
    return node == null ? label : SettingsFile.where(label, node);
  }
}
