package org.rxtwin.twin.level;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.model.LevelUse;
import org.rxtwin.twin.model.Output;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;
import org.rxtwin.twin.question.Silent;

/**
 * The levels a person is fitted to. Only a sound value with its time of sampling counts; where the
 * newest is none, older ones would hide what it says, and the twin stays silent.
 */
final class LevelHistory {
  /** Levels are used back to this many days; a person changes. */
  private static final double USED_DAYS = 30;

  private static final int MOST = 6;

  private final PkPdModel model;
  private final DoseQuestion question;
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * One level.
   *
   * @param at hours from the evaluation time
   * @param value in the model's unit
   * @param output what it measures
   */
  record Taken(double at, double value, Output output) {}

  LevelHistory(PkPdModel model, DoseQuestion question, Doses doses) {
    this.model = model;
    this.question = question;
    List<Level> known =
        question.levels().stream()
            .filter(each -> !each.at().isAfter(question.at()))
            .sorted(Comparator.comparing(Level::at))
            .toList();
    if (!known.isEmpty()) {
      checkKnown(known.get(known.size() - 1));
    }
    List<Level> all = known.stream().filter(each -> use(each).isPresent()).toList();
    for (int i = 0; i < all.size(); i++) {
      read(all.get(i), i == all.size() - 1, doses);
    }
    while (taken.size() > MOST) {
      taken.remove(0);
    }
    if (taken.isEmpty() && model.text().levels().stream().anyMatch(LevelUse::required)) {
      throw new Silent(
          "there is no "
              + question.drug()
              + " level of the last 30 days, and people differ too much for a forecast without one:"
              + " measure it just before the next dose");
    }
    if (taken.isEmpty()) {
      notes.add(
          all.isEmpty()
              ? "No level yet: the forecast is that of the population with this patient's covariates"
              : "No level of the last 30 days: the forecast is that of the population");
    }
  }

  /** A newest level that the model knows nothing of may gainsay all that it forecasts. */
  private void checkKnown(Level newest) {
    boolean old = ClearanceCourse.hours(question.at(), newest.at()) < -USED_DAYS * 24;
    if (!old && use(newest).isEmpty()) {
      throw new Silent(
          "the last "
              + question.drug()
              + " level is one the model cannot be fitted to ("
              + newest.analyte().replace('-', ' ')
              + "): measure a level just before the next dose");
    }
  }

  private Optional<LevelUse> use(Level level) {
    return model.text().levels().stream()
        .filter(u -> u.analyte().equals(level.analyte()))
        .findFirst();
  }

  private void read(Level level, boolean newest, Doses doses) {
    double at = ClearanceCourse.hours(question.at(), level.at());
    if (at < -USED_DAYS * 24) {
      return;
    }
    LevelUse use = use(level).orElseThrow();
    OptionalDouble value =
        MassConcentration.convert(
            level.value(), level.unit(), model.text().units().concentration());
    Optional<String> against = against(level, use, at, value, doses);
    if (against.isEmpty()) {
      taken.add(new Taken(at, value.orElseThrow(), output(use)));
    } else if (newest) {
      throw new Silent("the last " + question.drug() + " level " + against.get());
    } else {
      notes.add("An earlier " + question.drug() + " level is not used: it " + against.get());
    }
  }

  private Output output(LevelUse use) {
    return model.outputs().stream()
        .filter(o -> o.name().equals(use.output()))
        .findFirst()
        .orElse(model.outputs().get(0));
  }

  private Optional<String> against(
      Level level, LevelUse use, double at, OptionalDouble value, Doses doses) {
    Optional<String> unfit = unfit(level.reliability());
    if (unfit.isPresent()) {
      return unfit;
    }
    if (value.isEmpty()) {
      return Optional.of(
          "came in "
              + level.unit()
              + ", which is not "
              + model.text().units().concentration()
              + ": ask the laboratory for the value in "
              + model.text().units().concentration());
    }
    if (!(level.value() > 0)) {
      return Optional.of("is not above zero: measure it again before the next dose");
    }
    Optional<String> beside =
        Beside.at(model, question, at).map(b -> "says too little: " + b.why());
    if (beside.isPresent()) {
      return beside;
    }
    double since = sinceDose(at, doses);
    String dose = infused(doses) ? "the end of an infusion" : "a dose";
    if (since < use.notBeforeHours()) {
      return Optional.of(
          "was drawn too early, "
              + Figures.rounded(since, 1)
              + " h after "
              + dose
              + ": it says nothing of toxicity; measure it again at least "
              + Figures.plain(use.notBeforeHours())
              + " h after "
              + dose
              + ", best just before the next");
    }
    return Optional.empty();
  }

  /** Hours since the last dose, or since the end of its infusion; zero while it runs. */
  private static double sinceDose(double at, Doses doses) {
    double last = Double.NEGATIVE_INFINITY;
    for (Doses.One dose : doses.list()) {
      last = dose.at() < at ? dose.at() + dose.hours() : last;
    }
    return Math.max(0, at - last);
  }

  private static boolean infused(Doses doses) {
    return doses.list().stream().anyMatch(dose -> dose.hours() > 0);
  }

  private static Optional<String> unfit(Reliability reliability) {
    return switch (reliability) {
      case SOUND -> Optional.empty();
      case TIME_OF_REPORT, DATE_ONLY ->
          Optional.of(
              "has no time of sampling: ask the ward when it was drawn, or measure it again just"
                  + " before the next dose");
      case BOUND -> Optional.of("is only known to lie above or below a number: ask for the number");
      case PRELIMINARY -> Optional.of("is preliminary: wait for the final one");
      case DOUBTFUL_SPECIMEN ->
          Optional.of("is of a doubtful specimen: draw it again now, not from the line");
      case OTHER_UNIT ->
          Optional.of("came in a unit that is none of this level: ask the laboratory for it");
    };
  }

  /** Levels, oldest first. */
  List<Taken> list() {
    return List.copyOf(taken);
  }

  /** What a reader must know of them. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
