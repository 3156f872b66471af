package org.rxtwin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.rxtwin.quantity.Figures;

/** Both regimens side by side: what each leads to, and with which probability. */
final class TwinTable {
  private static final double[] COURSE_DAYS = {3, JudgedExposure.COURSE_DAY, 14};
  private static final int COLUMN = 22;

  private final TextPage page;
  private final DoseVerdict.TwinRun run;
  private final List<DoseVerdict.Outlook> columns = new ArrayList<>();
  private final int nameWidth;

  TwinTable(
      TextPage page,
      DoseVerdict.TwinRun run,
      DoseVerdict.Outlook current,
      Optional<DoseVerdict.Outlook> recommended) {
    this.page = page;
    this.run = run;
    columns.add(current);
    recommended.ifPresent(columns::add);
    nameWidth = run.isCourse() ? 14 : Math.max(24, judgedName(current).length() + 2);
  }

  /** What counts as harm; events that do not tell where it begins call it too high. */
  private String harm() {
    return run.toxicAbove()
        .map(Figures::plain)
        .map(
            limit ->
                run.isCourse() ? run.exposure() + " over " + limit : "toxic (over " + limit + ")")
        .orElse("too high");
  }

  private String judgedName(DoseVerdict.Outlook outlook) {
    return JudgedExposure.of(run, outlook)
        .map(
            one ->
                run.exposure()
                    + one.day()
                        .map(day -> " day " + Figures.rounded(day, 0))
                        .orElse(" " + one.when()))
        .orElse("");
  }

  void add() {
    DoseVerdict.Outlook current = columns.get(0);
    row("", each -> each.regimen().dose() + rhythm(each.regimen()));
    if (columns.stream().anyMatch(each -> each.regimen().infusionHours() > 0)) {
      row("", each -> length(each.regimen()));
    }
    row("", each -> each.equals(current) ? "now" : "proposed, screened");
    if (run.isCourse()) {
      for (double day : COURSE_DAYS) {
        row(run.exposure() + " day " + Figures.plain(day), each -> onDay(each, day));
      }
    } else {
      steady(current);
    }
    row("in target", each -> percent(each.pTarget()));
    row("too low", each -> percent(each.pLow()));
    row("above target", each -> percent(each.pAbove()));
    row(harm(), each -> percent(each.pToxic()));
  }

  /** The judged exposure where the list of exposures does not name it, then that list. */
  private void steady(DoseVerdict.Outlook current) {
    Optional<JudgedExposure> judged = JudgedExposure.of(run, current);
    String name = judgedName(current);
    boolean listed = current.exposures().stream().anyMatch(each -> each.name().equals(name));
    boolean apart = judged.isPresent() && !listed;
    if (apart && columns.stream().map(this::judgedName).distinct().count() > 1) {
      row(run.exposure(), this::judgedFigure);
      row("", this::judgedWhen);
    } else if (apart) {
      row(name, this::judgedFigure);
    }
    for (DoseVerdict.Exposure named : current.exposures()) {
      boolean same = apart && named.expected() == judged.get().expected();
      if (worthShowing(named) && !same) {
        row(
            shortened(named.name()),
            each ->
                each.exposures().stream()
                    .filter(other -> other.name().equals(named.name()))
                    .findFirst()
                    .map(TwinTable::figure)
                    .orElse("-"));
      }
    }
  }

  /** Areas belong to what is judged by its area; an average says the same in other words. */
  private boolean worthShowing(DoseVerdict.Exposure exposure) {
    boolean area = exposure.name().startsWith("AUC") && !run.exposure().startsWith("AUC");
    return !area && !exposure.name().startsWith("average");
  }

  private String judgedFigure(DoseVerdict.Outlook outlook) {
    return JudgedExposure.of(run, outlook)
        .map(
            one ->
                JudgedExposure.written(run, one.expected())
                    + " ("
                    + JudgedExposure.written(run, one.low90())
                    + " to "
                    + JudgedExposure.written(run, one.high90())
                    + ")")
        .orElse("-");
  }

  private String judgedWhen(DoseVerdict.Outlook outlook) {
    return JudgedExposure.of(run, outlook).map(JudgedExposure::when).orElse("-");
  }

  private String shortened(String name) {
    return name.length() < nameWidth
        ? name
        : name.replace("AUC of the first 24 h", "AUC of first 24 h");
  }

  private String onDay(DoseVerdict.Outlook outlook, double day) {
    return outlook
        .nearest(day)
        .filter(point -> Math.abs(point.day() - day) < 1)
        .map(point -> figure(point.expected(), point.low90(), point.high90(), 1))
        .orElse("-");
  }

  private void row(String name, Function<DoseVerdict.Outlook, String> cell) {
    StringBuilder line = new StringBuilder("          ").append(pad(name, nameWidth));
    columns.forEach(each -> line.append(pad(cell.apply(each), COLUMN)));
    page.line(line.toString());
  }

  private static String rhythm(Regimen regimen) {
    return regimen.intervalHours() == 24 && !regimen.isByVein()
        ? " daily"
        : " every " + Figures.plain(regimen.intervalHours()) + " h";
  }

  private static String length(Regimen regimen) {
    return regimen.infusionHours() > 0
        ? "over " + Figures.plain(regimen.infusionHours()) + " h"
        : "";
  }

  private static String figure(DoseVerdict.Exposure exposure) {
    double size = Math.abs(exposure.expected());
    int decimals = size >= 50 ? 0 : size >= 5 ? 1 : 2;
    return figure(exposure.expected(), exposure.low90(), exposure.high90(), decimals);
  }

  private static String figure(double expected, double low, double high, int decimals) {
    return one(expected, decimals) + " (" + one(low, decimals) + " to " + one(high, decimals) + ")";
  }

  private static String one(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String percent(double probability) {
    return Figures.rounded(100 * probability, 0) + " %";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
