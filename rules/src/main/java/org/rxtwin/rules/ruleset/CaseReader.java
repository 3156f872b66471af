package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rxtwin.rules.ruleset.RuleCase.Kind;
import org.rxtwin.rules.screening.fact.ScreeningFact;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code cases.yaml}; see {@link RuleCases} for its form. */
final class CaseReader {
  private final RuleFile file;
  private final Map<String, Object> words;

  CaseReader(RuleFile file) {
    this.file = file;
    Object loaded;
    try {
      loaded = new Load(LoadSettings.builder().build()).loadFromString(file.cases());
    } catch (YamlEngineException e) {
      throw RuleCases.refused(
          file, "YAML", e.getClass().getSimpleName(), "a quote or indent is wrong.");
    }
    this.words = map(loaded, "the file");
  }

  List<RuleCase> cases() {
    if (!file.id().equals(words.get("rule"))) {
      throw RuleCases.refused(
          file, "rule: " + file.id(), "rule: " + words.get("rule"), "the file was copied.");
    }
    List<RuleCase> found = new ArrayList<>();
    if (words.get("cases") instanceof List<?> list) {
      list.forEach(each -> found.add(one(map(each, "a case"))));
    }
    for (Kind kind : Kind.values()) {
      if (found.stream().noneMatch(each -> each.kind() == kind)) {
        throw RuleCases.refused(
            file, "a case of kind " + word(kind), "none", "it is there under another kind.");
      }
    }
    return found;
  }

  private RuleCase one(Map<String, Object> each) {
    Kind kind = kind(String.valueOf(each.get("kind")));
    Map<String, Map<String, Object>> facts = facts();
    int changes = change(facts, each);
    boolean fires =
        kind == Kind.FIRES || (kind == Kind.MISSING_DATA && Boolean.TRUE.equals(each.get("fires")));
    String name = String.valueOf(each.get("case"));
    if (kind == Kind.NEAR_MISS && changes != 1) {
      throw RuleCases.refused(
          file,
          "exactly one change in near miss '" + name + "'",
          changes + " changes",
          "it shows two things; make two cases of it.");
    }
    if (kind == Kind.MISSING_DATA && !(each.get("fires") instanceof Boolean)) {
      throw RuleCases.refused(
          file, "fires: true or false in case '" + name + "'", "none", "it was forgotten.");
    }
    List<ScreeningFact> made =
        facts.values().stream().map(new FactReader(file.origin() + "/cases.yaml")::read).toList();
    return new RuleCase(name, kind, made, fires);
  }

  private Map<String, Map<String, Object>> facts() {
    Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
    map(words.get("facts"), "facts").forEach((name, fact) -> facts.put(name, map(fact, name)));
    return facts;
  }

  private int change(Map<String, Map<String, Object>> facts, Map<String, Object> each) {
    int changes = 0;
    if (each.get("without") != null) {
      for (Object name : (List<?>) list(each.get("without"))) {
        fact(facts, String.valueOf(name));
        facts.remove(String.valueOf(name));
        changes++;
      }
    }
    if (each.get("change") != null) {
      for (Map.Entry<String, Object> word : map(each.get("change"), "change").entrySet()) {
        String[] path = word.getKey().split("\\.", 2);
        fact(facts, path[0]).put(path.length > 1 ? path[1] : "", word.getValue());
        changes++;
      }
    }
    return changes;
  }

  private Map<String, Object> fact(Map<String, Map<String, Object>> facts, String name) {
    Map<String, Object> fact = facts.get(name);
    if (fact == null) {
      throw RuleCases.refused(
          file, "one of the facts " + facts.keySet(), "'" + name + "'", "a slip.");
    }
    return fact;
  }

  private List<?> list(Object value) {
    return value instanceof List<?> many ? many : List.of(value);
  }

  private Kind kind(String word) {
    for (Kind each : Kind.values()) {
      if (word(each).equals(word)) {
        return each;
      }
    }
    throw RuleCases.refused(
        file, "kind: fires, near-miss or missing-data", "'" + word + "'", "it is misspelt.");
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, Object> map(@Nullable Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw RuleCases.refused(
          file, what + " as name: value lines", "something else", "an indent is off.");
    }
    Map<String, Object> words = new LinkedHashMap<>();
    map.forEach((name, each) -> words.put(String.valueOf(name), each));
    return words;
  }
}
