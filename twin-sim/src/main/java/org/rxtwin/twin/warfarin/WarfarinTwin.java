package org.rxtwin.twin.warfarin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.DoseVerdict.Outlook;
import org.rxtwin.chart.DoseVerdict.TwinRun;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.dose.Decision;
import org.rxtwin.twin.dose.DoseSearch;
import org.rxtwin.twin.dose.Odds;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.model.Domain;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Target;

/** Judges a warfarin dose: fit to the INR measured, forecast, search. */
public final class WarfarinTwin {
  private static final int DRAWS = 200;

  private final PkPdModel model;
  private final Target target;
  private final Giving giving;
  private final double residualSd;
  private final boolean usable;

  /**
   * @param model the model file of Hamberg 2007, perhaps changed by a site
   */
  public WarfarinTwin(PkPdModel model) {
    this.model = model;
    this.target =
        model.text().targets().stream()
            .filter(t -> t.name().equals("inr"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("expected a target named inr"));
    this.giving = model.text().giving().orElseThrow();
    this.residualSd =
        model.outputs().stream()
            .filter(o -> o.name().equals("INR") && o.error() != null)
            .map(o -> FastMath.sqrt(java.util.Objects.requireNonNull(o.error()).additive()))
            .findFirst()
            .orElseThrow();
    this.usable = SelfCheck.agrees(model);
  }

  /** The verdict; every clinical reason not to answer is a {@code CannotTell}. */
  public DoseVerdict judge(DoseQuestion question, long seed, Budget budget) {
    try {
      if (!usable) {
        return cannot(question, "the model file's equations are not those this twin computes");
      }
      WarfarinCase patient = new WarfarinCase(question);
      List<String> notes = new ArrayList<>(patient.notes());
      boolean soft = insideSoft(question, notes);
      FittedInr fitted = new FittedInr(model, patient, question.ageYears().orElseThrow(), budget);
      InrForecast forecast =
          new InrForecast(patient, fitted, seed, DRAWS, giving.intervalHours(), budget);
      boolean confirmed = soft && confirmed(question, patient);
      return new Judgement(question, patient, forecast, notes, seed, confirmed).verdict();
    } catch (WarfarinCase.Silent e) {
      return cannot(question, String.valueOf(e.getMessage()));
    }
  }

  private static DoseVerdict cannot(DoseQuestion question, String why) {
    return new DoseVerdict.CannotTell(question.key(), why);
  }

  private boolean confirmed(DoseQuestion question, WarfarinCase patient) {
    return model.text().confirmed()
        && target.confirmed()
        && !patient.genotypes().outside()
        && question.perpetrators().stream().allMatch(ClearanceChange::confirmed);
  }

  private boolean insideSoft(DoseQuestion question, List<String> notes) {
    if (question.ageYears().isEmpty()) {
      throw new WarfarinCase.Silent("the age is not known");
    }
    boolean soft = inside("age_years", question.ageYears(), notes);
    return inside("weight_kg", question.weightKg(), notes) && soft;
  }

  private boolean inside(String quantity, Optional<Double> value, List<String> notes) {
    Domain.Place place =
        value.map(v -> model.text().domain().place(quantity, v)).orElse(Domain.Place.INSIDE);
    if (place == Domain.Place.OUTSIDE_HARD) {
      throw new WarfarinCase.Silent(quantity + " is outside the range of the model");
    }
    if (place == Domain.Place.OUTSIDE_SOFT) {
      notes.add(quantity + " is outside the people studied: the forecast lowers no finding");
    }
    return place == Domain.Place.INSIDE;
  }

  /** Turns forecasts into a verdict. */
  private final class Judgement {
    private final DoseQuestion question;
    private final WarfarinCase patient;
    private final InrForecast forecast;
    private final List<String> notes;
    private final long seed;
    private final boolean confirmed;

    Judgement(
        DoseQuestion question,
        WarfarinCase patient,
        InrForecast forecast,
        List<String> notes,
        long seed,
        boolean confirmed) {
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
          new DoseSearch(target, giving, ceiling(), forecast).decide(patient.daily(), odds);
      if (decision instanceof Decision.Change change) {
        Regimen better =
            new Regimen(
                question.drug(),
                Dose.milligrams(change.dailyDose() * giving.intervalHours() / 24),
                giving.intervalHours(),
                patient.regimen().route());
        Outlook recommended = outlook(better);
        return new DoseVerdict.Adjust(
            question.key(),
            odds(current) + ". " + better.text() + ": " + odds(recommended),
            run(current, 3),
            recommended);
      }
      if (decision instanceof Decision.NoneSafe) {
        return new DoseVerdict.Unsafe(
            question.key(),
            odds(current)
                + ". No dose keeps INR below "
                + Figures.plain(target.toxicAbove())
                + " from day 3 on: hold warfarin and measure INR on day 1",
            run(current, 1));
      }
      if (decision instanceof Decision.Unclear) {
        return cannot(
            question,
            odds(current)
                + ", and no dose that may be proposed does clearly better:"
                + " measure INR within 3 days");
      }
      return new DoseVerdict.Safe(
          question.key(), odds(current), run(current, patient.steady() ? 28 : 7));
    }

    /** Never upward beside an inducer before an INR has shown its effect. */
    private double ceiling() {
      double lastLevel = patient.levels().lastKey();
      boolean unseenInducer =
          patient.perpetrators().stream()
              .anyMatch(p -> p.log() > 0 && p.stop() > 0 && p.activity(lastLevel) < 0.5);
      if (unseenInducer) {
        notes.add("An inducer acts that no INR has shown yet: no higher dose is proposed");
        return patient.daily();
      }
      return giving.most();
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
          Optional.of(next));
    }

    private String odds(Outlook outlook) {
      return "INR "
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
}
