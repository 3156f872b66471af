package org.rxtwin.twin.warfarin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.dose.Decision;
import org.rxtwin.twin.dose.DoseSearch;
import org.rxtwin.twin.dose.Odds;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/** Turns forecasts into a verdict, under the project's clinical rules 1, 2, 4 and 5. */
final class WarfarinJudgement {
  private final PkPdModel model;
  private final Target target;
  private final Giving giving;
  private final double residualSd;
  private final DoseQuestion question;
  private final WarfarinCase patient;
  private final InrForecast forecast;
  private final List<String> notes;
  private final long seed;
  private final boolean confirmed;

  WarfarinJudgement(
      PkPdModel model,
      Target target,
      DoseQuestion question,
      WarfarinCase patient,
      InrForecast forecast,
      List<String> notes,
      long seed,
      boolean confirmed) {
    this.model = model;
    this.target = target;
    this.giving = model.text().giving().orElseThrow();
    this.residualSd = WarfarinTwin.residualSd(model);
    this.question = question;
    this.patient = patient;
    this.forecast = forecast;
    this.notes = notes;
    this.seed = seed;
    this.confirmed = confirmed;
  }

  DoseVerdict verdict() {
    Outlook current = outlook(patient.regimen());
    Odds odds = new Odds(current.pTarget(), current.pLow(), current.pToxic());
    Decision decision =
        new DoseSearch(
                target, giving, new Range(floor(odds), ceiling()), patient.steady(), forecast)
            .decide(patient.daily(), odds);
    if (decision instanceof Decision.Change change) {
      return adjust(current, change.dailyDose());
    }
    if (decision instanceof Decision.NoneSafe) {
      return new DoseVerdict.Unsafe(
          question.key(),
          odds(current)
              + ". No dose keeps INR below "
              + Figures.plain(target.toxicAbove())
              + " from day "
              + Figures.plain(forecast.from())
              + " on: hold warfarin and measure INR on day 1",
          run(current, 1));
    }
    if (decision instanceof Decision.Unclear) {
      return new DoseVerdict.CannotTell(
          question.key(),
          odds(current)
              + ", and no dose that may be proposed does clearly better:"
              + " measure INR within 3 days");
    }
    return new DoseVerdict.Safe(
        question.key(), odds(current), run(current, patient.steady() ? 28 : 7));
  }

  private DoseVerdict adjust(Outlook current, double dailyDose) {
    Regimen better =
        new Regimen(
            question.drug(),
            Dose.milligrams(dailyDose * giving.intervalHours() / 24),
            giving.intervalHours(),
            patient.regimen().route());
    Outlook recommended = outlook(better);
    return new DoseVerdict.Adjust(
        question.key(),
        odds(current) + "; " + odds(recommended) + ". Measure INR on day 3",
        run(current, 3),
        recommended);
  }

  /**
   * Upward by a fifth at most, or back to the dose of the state fitted; never upward beside an
   * inducer before an INR has shown its effect.
   */
  private double ceiling() {
    double lastLevel = patient.levels().lastKey();
    boolean unseenInducer =
        patient.perpetrators().stream()
            .anyMatch(p -> p.log() > 0 && p.stop() > 0 && p.activity(lastLevel) < 0.5);
    if (unseenInducer) {
      notes.add("An inducer acts that no INR has shown yet: no higher dose is proposed");
      return patient.daily();
    }
    double daily = patient.daily();
    double next = Math.max(daily * (1 + giving.mostChange()), daily + giving.step());
    return Math.max(next, patient.settledDaily());
  }

  /** Where only the dose acts and nothing is toxic, down by a fifth at most. */
  private double floor(Odds current) {
    return patient.steady() && current.pToxic() <= target.maxPToxic()
        ? Math.min(patient.daily() * (1 - giving.mostChange()), patient.daily() - giving.step())
        : giving.least();
  }

  private Outlook outlook(Regimen regimen) {
    List<double[]> courses = forecast.courses(regimen.dose().amount(), regimen.intervalHours());
    Odds odds = Odds.of(target, forecast.judged(courses));
    return new Outlook(
        regimen,
        forecast.points(question.at(), courses, residualSd),
        odds.pTarget(),
        odds.pLow(),
        odds.pToxic());
  }

  private TwinRun run(Outlook current, int nextDays) {
    Instant next = question.at().plus(Duration.ofDays(nextDays));
    return new TwinRun(
        model.id(),
        model.text().version(),
        confirmed,
        seed,
        "INR",
        "",
        target.low(),
        target.high(),
        Optional.of(current),
        notes,
        Optional.of(next),
        Optional.empty(),
        Optional.of(target.toxicAbove()));
  }

  private String odds(Outlook outlook) {
    return outlook.regimen().text()
        + ": INR "
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
        + percent(outlook.pToxic());
  }

  private String percent(double p) {
    return Figures.rounded(p * 100, 0) + " %";
  }
}
