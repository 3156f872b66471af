package org.rxtwin.twin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rxtwin.twin.model.Covariate;
import org.rxtwin.twin.model.PkPdModel;

/**
 * Reads NM-TRAN style CSV: columns in any case and order, empty or {@code .} for missing. A
 * covariate that is missing takes the person's value before it; at the first record it takes the
 * next that is given, else the model's default.
 */
public final class DataReader {
  private final PkPdModel model;
  private final List<String> columns;

  private DataReader(PkPdModel model, List<String> columns) {
    this.model = model;
    this.columns = columns;
  }

  /** The people in {@code csv}, in the order they first appear. */
  public static List<Subject> read(PkPdModel model, String csv) {
    List<String> lines = csv.lines().filter(l -> !l.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("expected a header line, came nothing");
    }
    List<String> columns = new ArrayList<>();
    for (String cell : cells(lines.get(0))) {
      columns.add(cell.toUpperCase(Locale.ROOT));
    }
    if (!columns.contains("ID") || !columns.contains("TIME")) {
      throw new IllegalArgumentException(
          "expected the columns ID and TIME, came " + columns + "\nMaybe the header is missing");
    }
    return new DataReader(model, columns).subjects(lines);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      String bare = cell.strip();
      boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
      cells.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
    }
    return cells;
  }

  private List<Subject> subjects(List<String> lines) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      Row row = new Row(i + 1, columns, cells(lines.get(i)));
      rows.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
    }
    List<Subject> subjects = new ArrayList<>();
    rows.forEach(
        (id, own) ->
            subjects.add(
                new Subject(id, records(own), own.stream().map(row -> row.line() - 2).toList())));
    return subjects;
  }

  private List<DosingRecord> records(List<Row> rows) {
    Map<String, Double> current = firstValues(rows);
    List<DosingRecord> records = new ArrayList<>();
    for (Row row : rows) {
      for (Covariate covariate : model.text().covariates()) {
        Double value = row.find(covariate.name().toUpperCase(Locale.ROOT));
        if (value != null) {
          current.put(covariate.name(), value);
        }
      }
      records.add(row.record(current));
    }
    return records;
  }

  private Map<String, Double> firstValues(List<Row> rows) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Covariate covariate : model.text().covariates()) {
      for (Row row : rows) {
        Double value = row.find(covariate.name().toUpperCase(Locale.ROOT));
        if (value != null) {
          values.putIfAbsent(covariate.name(), value);
        }
      }
    }
    return values;
  }

  /** One line of the data. */
  private record Row(int line, List<String> columns, List<String> cells) {
    Row {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "line " + line + ": expected " + columns.size() + " cells, came " + cells.size());
      }
    }

    String id() {
      return cells.get(columns.indexOf("ID"));
    }

    @Nullable Double find(String column) {
      int index = columns.indexOf(column);
      if (index < 0 || cells.get(index).isEmpty() || cells.get(index).equals(".")) {
        return null;
      }
      try {
        double value = Double.parseDouble(cells.get(index));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below, with the line.
      }
      throw new IllegalArgumentException(
          "line "
              + line
              + ": expected a number in column "
              + column
              + "\nMaybe leave the cell empty where nothing is known, and write 0.5 with a point");
    }

    int whole(String column) {
      double value = number(column);
      if (value != StrictMath.rint(value) || Math.abs(value) > 1e9) {
        throw new IllegalArgumentException(
            "line " + line + ": expected a whole number in column " + column + ", came " + value);
      }
      return (int) value;
    }

    double number(String column) {
      Double value = find(column);
      return value == null ? 0 : value;
    }

    DosingRecord record(Map<String, Double> covariates) {
      Double dv = find("DV");
      boolean dose = number("AMT") > 0 || (number("RATE") > 0 && number("SS") > 0);
      boolean missing = dv == null || number("MDV") != 0;
      Double time = find("TIME");
      try {
        return new DosingRecord(
            time == null ? Double.NaN : time,
            find("EVID") == null ? (dose ? 1 : 0) : whole("EVID"),
            number("AMT"),
            number("RATE"),
            number("II"),
            whole("ADDL"),
            whole("SS"),
            whole("CMT"),
            dv == null ? Double.NaN : dv,
            missing,
            covariates);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
      }
    }
  }
}
