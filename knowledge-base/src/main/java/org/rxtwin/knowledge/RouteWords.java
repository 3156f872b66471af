package org.rxtwin.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Codes and words for routes, from {@code route-words.csv}: HL7 table 0162, NCIt, SNOMED CT, EDQM
 * standard terms, and words of several languages.
 */
final class RouteWords {
  private static final Map<String, RouteGroup> WORDS = load();

  private RouteWords() {}

  /** The route that a code or word stands for. */
  static Optional<RouteGroup> find(String written) {
    return Optional.ofNullable(WORDS.get(key(written)));
  }

  /** Dots and the kind of space make no difference: {@code i.v.}, {@code IV-push}. */
  private static String key(String written) {
    return written.toUpperCase(Locale.ROOT).replace(".", "").replaceAll("[\\s_-]+", " ").strip();
  }

  private static Map<String, RouteGroup> load() {
    try (InputStream table = RouteWords.class.getResourceAsStream("route-words.csv")) {
      if (table == null) {
        throw new IllegalStateException(
            "expected the table route-words.csv\nMaybe the program was packed without it.");
      }
      TreeMap<String, RouteGroup> words = new TreeMap<>();
      new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .forEach(row -> put(words, RouteGroup.valueOf(row[0]), row[2]));
      return Collections.unmodifiableMap(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Map<String, RouteGroup> words, RouteGroup route, String list) {
    for (String word : list.split(";")) {
      words.put(key(word), route);
    }
  }
}
