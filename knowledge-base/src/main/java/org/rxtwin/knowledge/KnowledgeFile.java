package org.rxtwin.knowledge;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One CSV file of one subject: RFC 4180, a header, lines that begin with {@code #} are remarks.
 * Every bad row is told, each by its first bad cell.
 */
final class KnowledgeFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .get();

  private KnowledgeFile() {}

  static <T extends KnowledgeRow> List<Located<T>> read(
      Subject<T> subject, String file, Reader text, List<KnowledgeProblem> problems) {
    try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
      return rows(subject, file, parser, problems);
    } catch (IOException | RuntimeException e) {
      problems.add(
          KnowledgeProblem.refused(
              new Place(file, 1), "-", "a CSV file with a header", String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private static <T extends KnowledgeRow> List<Located<T>> rows(
      Subject<T> subject, String file, CSVParser parser, List<KnowledgeProblem> problems) {
    if (!headerFits(subject, file, parser.getHeaderNames(), problems)) {
      return List.of();
    }
    List<Located<T>> rows = new ArrayList<>();
    Map<String, Long> lines = new LinkedHashMap<>();
    for (CSVRecord csv : parser) {
      Place place = new Place(file, parser.getCurrentLineNumber());
      row(subject, csv, place, problems, lines, rows);
    }
    return rows;
  }

  private static <T extends KnowledgeRow> void row(
      Subject<T> subject,
      CSVRecord csv,
      Place place,
      List<KnowledgeProblem> problems,
      Map<String, Long> lines,
      List<Located<T>> rows) {
    if (!csv.isConsistent()) {
      problems.add(
          KnowledgeProblem.refused(
              place, "-", Columns.of(subject).size() + " cells", csv.size() + " cells"));
      return;
    }
    try {
      T row = RowReader.read(subject, new Cells(csv.toMap()));
      Long first = lines.putIfAbsent(row.key(), place.line());
      if (first != null) {
        problems.add(
            KnowledgeProblem.refused(
                place, "-", "a key that line " + first + " has not taken", row.key()));
      }
      rows.add(new Located<>(row, place));
    } catch (BadCell e) {
      problems.add(KnowledgeProblem.refused(place, e.column(), e.expected(), e.came()));
    }
  }

  private static boolean headerFits(
      Subject<?> subject, String file, List<String> header, List<KnowledgeProblem> problems) {
    int before = problems.size();
    Place place = new Place(file, 1);
    for (String unknown : without(header, Columns.of(subject))) {
      problems.add(
          KnowledgeProblem.refused(
              place, unknown, "one of " + String.join(", ", Columns.of(subject)), unknown));
    }
    for (String missing : without(Columns.of(subject), header)) {
      problems.add(KnowledgeProblem.refused(place, missing, "the column " + missing, "none"));
    }
    return problems.size() == before;
  }

  private static List<String> without(List<String> all, List<String> taken) {
    TreeSet<String> left = new TreeSet<>(all);
    left.removeAll(new TreeSet<>(taken));
    return List.copyOf(left);
  }
}
