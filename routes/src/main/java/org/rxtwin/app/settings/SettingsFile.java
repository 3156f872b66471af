package org.rxtwin.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** {@code rxtwin.yaml} as keys joined by dots, each with the line it stands on. */
final class SettingsFile {
  static final String FEEDS = "feeds";

  private final String label;
  private final List<String> problems;
  private final Map<String, WrittenValue> entries = new LinkedHashMap<>();
  private Optional<Node> feeds = Optional.empty();

  private SettingsFile(String label, List<String> problems) {
    this.label = label;
    this.problems = problems;
  }

  /** Reads the text; what cannot be used is added to the problems. */
  static SettingsFile read(String text, String label, List<String> problems) {
    SettingsFile file = new SettingsFile(label, problems);
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(label).build();
      new Compose(settings).composeString(text).ifPresent(root -> file.section("", root));
    } catch (YamlEngineException e) {
      problems.add(label + " is not YAML: " + String.valueOf(e.getMessage()).strip());
    }
    return file;
  }

  Map<String, WrittenValue> entries() {
    return entries;
  }

  Optional<Node> feeds() {
    return feeds;
  }

  private void section(String path, Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      problems.add(where(node) + ": expected keys and values under " + name(path));
      return;
    }
    for (NodeTuple pair : mapping.getValue()) {
      String key = pair.getKeyNode() instanceof ScalarNode k ? k.getValue() : "?";
      value(path.isEmpty() ? key : path + "." + key, pair);
    }
  }

  private void value(String key, NodeTuple pair) {
    Node node = pair.getValueNode();
    if (key.equals(FEEDS)) {
      feeds = Optional.of(node);
    } else if (SettingKeys.names().stream().anyMatch(k -> k.startsWith(key + "."))) {
      section(key, node);
    } else if (!SettingKeys.names().contains(key)) {
      problems.add(
          where(pair.getKeyNode())
              + ": "
              + key
              + " is no setting."
              + SettingKeys.meant(key, SettingKeys.namesAndSections()));
    } else if (!(node instanceof ScalarNode scalar)) {
      problems.add(where(node) + ": expected one value for " + key + ", came a list or a section");
    } else if (entries.put(key, new WrittenValue(scalar.getValue(), where(node))) != null) {
      problems.add(where(node) + ": " + key + " is set twice");
    }
  }

  private String where(Node node) {
    return where(label, node);
  }

  static String where(String label, Node node) {
    return label + node.getStartMark().map(m -> " line " + (m.getLine() + 1)).orElse("");
  }

  private static String name(String path) {
    return path.isEmpty() ? "the top level" : path;
  }
}
