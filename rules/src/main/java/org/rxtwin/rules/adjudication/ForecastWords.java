package org.rxtwin.rules.adjudication;

import java.util.Optional;
import org.rxtwin.chart.DoseVerdict.Loading;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.JudgedExposure;
import org.rxtwin.chart.UnitWords;
import org.rxtwin.quantity.Figures;

/** What the twin expects, as the end of a sentence. */
final class ForecastWords {
  private static final String FIRST_DAY = "AUC of the first 24 h";

  private ForecastWords() {}

  /** What the present regimen leads to; empty where nothing was forecast. */
  static String expected(TwinRun run) {
    return run.current()
        .flatMap(now -> JudgedExposure.of(run, now).map(judged -> now(run, now, judged)))
        .orElse("");
  }

  private static String now(TwinRun run, Outlook now, JudgedExposure judged) {
    String unit = UnitWords.of(run.unit());
    return (run.confirmed() ? "; twin expects " : "; twin (unconfirmed) expects ")
        + judged.name()
        + " "
        + judged.figure(run)
        + (unit.isEmpty() ? "" : " " + unit)
        + " "
        + judged.when()
        + under(run, now);
  }

  /** What both regimens lead to, and which danger falls from what to what. */
  static String compared(TwinRun run, Outlook best, Optional<Loading> first) {
    String other =
        JudgedExposure.of(run, best)
            .map(judged -> ", " + judged.figure(run) + when(run, judged) + under(run, best))
            .orElse("");
    return expected(run)
        + other
        + run.current()
            .filter(now -> !run.isCourse())
            .map(now -> firstDay(run, now, best, first) + danger(run, now, best))
            .orElse("");
  }

  /** When, where it is not when the present regimen is judged. */
  private static String when(TwinRun run, JudgedExposure best) {
    return run.current()
        .flatMap(now -> JudgedExposure.of(run, now))
        .filter(now -> !now.when().equals(best.when()))
        .map(now -> " " + best.when())
        .orElse("");
  }

  private static String danger(TwinRun run, Outlook now, Outlook best) {
    if (now.pAbove() < now.pLow() && now.pToxic() < now.pLow()) {
      return "; too low" + change(now.pLow(), best.pLow());
    }
    return "; above target"
        + change(now.pAbove(), best.pAbove())
        + run.toxicAbove()
            .filter(limit -> limit > run.targetHigh())
            .map(limit -> "; toxic (over " + Figures.plain(limit) + ")")
            .map(words -> words + change(now.pToxic(), best.pToxic()))
            .orElse("");
  }

  private static String change(double now, double then) {
    return " in " + percent(now) + " now, " + percent(then) + " then";
  }

  /** What the first day comes to, where it is judged by its area. */
  private static String firstDay(TwinRun run, Outlook now, Outlook best, Optional<Loading> first) {
    if (!run.exposure().startsWith("AUC")) {
      return "";
    }
    return first
        .map(loading -> "; " + loading.why())
        .or(() -> area(now).flatMap(one -> area(best).map(other -> both(one, other))))
        .orElse("");
  }

  /** The same of both regimens where the first day is over. */
  private static String both(String now, String then) {
    return "; first 24 h " + now + (now.equals(then) ? "" : " now, " + then + " then");
  }

  private static Optional<String> area(Outlook outlook) {
    return outlook.exposures().stream()
        .filter(each -> each.name().equals(FIRST_DAY))
        .findFirst()
        .map(each -> Figures.rounded(each.expected(), 0));
  }

  private static String under(TwinRun run, Outlook outlook) {
    return run.isCourse()
        ? " at " + outlook.regimen().dose()
        : " under " + Daily.text(outlook.regimen());
  }

  private static String percent(double probability) {
    return Figures.rounded(100 * probability, 0) + " %";
  }
}
