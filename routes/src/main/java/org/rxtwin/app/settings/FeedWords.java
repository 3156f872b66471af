package org.rxtwin.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FieldMoves;
import org.rxtwin.hl7.value.CodeSystems;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What stands of a feed's codes and fields in the settings themselves, {@code local: meaning}. */
final class FeedWords {
  private final String label;
  private final Meanings meanings;
  private final Set<String> overrides;
  private final List<String> problems;

  /**
   * @param overrides words that may mean another thing than to everybody
   */
  FeedWords(String label, Meanings meanings, Set<String> overrides, List<String> problems) {
    this.overrides = overrides;
    this.label = label;
    this.meanings = meanings;
    this.problems = problems;
  }

  /** One pair with the place where it stands. */
  private record Pair(String local, String meaning, Node at) {}

  /** Adds a table's rows; the answer is them as they were written. */
  Map<String, String> table(FeedTable table, Node node, FeedTableRows into) {
    Map<String, String> written = new LinkedHashMap<>();
    for (Pair pair : pairs(table.key(), node).values()) {
      Coding means = parted(pair.meaning(), table);
      Coding meaning = Meanings.meaning(table, means.system(), means.code());
      Coding local = parted(pair.local(), table);
      meanings
          .fault(table, means.system(), means.code())
          .or(() -> redefined(table, local, meaning))
          .ifPresent(fault -> problem(pair.at(), table.key() + ": " + fault));
      boolean alone = into.add(table, local, meaning);
      if (local.system().isEmpty()) {
        alone &= into.add(table, Coding.ofText(local.code()), meaning);
      }
      if (!alone) {
        problem(pair.at(), table.key() + ": another meaning is written for it already");
      }
      written.put(pair.local(), pair.meaning());
    }
    return written;
  }

  /** What stands here without a system may be a code or a word. */
  private Optional<String> redefined(FeedTable table, Coding local, Coding meaning) {
    return meanings
        .redefined(table, local, meaning, overrides)
        .or(
            () ->
                local.system().isEmpty()
                    ? meanings.redefined(table, Coding.ofText(local.code()), meaning, overrides)
                    : Optional.empty());
  }

  /** {@code SYSTEM|CODE}, or the code alone. */
  private static Coding parted(String text, FeedTable table) {
    int bar = table.coded() ? text.indexOf('|') : -1;
    return new Coding(text.substring(bar + 1).strip(), bar < 0 ? "" : text.substring(0, bar), "");
  }

  /** {@code MARC3: RXNORM|11289}, or {@code SYSTEM|MARC3: ...} where the sender names a system. */
  Map<String, Coding> codes(Node node) {
    Map<String, Coding> codes = new LinkedHashMap<>();
    for (Pair pair : pairs("codes", node).values()) {
      String meaning = pair.meaning();
      if (!meaning.matches("[^|\\s]+\\|\\S+")) {
        problem(
            pair.at(),
            "expected SYSTEM|CODE for a local code, came " + meaning + ". Maybe RXNORM|11289.");
        continue;
      }
      int split = meaning.indexOf('|');
      Coding means =
          new Coding(
              meaning.substring(split + 1), CodeSystems.canonical(meaning.substring(0, split)), "");
      CodeForms.fault(means.system(), means.code())
          .ifPresent(fault -> problem(pair.at(), "codes: expected " + fault));
      int bar = pair.local().indexOf('|');
      String system = bar < 0 ? "" : CodeSystems.canonical(pair.local().substring(0, bar));
      String key = FeedProfile.codeKey(system, pair.local().substring(bar + 1).strip());
      Coding before = codes.put(key, means);
      if (before != null && !before.equals(means)) {
        problem(pair.at(), "codes: another meaning is written for it already");
      }
    }
    return codes;
  }

  /** {@code RXE-2: RXE-3}: the field that is read, and where it stands. */
  FieldMoves moves(Node node) {
    Map<String, String> moves = new LinkedHashMap<>();
    for (Pair pair : pairs("fields", node).values()) {
      Optional<String> fault = FieldMoves.fault(moves, pair.local(), pair.meaning());
      if (fault.isEmpty()) {
        moves.put(pair.local(), pair.meaning());
      } else {
        String came = ", came " + pair.local() + ": " + pair.meaning();
        problem(pair.at(), "expected " + fault.get() + came);
      }
    }
    return FieldMoves.of(moves);
  }

  /** {@code 1.2.3: HOSP}: a name of an authority, and that under which its numbers are kept. */
  Map<String, String> authorities(Node node) {
    Map<String, Pair> pairs = pairs("authorities", node);
    Map<String, String> same = new LinkedHashMap<>();
    for (Pair pair : pairs.values()) {
      same.put(pair.local(), pair.meaning());
      if (pairs.containsKey(pair.meaning())) {
        problem(pair.at(), "authorities: expected a name that is kept, came one that is not");
      }
    }
    return same;
  }

  private Map<String, Pair> pairs(String key, Node node) {
    Map<String, Pair> pairs = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> pair(key, pair, pairs));
    } else {
      problem(node, "expected local words and what they mean under " + key);
    }
    return pairs;
  }

  private void pair(String key, NodeTuple pair, Map<String, Pair> into) {
    if (!(pair.getKeyNode() instanceof ScalarNode local)
        || !(pair.getValueNode() instanceof ScalarNode meaning)
        || meaning.getValue().isBlank()) {
      problem(pair.getKeyNode(), "expected `local: meaning` under " + key);
    } else if (into.put(
            local.getValue(), new Pair(local.getValue(), meaning.getValue().strip(), meaning))
        != null) {
      problem(local, local.getValue() + " is set twice under " + key);
    }
  }

  private void problem(Node at, String what) {
    problems.add(SettingsFile.where(label, at) + ": " + what);
  }
}
