package org.rxtwin.app.command;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as RFC 4180 has it: a header, then rows. A byte order mark and empty lines are passed
 * over; the header is read without regard to case.
 */
final class CsvInput implements Closeable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private final List<String> names;

  private CsvInput(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
    this.header = records.hasNext() ? Arrays.asList(records.next().values()) : List.of();
    List<String> lower = new ArrayList<>();
    header.forEach(cell -> lower.add(cell.strip().toLowerCase(Locale.ROOT)));
    this.names = List.copyOf(lower);
  }

  /** Opens a table that must have these columns. */
  static CsvInput open(InputStream in, List<String> needed) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      CsvInput input = new CsvInput(FORMAT.parse(reader));
      input.check(needed);
      return input;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw unreadable(1, e);
    }
  }

  private void check(List<String> needed) {
    if (header.isEmpty()) {
      throw new UnusableInput(
          "Expected a table with the columns " + String.join(",", needed) + ", came nothing");
    }
    List<String> missing = needed.stream().filter(n -> !names.contains(n)).toList();
    if (!missing.isEmpty()) {
      throw new UnusableInput(
          "Expected the column"
              + (missing.size() == 1 ? " " : "s ")
              + String.join(", ", missing)
              + ", came the header "
              + String.join(",", header)
              + "\nMaybe the first line is a row, not the header, or its cells are not separated"
              + " by commas.");
    }
    List<String> twice =
        needed.stream().filter(n -> names.indexOf(n) != names.lastIndexOf(n)).toList();
    if (!twice.isEmpty()) {
      throw new UnusableInput(
          "Expected each column once, came twice: "
              + String.join(", ", twice)
              + "\nMaybe give the other one another name: it would not be known which is meant.");
    }
  }

  /** The header as written. */
  List<String> header() {
    return header;
  }

  /** The line end of the input, so that answers end their lines the same way. */
  String lineEnd() {
    return Optional.ofNullable(parser.getFirstEndOfLine()).orElse("\n");
  }

  /** The next row, or nothing at the end. */
  Optional<CsvRow> next() {
    long before = parser.getRecordNumber();
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord record = records.next();
      return Optional.of(
          new CsvRow(record.getRecordNumber() - 1, names, Arrays.asList(record.values())));
    } catch (UncheckedIOException | IllegalStateException e) {
      throw unreadable(before, e);
    }
  }

  private static UnusableInput unreadable(long row, Exception e) {
    return new UnusableInput(
        "Expected a table, came something that is none after row "
            + (row - 1)
            + "\nMaybe a quotation mark is not closed, or one inside a cell is not doubled.",
        e);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not close the input", e);
    }
  }
}
