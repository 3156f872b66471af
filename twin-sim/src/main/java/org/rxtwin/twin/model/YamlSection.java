package org.rxtwin.twin.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rxtwin.knowledge.search.NearestName;

/** One mapping of a model file with its path, read with refusals that name the path. */
record YamlSection(String path, Map<String, Object> entries) {

  static YamlSection of(String path, @Nullable Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new ModelProblem(
          path, "expected a mapping (key: value)", "see a shipped model file for the form");
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    map.forEach((k, v) -> entries.put(String.valueOf(k), v));
    return new YamlSection(path, entries);
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  void allowOnly(List<String> known) {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        throw new ModelProblem(at(key), "unknown key", NearestName.advice(key, known));
      }
    }
  }

  boolean has(String key) {
    return entries.get(key) != null;
  }

  Object get(String key) {
    Object value = entries.get(key);
    if (value == null) {
      throw new ModelProblem(at(key), "missing", "add '" + key + ": ...'");
    }
    return value;
  }

  String text(String key) {
    Object value = get(key);
    if (value instanceof Map || value instanceof List || value.toString().isBlank()) {
      throw new ModelProblem(at(key), "expected a text", "write it in one line, with quotes");
    }
    return value.toString();
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  double number(String key) {
    return number(at(key), get(key));
  }

  double number(String key, double otherwise) {
    return has(key) ? number(key) : otherwise;
  }

  static double number(String where, @Nullable Object value) {
    if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
      return n.doubleValue();
    }
    throw new ModelProblem(where, "expected a number, found " + value, "write it as 0.314 or 1e-3");
  }

  boolean flag(String key) {
    if (!has(key)) {
      return false;
    }
    if (get(key) instanceof Boolean b) {
      return b;
    }
    throw new ModelProblem(at(key), "expected true or false", "write true or false");
  }

  YamlSection section(String key) {
    return of(at(key), get(key));
  }

  List<?> list(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (get(key) instanceof List<?> list) {
      return list;
    }
    throw new ModelProblem(at(key), "expected a list", "write [a, b] or one '- item' a line");
  }
}
