package org.rxtwin.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table of our own: a header, rows, and a last column {@code problem}. */
final class CsvOutput {
  private final Terminal terminal;
  private final CSVPrinter printer;
  private final int columns;
  private int exit;

  CsvOutput(Terminal terminal, List<String> header) {
    this.terminal = terminal;
    this.columns = header.size();
    try {
      printer =
          new CSVPrinter(
              terminal.out(), CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
      List<String> all = new ArrayList<>(header);
      all.add("problem");
      printer.printRecord(all);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  void row(List<String> cells) {
    write(cells, "");
  }

  /** A row that could not be answered; what is known of it stands first. */
  void problem(List<String> cells, String problem) {
    exit = CommandLineRun.UNUSABLE;
    terminal.err().println(String.join(" ", cells) + ": " + problem);
    write(cells, problem);
  }

  /** 0, or 1 where a row had a problem. */
  int exit() {
    return exit;
  }

  private void write(List<String> cells, String problem) {
    List<String> record = new ArrayList<>(cells);
    while (record.size() < columns) {
      record.add("");
    }
    record.add(problem);
    try {
      printer.printRecord(record);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private static UnusableInput unwritten(IOException e) {
    return new UnusableInput("Expected to write the answer, came an error", e);
  }

  /** A number that reads back as the same, without the ending {@code .0}. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
