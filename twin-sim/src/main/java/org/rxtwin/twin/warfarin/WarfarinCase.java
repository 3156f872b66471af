package org.rxtwin.twin.warfarin;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.DoseQuestion.Level;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.Regimen;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.twin.question.ClearanceCourse;
import org.rxtwin.twin.question.Silent;

/**
 * A question about warfarin on the axis of the twin: hours from the evaluation time, mg of racemic
 * warfarin.
 */
final class WarfarinCase {
  /** INR values are used back to this many days before the last one. */
  private static final double USED_DAYS = 30;

  private static final int MOST_LEVELS = 5;

  /** A last INR older than this says nothing of today. */
  private static final double STALE_DAYS = 90;

  /** Doses are followed from this many days before the first INR used. */
  private static final double RUN_IN_DAYS = 21;

  private static final double RAISED = 1.5;

  private final DoseQuestion question;
  private final Regimen regimen;
  private final Genotypes genotypes;
  private final List<ClearanceCourse> perpetrators;
  private final TreeMap<Double, Double> doses = new TreeMap<>();
  private final TreeMap<Double, Double> levels = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private double start;
  private double settledDaily;

  /** The case, or nothing with the reason why the twin cannot tell. */
  WarfarinCase(DoseQuestion question) {
    this.question = question;
    this.regimen = readableRegimen(question);
    this.genotypes = Genotypes.read(question.genotypes());
    this.perpetrators =
        question.perpetrators().stream()
            .map(p -> ClearanceCourse.of(p, question.at(), genotypes.beside(p.enzyme())))
            .toList();
    for (DoseTaken dose : question.doses()) {
      doses.merge(ClearanceCourse.hours(question.at(), dose.at()), dose.milligrams(), Double::sum);
    }
    readLevels();
    chooseStart();
    notes.addAll(genotypes.notes());
    notes.add(
        question.dosesAssumed()
            ? "Doses are assumed as ordered, not recorded as given"
            : "Doses are those recorded as given");
  }

  private static Regimen readableRegimen(DoseQuestion question) {
    Optional<Regimen> current = question.current();
    if (question.incomplete().isPresent()) {
      throw new Silent(
          "the chart is not whole: "
              + question.incomplete().get()
              + ": have what is lost sent again");
    }
    if (current.isEmpty()) {
      throw new Silent(
          "no warfarin regimen with a readable dose is in force: ask for dose and interval");
    }
    if (current.get().dose().unit() != DoseUnit.MG) {
      throw new Silent("the warfarin dose is not given in mg: ask for the dose in mg");
    }
    return current.get();
  }

  private void readLevels() {
    List<Level> measured =
        question.levels().stream()
            .filter(each -> each.analyte().equals("inr") && each.value() > 0)
            .filter(each -> !each.at().isAfter(question.at()))
            .toList();
    if (measured.isEmpty()) {
      throw new Silent("no INR to fit to: measure INR before the next dose decision");
    }
    Level newest = measured.get(measured.size() - 1);
    unfit(newest).ifPresent(why -> refuse("the last INR " + why));
    if (newest.reliability() == Reliability.TIME_OF_REPORT) {
      notes.add("The last INR came without a sampling time: the time of its report is used");
    }
    measured.stream()
        .filter(each -> each.reliability().measured())
        .forEach(each -> levels.put(ClearanceCourse.hours(question.at(), each.at()), each.value()));
    double last = levels.lastKey();
    if (last < -STALE_DAYS * 24) {
      throw new Silent("the last INR is older than 90 days: measure INR now");
    }
    levels.headMap(last - USED_DAYS * 24, false).clear();
    while (levels.size() > MOST_LEVELS) {
      levels.pollFirstEntry();
    }
  }

  /** Why a newest value cannot be fitted to; older ones would hide what it says. */
  private static Optional<String> unfit(Level newest) {
    return switch (newest.reliability()) {
      case SOUND, TIME_OF_REPORT -> Optional.empty();
      case DATE_ONLY -> Optional.of("has a date but no time of sampling: ask for the time");
      case BOUND -> Optional.of("is only known to lie above or below a number: ask for the number");
      case PRELIMINARY -> Optional.of("is preliminary: wait for the final one");
      case DOUBTFUL_SPECIMEN -> Optional.of("is of a doubtful specimen: measure INR again now");
      case OTHER_UNIT -> Optional.of("came in a unit that is none of INR: ask the laboratory");
    };
  }

  private static void refuse(String why) {
    throw new Silent(why);
  }

  /**
   * Where the history begins: with no drug at the first dose of a new patient, else with the steady
   * state of the doses taken until then.
   */
  private void chooseStart() {
    double firstLevel = levels.firstKey();
    double firstDose = doses.isEmpty() ? 0 : doses.firstKey();
    boolean raised = levels.firstEntry().getValue() > RAISED && firstLevel < firstDose + 36;
    if (raised) {
      notes.add(
          "INR was raised before the first dose on the chart: earlier doses are taken to be the"
              + " present regimen");
      start = Math.min(firstLevel, firstDose) - regimen.intervalHours();
      settledDaily = daily();
      for (double t = start; t < firstDose - 1e-6; t += regimen.intervalHours()) {
        doses.put(t, regimen.dose().amount());
      }
      return;
    }
    if (doses.isEmpty()) {
      throw new Silent(
          "no warfarin dose is on the chart before the evaluation time:"
              + " ask when it was taken");
    }
    double runIn = firstLevel - RUN_IN_DAYS * 24;
    if (firstDose >= runIn) {
      start = Math.min(firstDose, firstLevel);
      settledDaily = 0;
    } else {
      start = doses.ceilingKey(runIn) == null ? runIn : doses.ceilingKey(runIn);
      double from = Math.max(firstDose, start - 14 * 24);
      double sum =
          doses.subMap(from, true, start, false).values().stream()
              .mapToDouble(Double::doubleValue)
              .sum();
      settledDaily = sum / Math.max((start - from) / 24, 1);
    }
  }

  /**
   * Whether no perpetrator's effect has changed in the two weeks in which INR follows it, or will
   * within four. One that has long acted in full belongs to the steady state.
   */
  boolean steady() {
    return perpetrators.stream().allMatch(p -> p.unchanged(-14 * 24, 28 * 24));
  }

  /** mg a day of the regimen in force. */
  double daily() {
    return regimen.dose().amount() * 24 / regimen.intervalHours();
  }

  Regimen regimen() {
    return regimen;
  }

  Genotypes genotypes() {
    return genotypes;
  }

  List<ClearanceCourse> perpetrators() {
    return perpetrators;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** INR by time, ascending. */
  NavigableMap<Double, Double> levels() {
    return levels;
  }

  /** Daily mg whose steady state stands at the start; zero: no drug there. */
  double settledDaily() {
    return settledDaily;
  }

  double start() {
    return start;
  }

  /** The way from the start through the INR values. */
  Timeline measured() {
    return new Timeline(start, doses, List.copyOf(levels.keySet()), perpetrators);
  }

  /** The way from the start to the evaluation time. */
  Timeline upToNow() {
    return new Timeline(start, doses, List.of(0.0), perpetrators);
  }

  /** The way on from the evaluation time with {@code milligrams} each {@code interval} hours. */
  Timeline ahead(double milligrams, double interval, List<Double> looks) {
    Double last = doses.floorKey(0.0);
    double next = last == null ? 0 : Math.max(0, last + regimen.intervalHours());
    // A dose at the evaluation time itself belongs to the past; it is given on the way ahead.
    TreeMap<Double, Double> coming = new TreeMap<>();
    if (last != null && last == 0) {
      coming.put(0.0, doses.get(last));
    }
    for (double t = next; t <= looks.get(looks.size() - 1); t += interval) {
      coming.put(t, milligrams);
    }
    return new Timeline(0, coming, looks, perpetrators);
  }
}
