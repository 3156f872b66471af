package org.rxtwin.twin.level;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.ForecastPoint;
import org.rxtwin.chart.DoseVerdict.Loading;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.JudgedExposure;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.dose.Decision;
import org.rxtwin.twin.dose.Odds;
import org.rxtwin.twin.dose.Option;
import org.rxtwin.twin.dose.RegimenSearch;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.ModelText;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/** Turns forecasts into a verdict, under the project's clinical rules 1, 2, 4 and 5. */
final class LevelJudgement {
  private static final String AVERAGE = "average level at steady state";

  private final LevelCase patient;
  private final LevelForecast forecast;
  private final Target target;
  private final Exposure exposure;
  private final ModelText text;
  private final Giving giving;
  private final DoseQuestion question;
  private final NextLevel next;
  private final long seed;
  private final List<String> notes;

  LevelJudgement(
      LevelCase patient, LevelForecast forecast, Target target, Exposure exposure, long seed) {
    this.patient = patient;
    this.forecast = forecast;
    this.target = target;
    this.exposure = exposure;
    this.text = patient.model().text();
    this.giving = patient.giving();
    this.question = patient.question();
    this.next = new NextLevel(patient, forecast);
    this.seed = seed;
    this.notes = new ArrayList<>(patient.notes());
  }

  DoseVerdict verdict() {
    Option current = forecast.current();
    Outlook outlook = outlook(current, patient.regimen());
    Odds odds = new Odds(outlook.pTarget(), outlook.pLow(), outlook.pToxic());
    Decision decision =
        new RegimenSearch(target, giving, allowed(current, odds), forecast).decide(current, odds);
    Instant nextLevel = next.at(current, decision instanceof Decision.Keep);
    if (decision instanceof Decision.Switch other) {
      return adjust(outlook, other.option());
    }
    if (decision instanceof Decision.NoneSafe) {
      return new DoseVerdict.Unsafe(
          question.key(),
          odds(outlook)
              + ". No regimen that can be given keeps "
              + label()
              + " below "
              + Figures.plain(target.toxicAbove())
              + ": hold "
              + question.drug()
              + " and measure its level within 24 hours",
          run(outlook, question.at().plus(Duration.ofHours(24)), Optional.empty()));
    }
    if (decision instanceof Decision.Unclear) {
      return new DoseVerdict.CannotTell(
          question.key(),
          odds(outlook)
              + ", and no regimen that may be proposed does clearly better: measure the "
              + question.drug()
              + " level "
              + next.words(current, false));
    }
    return new DoseVerdict.Safe(
        question.key(), odds(outlook), run(outlook, nextLevel, loading(current)));
  }

  private Optional<Loading> loading(Option option) {
    return new Loadings(patient, forecast, target, exposure).find(option);
  }

  private DoseVerdict adjust(Outlook current, Option option) {
    Regimen better =
        new Regimen(
            question.drug(),
            Dose.milligrams(option.milligrams()),
            option.intervalHours(),
            patient.regimen().route(),
            forecast.infusionHours(option));
    Outlook recommended = outlook(option, better);
    Optional<Loading> loading = loading(option);
    String first =
        loading
            .map(
                l ->
                    ". Give "
                        + l.dose()
                        + " as first dose over "
                        + Figures.plain(l.infusionHours())
                        + " h: "
                        + l.why())
            .orElse("");
    return new DoseVerdict.Adjust(
        question.key(),
        odds(current)
            + "; "
            + odds(recommended)
            + ". Begin at "
            + next.begins(option)
            + first
            + ". Measure the "
            + question.drug()
            + " level "
            + next.words(option, false),
        run(current, next.at(option, false), loading),
        recommended);
  }

  /** mg a day that may be proposed now. */
  private Range allowed(Option current, Odds odds) {
    double daily = current.daily();
    boolean toxic = odds.pToxic() > target.maxPToxic();
    double share = giving.mostChange();
    double highest = giving.highestAfter(daily);
    double lowest = Double.isInfinite(share) || toxic ? 0 : daily * (1 - share);
    if (patient.unseenInducer()) {
      notes.add(
          "A drug speeds the clearance up and no level has shown by how much: no higher dose is"
              + " proposed");
      highest = Math.min(highest, daily);
    }
    if (patient.earlierAssumed()) {
      highest = Math.min(highest, daily);
    }
    return new Range(Math.min(lowest, highest), highest);
  }

  private Outlook outlook(Option option, Regimen regimen) {
    List<Course> courses = forecast.courses(option);
    long never = courses.stream().filter(c -> Double.isInfinite(c.steady())).count();
    if (never > 0) {
      notes.add(
          "Under "
              + regimen.text()
              + " the level never settles in "
              + percent(never / (double) courses.size())
              + ": more comes in than can be eliminated");
    }
    Odds odds = Odds.of(target, forecast.judged(courses));
    return new Outlook(
        regimen,
        points(courses),
        odds.pTarget(),
        odds.pLow(),
        odds.pToxic(),
        exposures(courses),
        Optional.of(judged(courses)));
  }

  /**
   * The exposure whose probabilities are told. Where too many draws never settle for an interval of
   * steady states it is that of the last day shown, which is said.
   */
  private JudgedExposure judged(List<Course> courses) {
    Spread steady = Spread.of(courses, Course::steady);
    if (forecast.byFormula() && steady.finite()) {
      return judged("at steady state", Optional.empty(), steady);
    }
    double day = forecast.toldDay();
    int place = forecast.days().indexOf(day);
    return judged(
        "on day " + Figures.plain(day) + (forecast.byFormula() ? ", still rising" : ""),
        Optional.of(day),
        Spread.of(courses, c -> c.daily(place)));
  }

  private JudgedExposure judged(String when, Optional<Double> day, Spread spread) {
    return new JudgedExposure(label(), when, day, spread.median(), spread.low90(), spread.high90());
  }

  private List<ForecastPoint> points(List<Course> courses) {
    List<ForecastPoint> points = new ArrayList<>();
    for (int d = 0; d < forecast.days().size(); d++) {
      int place = d;
      double day = forecast.days().get(d);
      Spread spread = Spread.of(courses, c -> c.daily(place));
      points.add(
          new ForecastPoint(
              question.at().plus(Duration.ofMinutes((long) (day * 24 * 60))),
              day,
              spread.median(),
              spread.low90(),
              spread.high90()));
    }
    return points;
  }

  private List<DoseVerdict.Exposure> exposures(List<Course> courses) {
    String concentration = text.units().concentration();
    String area = area(concentration);
    List<DoseVerdict.Exposure> all = new ArrayList<>();
    if (forecast.byFormula()) {
      add(all, "AUC24 at steady state", area, Spread.of(courses, Course::steadyArea));
      add(all, AVERAGE, concentration, Spread.of(courses, c -> c.steadyArea() / 24));
      add(all, "trough", concentration, Spread.of(courses, Course::trough));
    }
    if (exposure == Exposure.AUC24 && forecast.firstDayKnown()) {
      add(all, "AUC of the first 24 h", area, Spread.of(courses, Course::firstDay));
    }
    return all;
  }

  /** Concentration times hours, as UCUM writes it. */
  private static String area(String concentration) {
    int slash = concentration.indexOf('/');
    return concentration.substring(0, slash) + ".h" + concentration.substring(slash);
  }

  private static void add(List<DoseVerdict.Exposure> all, String name, String unit, Spread spread) {
    if (spread.finite()) {
      all.add(
          new DoseVerdict.Exposure(name, unit, spread.median(), spread.low90(), spread.high90()));
    }
  }

  private TwinRun run(Outlook current, Instant nextLevel, Optional<Loading> loading) {
    return new TwinRun(
        text.id(),
        text.version(),
        text.confirmed() && target.confirmed() && patient.confirmed(),
        seed,
        label(),
        target.unit().replace('*', '.'),
        target.low(),
        target.high(),
        Optional.of(current),
        notes,
        Optional.of(nextLevel),
        loading,
        Optional.of(target.toxicAbove()));
  }

  private String label() {
    return exposure.label(target, question.drug());
  }

  private String odds(Outlook outlook) {
    return outlook.regimen().text()
        + ": "
        + label()
        + " "
        + Figures.plain(target.low())
        + "-"
        + Figures.plain(target.high())
        + " in "
        + percent(outlook.pTarget())
        + ", below in "
        + percent(outlook.pLow())
        + ", above "
        + Figures.plain(target.toxicAbove())
        + " in "
        + percent(outlook.pToxic())
        + expected(outlook);
  }

  private String expected(Outlook outlook) {
    JudgedExposure judged = outlook.judged().orElseThrow();
    int decimals = target.high() >= 50 ? 0 : target.high() >= 5 ? 1 : 2;
    StringBuilder words =
        new StringBuilder(" (expected ")
            .append(Figures.rounded(judged.expected(), decimals))
            .append(' ')
            .append(target.unit().replace('*', '.'))
            .append(' ')
            .append(judged.when());
    outlook.exposures().stream()
        .filter(e -> exposure == Exposure.AUC24 && e.name().equals("AUC of the first 24 h"))
        .forEach(e -> words.append(", first 24 h ").append(Figures.rounded(e.expected(), 0)));
    return words.append(')').toString();
  }

  private static String percent(double p) {
    return Figures.rounded(p * 100, 0) + " %";
  }
}
