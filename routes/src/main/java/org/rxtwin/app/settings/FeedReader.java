package org.rxtwin.app.settings;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The list of feeds in {@code rxtwin.yaml}. */
final class FeedReader {
  private static final List<String> KEYS =
      List.of("application", "facility", "timeZone", "authority", "codes", "units", "charset");

  private final String label;
  private final List<String> problems;

  FeedReader(String label, List<String> problems) {
    this.label = label;
    this.problems = problems;
  }

  List<FeedProfile> read(Node node) {
    List<FeedProfile> feeds = new ArrayList<>();
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

  private FeedProfile feed(MappingNode mapping) {
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
    return new FeedProfile(
        text(nodes, "application", "*"),
        text(nodes, "facility", "*"),
        zone(nodes),
        text(nodes, "authority", ""),
        codes(pairs(nodes, "codes")),
        pairs(nodes, "units"),
        charset(nodes),
        true);
  }

  /** {@code MARC3: RXNORM|11289}, or {@code SYSTEM|MARC3: ...} where the sender names a system. */
  private static Map<String, Coding> codes(Map<String, String> pairs) {
    Map<String, Coding> codes = new LinkedHashMap<>();
    pairs.forEach(
        (local, meaning) -> {
          int bar = local.indexOf('|');
          int split = meaning.indexOf('|');
          String system = bar < 0 ? "" : local.substring(0, bar);
          codes.put(
              FeedProfile.codeKey(system, local.substring(bar + 1)),
              new Coding(meaning.substring(split + 1), meaning.substring(0, split), ""));
        });
    return codes;
  }

  private Optional<Charset> charset(Map<String, Node> nodes) {
    String name = text(nodes, "charset", "");
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      problems.add(
          where(nodes.get("charset")) + ": expected a character set such as UTF-8, came " + name);
      return Optional.empty();
    }
  }

  private String text(Map<String, Node> nodes, String key, String unset) {
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

  private ZoneId zone(Map<String, Node> nodes) {
    String text = text(nodes, "timeZone", "UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      Node node = nodes.get("timeZone");
      problems.add(
          where(node) + ": expected a time zone such as Europe/Vienna for timeZone, came " + text);
      return ZoneOffset.UTC;
    }
  }

  private Map<String, String> pairs(Map<String, Node> nodes, String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Node node = nodes.get(key);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> pair(key, pair, pairs));
    } else if (node != null) {
      problems.add(where(node) + ": expected local words and what they mean under " + key);
    }
    return pairs;
  }

  private void pair(String key, NodeTuple pair, Map<String, String> into) {
    if (!(pair.getKeyNode() instanceof ScalarNode local)
        || !(pair.getValueNode() instanceof ScalarNode meaning)
        || meaning.getValue().isBlank()) {
      problems.add(where(pair.getKeyNode()) + ": expected `local: meaning` under " + key);
    } else if (key.equals("codes") && !meaning.getValue().matches("[^|\\s]+\\|\\S+")) {
      problems.add(
          where(meaning)
              + ": expected SYSTEM|CODE for a local code, came "
              + meaning.getValue()
              + ". Maybe RXNORM|11289.");
    } else if (into.put(local.getValue(), meaning.getValue()) != null) {
      problems.add(where(local) + ": " + local.getValue() + " is set twice under " + key);
    }
  }

  private void senders(List<FeedProfile> feeds, Node node) {
    long different =
        feeds.stream().map(f -> f.application() + "|" + f.facility()).distinct().count();
    if (different < feeds.size()) {
      problems.add(where(node) + ": two feeds have the same application and facility");
    }
  }

  private String where(@Nullable Node node) {
    return node == null ? label : SettingsFile.where(label, node);
  }
}
