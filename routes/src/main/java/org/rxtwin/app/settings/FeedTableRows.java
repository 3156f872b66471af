package org.rxtwin.app.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedTables;
import org.rxtwin.hl7.value.CodeSystems;

/** The rows of one feed's tables, gathered from wherever they were written. */
final class FeedTableRows {
  private final Map<FeedTable, Map<String, Coding>> rows = new EnumMap<>(FeedTable.class);

  FeedTableRows() {
    for (FeedTable each : FeedTable.values()) {
      rows.put(each, new TreeMap<>());
    }
  }

  /**
   * Adds what a code means; one without a code, or with one that stands for none, goes by its
   * words.
   *
   * @return whether nothing else was written for it before
   */
  boolean add(FeedTable table, Coding local, Coding meaning) {
    if (!table.coded()) {
      return add(table, FeedTables.key(local), meaning);
    }
    boolean byWords =
        table == FeedTable.LABORATORY
            ? FeedTables.observationNamedByWords(local)
            : FeedTables.namedByWords(local);
    return byWords
        ? add(table, FeedProfile.codeKey("", FeedTables.key(local)), meaning)
        : add(
            table,
            FeedProfile.codeKey(CodeSystems.canonical(local.system()), local.code()),
            meaning);
  }

  private boolean add(FeedTable table, String key, Coding meaning) {
    Coding before = of(table).putIfAbsent(key, meaning);
    return before == null || before.equals(meaning);
  }

  FeedTables tables() {
    return new FeedTables(
        of(FeedTable.DRUGS),
        of(FeedTable.LABORATORY),
        words(FeedTable.UNITS),
        words(FeedTable.ROUTES),
        words(FeedTable.FREQUENCIES));
  }

  private Map<String, Coding> of(FeedTable table) {
    return rows.computeIfAbsent(table, each -> new TreeMap<>());
  }

  private Map<String, String> words(FeedTable table) {
    return of(table).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().code()));
  }
}
