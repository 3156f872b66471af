package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param number 1 for the first after the header
 * @param names columns, lower case
 * @param cells as written, perhaps more or fewer than names
 */
record CsvRow(long number, List<String> names, List<String> cells) {
  private static final char NOT_UTF8 = '\uFFFD';

  CsvRow {
    cells = List.copyOf(cells);
  }

  /** The cell of a column without blanks around it; empty where there is none. */
  String text(String column) {
    int index = names.indexOf(column);
    if (index != names.lastIndexOf(column)) {
      throw new RowProblem("the column " + column + " stands twice");
    }
    return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
  }

  /** The same, but must hold something. */
  String needed(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw new RowProblem(column + " is empty");
    }
    return text;
  }

  /** The parts of a cell that holds a list, separated by semicolons. */
  List<String> list(String column) {
    return List.of(text(column).split(";")).stream()
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A number, where the cell holds one. */
  Optional<Double> number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      throw new RowProblem("expected a number in " + column + ", came " + text, e);
    }
    throw new RowProblem("expected a number in " + column + ", came " + text);
  }

  /** Cells for the answer: exactly as many as the header has. */
  List<String> fitted() {
    List<String> fitted = new ArrayList<>(cells);
    while (fitted.size() < names.size()) {
      fitted.add("");
    }
    return fitted.subList(0, names.size());
  }

  /** What makes the row unreadable as a whole, if anything. */
  Optional<String> fault() {
    if (cells.size() > names.size()) {
      return Optional.of(
          "the row has "
              + cells.size()
              + " cells, the header "
              + names.size()
              + ": a cell with a comma needs quotation marks");
    }
    return cells.stream().anyMatch(c -> c.indexOf(NOT_UTF8) >= 0)
        ? Optional.of("the row holds bytes that are not UTF-8")
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "CsvRow[" + number + "]";
  }
}
