package org.rxtwin.app.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.rxtwin.app.settings.FeedTable;

/**
 * Writes codes that mean nothing yet into the tables of a feed: a new file, or new rows at the end
 * of one that is there. Rows that stand there already, filled or not, are left alone.
 */
final class TablesToFill {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  /** Columns that tell one code of one sender from another. */
  private static final List<Integer> IDENTITY =
      List.of("application", "facility", "system", "code", "text").stream()
          .map(ProfileReport.COLUMNS::indexOf)
          .toList();

  private final Path folder;

  TablesToFill(Path folder) {
    this.folder = folder;
  }

  /**
   * Adds rows to a table's file.
   *
   * @param rows in the columns of the report
   * @return how many of them are new
   */
  int add(FeedTable table, List<List<String>> rows) {
    Path file = folder.resolve(table.file());
    try {
      boolean there = Files.exists(file);
      Set<List<String>> known = there ? known(file) : new LinkedHashSet<>();
      List<List<String>> added = rows.stream().filter(each -> known.add(identity(each))).toList();
      if (!added.isEmpty()) {
        Files.createDirectories(folder);
        write(file, there, added);
      }
      return added.size();
    } catch (IOException e) {
      throw new UnusableInput("Expected to write " + file + ", came an error", e);
    }
  }

  private static Set<List<String>> known(Path file) throws IOException {
    Set<List<String>> known = new LinkedHashSet<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      boolean header = true;
      for (CSVRecord each : FORMAT.parse(reader)) {
        List<String> cells = each.toList();
        if (header && !begins(cells)) {
          throw new UnusableInput(
              "Expected the columns "
                  + String.join(",", ProfileReport.COLUMNS)
                  + " in "
                  + file
                  + ", came others\nMaybe name a new folder, and put the rows together by hand.");
        }
        header = false;
        known.add(identity(cells));
      }
    }
    return known;
  }

  /** The report's own rows, saved by hand, end in a column more. */
  private static boolean begins(List<String> header) {
    int most = Math.min(header.size(), ProfileReport.COLUMNS.size());
    return header.subList(0, most).equals(ProfileReport.COLUMNS);
  }

  private static List<String> identity(List<String> cells) {
    return IDENTITY.stream().map(at -> at < cells.size() ? cells.get(at) : "").toList();
  }

  private static void write(Path file, boolean there, List<List<String>> rows) throws IOException {
    boolean open = there && !Files.readString(file, StandardCharsets.UTF_8).endsWith("\n");
    List<List<String>> all = new ArrayList<>();
    if (!there) {
      all.add(ProfileReport.COLUMNS);
    }
    all.addAll(rows);
    try (BufferedWriter writer =
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
      if (open) {
        printer.println();
      }
      printer.printRecords(all);
    }
  }
}
