package org.rxtwin.app.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
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
import org.rxtwin.app.settings.TableSheet;

/**
 * Writes codes that mean nothing yet into the tables of a feed: a new file, or new rows at the end
 * of one that is there. Rows that stand there already, filled or not, are left alone.
 */
final class TablesToFill {
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
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      TableSheet sheet =
          TableSheet.find(bytes)
              .orElseThrow(() -> new UnusableInput(file + ": " + TableSheet.EXPECTED + "."));
      Set<List<String>> known = known(sheet, file);
      List<List<String>> added = rows.stream().filter(each -> known.add(identity(each))).toList();
      if (!added.isEmpty()) {
        Files.createDirectories(folder);
        write(file, sheet, added);
      }
      return added.size();
    } catch (IOException e) {
      throw new UnusableInput("Expected to write " + file + ", came an error", e);
    }
  }

  private static Set<List<String>> known(TableSheet sheet, Path file) throws IOException {
    Set<List<String>> known = new LinkedHashSet<>();
    boolean header = true;
    for (CSVRecord each : sheet.format().parse(new StringReader(sheet.text()))) {
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

  /** New rows are written as those that stand there. */
  private static void write(Path file, TableSheet sheet, List<List<String>> rows)
      throws IOException {
    boolean open = !sheet.text().isEmpty() && !sheet.text().endsWith("\n");
    List<List<String>> all = new ArrayList<>();
    if (sheet.text().isEmpty()) {
      all.add(ProfileReport.COLUMNS);
    }
    all.addAll(rows);
    CSVFormat format = sheet.format().builder().setRecordSeparator("\n").get();
    try (BufferedWriter writer =
            Files.newBufferedWriter(
                file, sheet.charset(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        CSVPrinter printer = new CSVPrinter(writer, format)) {
      if (open) {
        printer.println();
      }
      printer.printRecords(all);
    }
  }
}
