package org.rxtwin.twin.level;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.Regimen;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.twin.model.Domain;
import org.rxtwin.twin.model.FromChart;
import org.rxtwin.twin.model.FromChart.Quantity;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.PkPdModel;
import org.rxtwin.twin.question.ClearanceCourse;
import org.rxtwin.twin.question.Silent;

/** A dose question on the axis of the twin, or the reason why it cannot be answered. */
final class LevelCase {
  /** Doses are followed from this many days before the first level used, or before now. */
  private static final double RUN_IN_DAYS = 60;

  /** The same where equations are followed step by step. */
  private static final double SHORT_RUN_IN_DAYS = 21;

  /** Doses assumed before a level that no dose on the chart explains. */
  private static final int EARLIER = 8;

  /** Doses of so many hours at the edge of what is told stand for those before it. */
  private static final double EDGE = 7 * 24;

  /** How far ahead anything is forecast, hours. */
  static final double HORIZON = 28 * 24;

  private final PkPdModel model;
  private final DoseQuestion question;
  private final Giving giving;
  private final Regimen regimen;
  private final List<String> notes = new ArrayList<>();
  private final LevelHistory levels;
  private final Surroundings surroundings;
  private final double perMilligram;
  private Doses doses;
  private double start;
  private double settledRate;
  private boolean confirmed = true;
  private boolean earlierAssumed;

  LevelCase(PkPdModel model, DoseQuestion question) {
    this.model = model;
    this.question = question;
    this.giving = model.text().giving().orElseThrow();
    this.regimen = readable();
    this.perMilligram = giving.activeFraction() * perMilligram(model.text().units().amount());
    this.doses = given();
    ChartCovariates chart = covariates();
    this.levels = new LevelHistory(model, question, doses);
    chooseStart();
    notes.addAll(levels.notes());
    notes.addAll(chart.notes());
    confirmed &= !chart.doubtful();
    this.surroundings = new Surroundings(model, chart, perpetrators(), Math.min(start, 0), HORIZON);
    if (!doses.list().isEmpty()) {
      notes.add(
          question.dosesAssumed()
              ? "Doses are assumed as ordered, not recorded as given"
              : "Doses are those recorded as given");
    }
  }

  private static double perMilligram(String amount) {
    return switch (amount) {
      case "mg" -> 1;
      case "ug" -> 1000;
      case "g" -> 0.001;
      case "ng" -> 1e6;
      default -> throw new Silent("the model counts in " + amount + ", which no order is given in");
    };
  }

  private Regimen readable() {
    question
        .incomplete()
        .ifPresent(
            why -> {
              throw new Silent("the chart is not whole: " + why + ": have what is lost sent again");
            });
    Regimen current =
        question
            .current()
            .orElseThrow(
                () ->
                    new Silent(
                        "no "
                            + question.drug()
                            + " regimen with a readable dose is in force: ask for dose and"
                            + " interval"));
    if (current.dose().unit() != DoseUnit.MG) {
      throw new Silent(
          "the " + question.drug() + " dose is not given in mg: ask for the dose in mg");
    }
    checkRoute(current.route());
    Beside.at(model, question, 0)
        .ifPresent(
            beside -> {
              throw new Silent(beside.why());
            });
    return current;
  }

  private void checkRoute(String route) {
    Optional<RouteGroup> ordered = RouteGroup.find(route);
    Optional<RouteGroup> known = RouteGroup.find(giving.route());
    if (!route.isEmpty() && known.isPresent() && !ordered.equals(known)) {
      throw new Silent(
          "the model knows "
              + question.drug()
              + " by route "
              + giving.route()
              + " only, the order says "
              + route
              + ": dose by level without the twin");
    }
  }

  private Doses given() {
    List<Doses.One> all = new ArrayList<>();
    for (DoseTaken dose : question.doses()) {
      double at = ClearanceCourse.hours(question.at(), dose.at());
      if (at <= 0) {
        all.add(dose(at, dose.milligrams(), hours(dose.infusionHours(), dose.milligrams())));
      }
    }
    return new Doses(all);
  }

  /** An infusion whose length was not told runs as long as the order says, else as it may. */
  private double hours(double told, double milligrams) {
    if (told > 0 || giving.infusion().isEmpty()) {
      return told;
    }
    return regimen.infusionHours() > 0 ? regimen.infusionHours() : giving.infusionHours(milligrams);
  }

  private ChartCovariates covariates() {
    ChartCovariates chart = new ChartCovariates(model, question);
    for (String word : model.text().domain().limits().keySet()) {
      Quantity quantity = FromChart.limited(word);
      place(quantity, word, chart.now(quantity));
    }
    return chart;
  }

  private void place(Quantity quantity, String word, double value) {
    Domain.Place place = model.text().domain().place(word, value);
    if (place == Domain.Place.OUTSIDE_HARD) {
      throw new Silent(
          "the "
              + outside(quantity, value)
              + "the range of the model: correct it where it is wrong, else dose by level without"
              + " the twin");
    }
    if (place == Domain.Place.OUTSIDE_SOFT) {
      notes.add(
          "The " + outside(quantity, value) + "the people studied: the forecast lowers no finding");
      confirmed = false;
    }
  }

  private static String outside(Quantity quantity, double value) {
    return quantity.said() + " (" + quantity.figure(value) + ") is outside ";
  }

  /**
   * Where the history begins: without drug at the first dose; where doses reach further back than
   * the run-in, in the steady state of those before it; where they begin at the very edge of what
   * is told, in the steady state of the first, because the therapy is older.
   */
  private void chooseStart() {
    double first = levels.list().isEmpty() ? 0 : levels.list().get(0).at();
    double firstDose = doses.size() == 0 ? Double.POSITIVE_INFINITY : doses.get(0).at();
    if (first <= firstDose && !levels.list().isEmpty()) {
      assumeEarlier(Math.min(first, firstDose));
      return;
    }
    double days = model.structure().linear() ? RUN_IN_DAYS : SHORT_RUN_IN_DAYS;
    double runIn = first - days * 24;
    if (firstDose >= runIn) {
      start = Math.min(firstDose, 0);
      settledRate = reachesFurther() ? rate(firstDose, firstDose + EDGE) : 0;
      return;
    }
    List<Doses.One> after = doses.list().stream().filter(d -> d.at() >= runIn).toList();
    double from = Math.max(firstDose, runIn - 14 * 24);
    settledRate = rate(from, Math.max(runIn, from + 24));
    start = runIn;
    doses = new Doses(after);
  }

  /** Amount an hour, as given, from one time until before another. */
  private double rate(double from, double to) {
    return doses.list().stream()
            .filter(d -> d.at() >= from && d.at() < to)
            .mapToDouble(Doses.One::amount)
            .sum()
        / (to - from);
  }

  /** Whether the first dose told lies so near the edge of what is told that others came before. */
  private boolean reachesFurther() {
    if (doses.size() < 2) {
      return false;
    }
    double apart = doses.get(1).at() - doses.get(0).at();
    return doses.get(0).at() - apart < -DoseQuestion.REACH.toHours();
  }

  private void assumeEarlier(double until) {
    earlierAssumed = true;
    confirmed = false;
    notes.add(
        "A level was measured before the first dose on the chart: earlier doses are taken to be the"
            + " present regimen. Ask what was taken before; until then the forecast lowers no"
            + " finding and no higher dose is proposed");
    List<Doses.One> earlier = new ArrayList<>();
    double milligrams = regimen.dose().amount();
    double last = doses.size() == 0 ? 0 : doses.get(0).at();
    for (int k = 1;
        last - k * regimen.intervalHours() > until - EARLIER * regimen.intervalHours();
        k++) {
      earlier.add(dose(last - k * regimen.intervalHours(), milligrams, hours(0, milligrams)));
    }
    doses = new Doses(earlier).then(doses.list());
    start = doses.get(0).at();
    settledRate = milligrams * perMilligram / regimen.intervalHours();
  }

  private List<ClearanceCourse> perpetrators() {
    List<ClearanceChange> changes =
        question.perpetrators().stream().filter(c -> !heldByName(c.ingredient())).toList();
    if (!Surroundings.heldBy(model)) {
      for (ClearanceChange change : changes) {
        notes.add(
            change.ingredient()
                + " changes the clearance, which this model does not hold: the forecast is without"
                + " it and lowers no finding");
        confirmed = false;
      }
      return List.of();
    }
    confirmed &= changes.stream().allMatch(ClearanceChange::confirmed);
    return changes.stream()
        .map(c -> ClearanceCourse.of(c, question.at(), DoubleUnaryOperator.identity()))
        .toList();
  }

  /** Whether the paper itself estimated what this drug does. */
  private boolean heldByName(String ingredient) {
    return model.text().covariates().stream()
        .flatMap(c -> c.from().stream())
        .anyMatch(f -> f.equals(new FromChart(Quantity.RUNNING, ingredient)));
  }

  /** A dose as ordered, in mg. */
  Doses.One dose(double at, double milligrams, double hours) {
    return new Doses.One(at, milligrams * perMilligram, hours);
  }

  /** Amount of the modelled substance per mg ordered. */
  double perMilligram() {
    return perMilligram;
  }

  /** A walk that stands at the start. */
  Walk begin(double[] etas, double[] logs) {
    Walk walk = new Walk(surroundings, start, doses, etas, logs);
    if (settledRate > 0) {
      walk.settle(settledRate);
    }
    return walk;
  }

  /** When a regimen with that interval gives its first dose, hours from now. */
  double firstDose(double interval) {
    return doses.size() == 0 ? 0 : Math.max(0, doses.get(doses.size() - 1).at() + interval);
  }

  /** Whether doses that no chart tells of had to be assumed to read a level. */
  boolean earlierAssumed() {
    return earlierAssumed;
  }

  /**
   * When the course began that goes on: at the first dose after the last gap longer than {@code
   * gap}; now, where none was given since. Empty where doses before the first told are assumed.
   */
  Optional<Double> startOfCourse(double gap) {
    if (notBegun(gap)) {
      return Optional.of(0.0);
    }
    for (int i = doses.size() - 1; i > 0; i--) {
      if (doses.get(i).at() - doses.get(i - 1).at() > gap(gap)) {
        return Optional.of(doses.get(i).at());
      }
    }
    return settledRate > 0 ? Optional.empty() : Optional.of(doses.get(0).at());
  }

  /** Whether the first dose is still to come: none was given, or the last longer ago than that. */
  boolean notBegun(double gap) {
    return doses.size() == 0 || -doses.get(doses.size() - 1).at() > gap(gap);
  }

  /** One dose left out is no gap. */
  private double gap(double hours) {
    return Math.max(hours, 2.5 * regimen.intervalHours());
  }

  /**
   * Whether nothing but the dose acts on the exposure from now on: every drug that changes the
   * clearance has come or gone.
   */
  boolean steady() {
    return surroundings.perpetrators().stream().allMatch(p -> p.unchanged(0, HORIZON));
  }

  /** Whether a drug speeds the clearance up and no level has shown by how much. */
  boolean unseenInducer() {
    double last =
        levels.list().isEmpty()
            ? Double.NEGATIVE_INFINITY
            : levels.list().get(levels.list().size() - 1).at();
    return surroundings.perpetrators().stream()
        .anyMatch(p -> p.log() > 0 && p.activity(HORIZON) > 0 && p.activity(last) < 0.5);
  }

  PkPdModel model() {
    return model;
  }

  DoseQuestion question() {
    return question;
  }

  Giving giving() {
    return giving;
  }

  Regimen regimen() {
    return regimen;
  }

  Doses doses() {
    return doses;
  }

  LevelHistory levels() {
    return levels;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** What a reader must know. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether nothing of this patient keeps the forecast from lowering a finding. */
  boolean confirmed() {
    return confirmed;
  }
}
