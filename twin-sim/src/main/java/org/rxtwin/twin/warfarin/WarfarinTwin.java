package org.rxtwin.twin.warfarin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.twin.engine.Budget;
import org.rxtwin.twin.model.Domain;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.model.Target;
import org.rxtwin.twin.question.Silent;

/** Judges a warfarin dose: fit to the INR measured, forecast, search. */
public final class WarfarinTwin {
  private static final int DRAWS = 100;

  private final PkPdModel model;
  private final Target target;
  private final Giving giving;
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
    this.usable = SelfCheck.agrees(model);
  }

  /** Standard deviation of the logarithm of a reported INR around the model's. */
  static double residualSd(PkPdModel model) {
    return model.outputs().stream()
        .filter(o -> o.name().equals("INR"))
        .flatMap(o -> o.readings().stream())
        .map(e -> FastMath.sqrt(e.additive()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected an output INR with an error"));
  }

  /** The verdict; every clinical reason not to answer is a {@code CannotTell}. */
  public DoseVerdict judge(DoseQuestion question, long seed, Budget budget) {
    try {
      if (!usable) {
        return cannot(
            question,
            "the model file's equations are not those this twin computes:"
                + " restore the shipped equations, or dose by INR without the twin");
      }
      WarfarinCase patient = new WarfarinCase(question);
      List<String> notes = new ArrayList<>(patient.notes());
      notes.add(
          "Intervals are those of a single INR reading: model, laboratory and the variation of a"
              + " person from day to day; the shares are those of the expected INR");
      boolean soft = insideSoft(question, notes);
      FittedInr fitted = new FittedInr(model, patient, question.ageYears().orElseThrow(), budget);
      InrForecast forecast =
          new InrForecast(patient, fitted, seed, DRAWS, giving.intervalHours(), target, budget);
      fitted.explainsLast();
      boolean confirmed = soft && confirmed(question, patient);
      return new WarfarinJudgement(
              model, target, question, patient, forecast, notes, seed, confirmed)
          .verdict();
    } catch (Silent e) {
      return cannot(question, e.why());
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
      throw new Silent("the age is not known: record the date of birth");
    }
    boolean soft = inside("age_years", question.ageYears(), notes);
    return inside("weight_kg", question.weightKg(), notes) && soft;
  }

  private boolean inside(String quantity, Optional<Double> value, List<String> notes) {
    Domain.Place place =
        value.map(v -> model.text().domain().place(quantity, v)).orElse(Domain.Place.INSIDE);
    if (place == Domain.Place.OUTSIDE_HARD) {
      throw new Silent(
          quantity
              + " is outside the range of the model: correct it where it is wrong, else dose by INR"
              + " without the twin");
    }
    if (place == Domain.Place.OUTSIDE_SOFT) {
      notes.add(quantity + " is outside the people studied: the forecast lowers no finding");
    }
    return place == Domain.Place.INSIDE;
  }
}
