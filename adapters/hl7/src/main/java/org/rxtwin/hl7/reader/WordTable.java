package org.rxtwin.hl7.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of words beside this package: one header line, no quotes. */
final class WordTable {
  private WordTable() {}

  /** All rows below the header, each with all of its cells. */
  static List<List<String>> rows(String name) {
    try (InputStream table = WordTable.class.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalStateException(
            "expected the table " + name + "\nMaybe the program was packed without it.");
      }
      return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
