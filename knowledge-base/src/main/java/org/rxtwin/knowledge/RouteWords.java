package org.rxtwin.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Codes and words for routes, from {@code route-words.csv}: HL7 table 0162, NCIt, SNOMED CT, EDQM
 * standard terms, and words of several languages. The last line names ways that are no group here:
 * whoever reads words must see that they are another way than the one a code tells.
 */
final class RouteWords {
  /** What the table calls a way that belongs to no group. */
  private static final String OTHER = "OTHER";

  private static final Map<String, Optional<RouteGroup>> WORDS = load();

  private RouteWords() {}

  /** The route that a code or word stands for. */
  static Optional<RouteGroup> find(String written) {
    return WORDS.getOrDefault(key(written), Optional.empty());
  }

  /** Whether the table knows that code or word, be it only as a way of no group. */
  static Optional<Optional<RouteGroup>> known(String plain) {
    return Optional.ofNullable(WORDS.get(plain));
  }

  /** The words of a phrase, each as the table writes it. */
  static List<String> words(String phrase) {
    String plain = key(phrase.replaceAll("[/(),;:+&|]", " "));
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" "));
  }

  /** Dots and the kind of space make no difference: {@code i.v.}, {@code IV-push}. */
  private static String key(String written) {
    return written.toUpperCase(Locale.ROOT).replace(".", "").replaceAll("[\\s_-]+", " ").strip();
  }

  private static Map<String, Optional<RouteGroup>> load() {
    try (InputStream table = RouteWords.class.getResourceAsStream("route-words.csv")) {
      if (table == null) {
        throw new IllegalStateException(
            "expected the table route-words.csv\nMaybe the program was packed without it.");
      }
      TreeMap<String, Optional<RouteGroup>> words = new TreeMap<>();
      new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .forEach(row -> put(words, group(row[0]), row[2]));
      return Collections.unmodifiableMap(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<RouteGroup> group(String name) {
    return name.equals(OTHER) ? Optional.empty() : Optional.of(RouteGroup.valueOf(name));
  }

  private static void put(
      Map<String, Optional<RouteGroup>> words, Optional<RouteGroup> route, String list) {
    for (String word : list.split(";")) {
      words.put(key(word), route);
    }
  }
}
