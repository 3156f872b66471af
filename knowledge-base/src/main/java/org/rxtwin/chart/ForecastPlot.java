package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A forecast drawn with characters: the median under the present regimen with its 90 % band, the
 * median under the proposed one, and the target between two dotted lines.
 */
final class ForecastPlot {
  static final char BAND = '░';
  static final char NOW = '●';
  static final char PROPOSED = '○';
  static final char TARGET = '┄';

  private static final int COLUMNS = 61;
  private static final int MOST_ROWS = 14;
  private static final int LABEL = 8;
  private static final double[] STEPS = {
    0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 25, 50, 100, 200, 250, 500
  };

  private final DoseVerdict.TwinRun run;
  private final List<DoseVerdict.ForecastPoint> now;
  private final List<DoseVerdict.ForecastPoint> proposed;
  private final double lastDay;
  private final double step;
  private final long bottom;
  private final char[][] cells;

  ForecastPlot(
      DoseVerdict.TwinRun run,
      DoseVerdict.Outlook current,
      Optional<DoseVerdict.Outlook> recommended) {
    this.run = run;
    now = current.forecast();
    proposed = recommended.map(DoseVerdict.Outlook::forecast).orElse(List.of());
    lastDay = now.stream().mapToDouble(DoseVerdict.ForecastPoint::day).max().orElse(1);
    double low = Math.min(lowest(), run.targetLow());
    double high = Math.max(highest(), run.targetHigh());
    step = step(high - low);
    bottom = (long) Math.floor(low / step);
    int rows = (int) ((long) Math.ceil(high / step) - bottom) + 1;
    cells = new char[rows][COLUMNS];
  }

  List<String> lines() {
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
    Arrays.fill(cells[row(run.targetLow())], TARGET);
    Arrays.fill(cells[row(run.targetHigh())], TARGET);
    for (int column = 0; column < COLUMNS; column++) {
      band(column);
    }
    mark(proposed, PROPOSED);
    mark(now, NOW);
    List<String> lines = new ArrayList<>();
    for (int row = cells.length - 1; row >= 0; row--) {
      lines.add(label(row) + new String(cells[row]).stripTrailing());
    }
    lines.addAll(axis());
    return lines;
  }

  private void band(int column) {
    double day = day(column);
    if (now.size() < 2 || day < now.get(0).day()) {
      return;
    }
    int from = row(between(now, day, DoseVerdict.ForecastPoint::low90));
    int to = row(between(now, day, DoseVerdict.ForecastPoint::high90));
    for (int row = from; row <= to; row++) {
      cells[row][column] = BAND;
    }
  }

  private void mark(List<DoseVerdict.ForecastPoint> points, char sign) {
    for (DoseVerdict.ForecastPoint point : points) {
      int column = (int) Math.round(point.day() / lastDay * (COLUMNS - 1));
      if (column >= 0 && column < COLUMNS) {
        cells[row(point.expected())][column] = sign;
      }
    }
  }

  private String label(int row) {
    double value = (bottom + row) * step;
    boolean target = row == row(run.targetLow()) || row == row(run.targetHigh());
    String text = String.format(Locale.ROOT, form(), value);
    return " ".repeat(Math.max(0, LABEL - 2 - text.length())) + text + (target ? " ╪" : " ┤");
  }

  private String form() {
    if (step == 0.25 || step == 0.05) {
      return "%.2f";
    }
    return step >= 25 ? "%.0f" : "%.1f";
  }

  private List<String> axis() {
    char[] line = new char[COLUMNS];
    char[] days = new char[COLUMNS + 4];
    Arrays.fill(line, '─');
    Arrays.fill(days, ' ');
    int every = Math.max(1, (int) Math.round(lastDay / 7));
    for (int day = 0; day <= lastDay; day += every) {
      int column = (int) Math.round(day / lastDay * (COLUMNS - 1));
      line[column] = '┴';
      char[] text = Integer.toString(day).toCharArray();
      System.arraycopy(text, 0, days, column, text.length);
    }
    return List.of(
        " ".repeat(LABEL - 1) + "└" + new String(line),
        " ".repeat(LABEL - 4) + "day " + new String(days).stripTrailing());
  }

  private double day(int column) {
    return lastDay * column / (COLUMNS - 1);
  }

  private int row(double value) {
    long row = Math.round(value / step) - bottom;
    return (int) Math.max(0, Math.min(cells.length - 1, row));
  }

  private static double between(
      List<DoseVerdict.ForecastPoint> points,
      double day,
      java.util.function.ToDoubleFunction<DoseVerdict.ForecastPoint> of) {
    DoseVerdict.ForecastPoint before = points.get(0);
    for (DoseVerdict.ForecastPoint point : points) {
      if (point.day() >= day) {
        double gap = point.day() - before.day();
        double share = gap > 0 ? (day - before.day()) / gap : 0;
        return of.applyAsDouble(before)
            + share * (of.applyAsDouble(point) - of.applyAsDouble(before));
      }
      before = point;
    }
    return of.applyAsDouble(before);
  }

  private double lowest() {
    return Math.min(
        now.stream().mapToDouble(DoseVerdict.ForecastPoint::low90).min().orElse(0),
        proposed.stream().mapToDouble(DoseVerdict.ForecastPoint::expected).min().orElse(1e9));
  }

  private double highest() {
    return Math.max(
        now.stream().mapToDouble(DoseVerdict.ForecastPoint::high90).max().orElse(0),
        proposed.stream().mapToDouble(DoseVerdict.ForecastPoint::expected).max().orElse(0));
  }

  private static double step(double range) {
    for (double step : STEPS) {
      if (range / step <= MOST_ROWS - 2) {
        return step;
      }
    }
    return range / (MOST_ROWS - 2);
  }
}
