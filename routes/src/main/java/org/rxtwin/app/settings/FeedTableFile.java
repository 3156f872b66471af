package org.rxtwin.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.rxtwin.app.settings.FeedInForce.Counted;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.feed.FeedProfile;

/**
 * One table of a feed: {@code system,code,text,means_system,means_code}. The columns of the report
 * of {@code read --profile-report} may stand beside them: rows of another sender or kind are passed
 * over, and rows that mean nothing yet are counted.
 */
final class FeedTableFile {
  private static final List<String> NEEDED = List.of("code", "means_code");
  private static final List<String> KNOWN =
      List.of(
          "system",
          "code",
          "text",
          "means_system",
          "means_code",
          "application",
          "facility",
          "kind",
          "segment",
          "field",
          "reason",
          "count",
          "problem");

  /** What a spreadsheet makes of a long row of digits; counts of blood have units that look so. */
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?E\\+\\d+");

  private final FeedTable table;
  private final String label;
  private final Meanings meanings;
  private final Set<String> overrides;
  private final List<String> problems;
  private final List<String> header = new ArrayList<>();
  private int rows;
  private int open;

  /**
   * @param overrides words that may mean another thing than to everybody
   */
  FeedTableFile(
      FeedTable table,
      String label,
      Meanings meanings,
      Set<String> overrides,
      List<String> problems) {
    this.overrides = overrides;
    this.table = table;
    this.label = label;
    this.meanings = meanings;
    this.problems = problems;
  }

  /** Adds the rows that are meant for that sender. */
  Counted read(TableSheet sheet, FeedProfile sender, FeedTableRows into) {
    try (CSVParser parser = format(sheet).parse(new StringReader(sheet.text()))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (records.hasNext()) {
        records.next().forEach(each -> header.add(each.strip().toLowerCase(Locale.ROOT)));
      }
      if (headerIsGood()) {
        long line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
          row(records.next(), line, sender, into);
          line = parser.getCurrentLineNumber() + 1;
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      problems.add(
          label + ": expected a CSV table. Maybe a quotation mark is not closed or not doubled.");
    }
    return new Counted(table.file(), rows, open);
  }

  private static CSVFormat format(TableSheet sheet) {
    return sheet.format().builder().setIgnoreEmptyLines(true).get();
  }

  private boolean headerIsGood() {
    int before = problems.size();
    NEEDED.stream()
        .filter(each -> !header.contains(each))
        .forEach(each -> problems.add(label + " line 1: expected the column " + each));
    header.stream()
        .filter(each -> !KNOWN.contains(each))
        .forEach(
            each ->
                problems.add(
                    label
                        + " line 1: "
                        + each
                        + " is no column of a table."
                        + SettingKeys.meant(each, KNOWN)));
    if (header.stream().distinct().count() < header.size()) {
      problems.add(label + " line 1: expected each column once");
    }
    return problems.size() == before;
  }

  private void row(CSVRecord row, long line, FeedProfile sender, FeedTableRows into) {
    if (row.size() > header.size()) {
      problem(line, "expected " + header.size() + " cells, came " + row.size());
      return;
    }
    if (!ofSender(row, sender) || !or(row, "kind", table.kind()).equals(table.kind())) {
      return;
    }
    Coding local = new Coding(cell(row, "code"), cell(row, "system"), cell(row, "text"));
    String means = cell(row, "means_code");
    String system = cell(row, "means_system");
    if (means.isEmpty()) {
      open++;
      return;
    }
    Optional<String> fault = fault(local, system, means);
    if (fault.isEmpty() && !into.add(table, local, Meanings.meaning(table, system, means))) {
      fault = Optional.of("code: another meaning is written for it already");
    }
    fault.ifPresentOrElse(each -> problem(line, each), () -> rows++);
  }

  /** A counted row is the report's, and of the sender it names, be it of one without a name. */
  private boolean ofSender(CSVRecord row, FeedProfile sender) {
    boolean counted = !cell(row, "count").isEmpty();
    String application = counted ? "" : sender.application();
    String facility = counted ? "" : sender.facility();
    return sender.fits(or(row, "application", application), or(row, "facility", facility));
  }

  private Optional<String> fault(Coding local, String system, String means) {
    if (local.code().isEmpty() && local.text().isEmpty()) {
      return Optional.of("code: expected a code, or the words that stand for it in text");
    }
    if (table.coded() && Stream.of(local.code(), means).anyMatch(FeedTableFile::rounded)) {
      return Optional.of(
          "code: expected all digits of a code, came a rounded number. Maybe format the column as"
              + " text before the codes are written.");
    }
    return meanings
        .fault(table, system, means)
        .map(each -> "means_code: " + each)
        .or(
            () ->
                meanings
                    .redefined(table, local, Meanings.meaning(table, system, means), overrides)
                    .map(each -> "code: " + each));
  }

  private static boolean rounded(String code) {
    return ROUNDED.matcher(code).matches();
  }

  private void problem(long line, String what) {
    problems.add(label + " line " + line + " " + what);
  }

  private String or(CSVRecord row, String column, String otherwise) {
    String cell = cell(row, column);
    return cell.isEmpty() ? otherwise : cell;
  }

  private String cell(CSVRecord row, String column) {
    int at = header.indexOf(column);
    return at < 0 || at >= row.size() ? "" : row.get(at).strip();
  }
}
