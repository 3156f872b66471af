package org.rxtwin.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Answers a table row by row: its own columns first, then ours, then {@code problem}. No row is
 * dropped or moved.
 *
 * @param needed columns the input must have
 * @param columns columns of the answer
 */
record CsvAnswers(List<String> needed, List<String> columns) {
  private static final String PROBLEM = "problem";
  private static final long PROGRESS_EACH = 5_000;

  CsvAnswers {
    needed = List.copyOf(needed);
    columns = List.copyOf(columns);
  }

  /**
   * Answers all rows of a file.
   *
   * @return 0, or 1 where a row has a problem
   */
  int answer(Terminal terminal, String file, Function<CsvRow, Map<String, String>> answerer) {
    try (CsvInput input = CsvInput.open(InputText.open(terminal, file), needed)) {
      warnOfDoubles(terminal, input.header());
      CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator(input.lineEnd()).get();
      CSVPrinter printer = new CSVPrinter(terminal.out(), format);
      printer.printRecord(header(input.header()));
      return rows(terminal, input, printer, answerer);
    } catch (IOException e) {
      throw new UnusableInput("Expected to write the answer, came an error", e);
    }
  }

  private int rows(
      Terminal terminal,
      CsvInput input,
      CSVPrinter printer,
      Function<CsvRow, Map<String, String>> answerer)
      throws IOException {
    int exit = 0;
    for (Optional<CsvRow> row = input.next(); row.isPresent(); row = input.next()) {
      Answer answer = answer(row.get(), answerer);
      printer.printRecord(record(row.get(), answer));
      if (!answer.problem().isEmpty()) {
        terminal.err().println("row " + row.get().number() + ": " + answer.problem());
        exit = CommandLineRun.UNUSABLE;
      }
      if (row.get().number() % PROGRESS_EACH == 0) {
        terminal.err().println(row.get().number() + " rows answered");
        if (terminal.out().checkError()) {
          return exit;
        }
      }
    }
    return exit;
  }

  private record Answer(Map<String, String> values, String problem) {}

  private static Answer answer(CsvRow row, Function<CsvRow, Map<String, String>> answerer) {
    Optional<String> fault = row.fault();
    if (fault.isPresent()) {
      return new Answer(Map.of(), fault.get());
    }
    try {
      return new Answer(answerer.apply(row), "");
    } catch (RowProblem e) {
      return new Answer(e.answers(), String.valueOf(e.getMessage()));
    }
  }

  private List<String> header(List<String> own) {
    List<String> header = new ArrayList<>(own);
    header.addAll(columns);
    header.add(PROBLEM);
    return header;
  }

  private List<String> record(CsvRow row, Answer answer) {
    List<String> record = new ArrayList<>(row.fitted());
    columns.forEach(column -> record.add(answer.values().getOrDefault(column, "")));
    record.add(answer.problem());
    return record;
  }

  private void warnOfDoubles(Terminal terminal, List<String> own) {
    PrintStream err = terminal.err();
    header(List.of()).stream()
        .filter(own::contains)
        .forEach(
            column ->
                err.println(
                    "The column " + column + " stands twice now: the last one is the answer."));
  }
}
