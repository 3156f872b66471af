package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.Sex;
import org.rxtwin.knowledge.RenalLimit;
import org.rxtwin.knowledge.RenalLimit.Weight;
import org.rxtwin.quantity.RenalFunction;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.screening.fact.Missing;

/**
 * Kidney function by the estimator and weight a limit was written for, or what is missing for it
 * (rule 18).
 */
final class Kidney {
  /** An older creatinine does not tell today's function. */
  private static final Duration OLD = Duration.ofDays(180);

  /** KDIGO 2012, acute kidney injury: 0.3 mg/dL within 48 hours, or 1.5-fold within 7 days. */
  private static final double RISE_MG_DL = 0.3;

  private static final double RISE_FOLD = 1.5;
  private static final double MG_DL_PER_UMOL_L = 113.12 / 10000.0;

  private final Scene scene;
  private final List<LabReading> creatinine;

  Kidney(Scene scene) {
    this.scene = scene;
    List<LabReading> all = new ArrayList<>(scene.results().list("creatinine-mass"));
    all.addAll(scene.results().list("creatinine"));
    this.creatinine =
        all.stream()
            .filter(LabReading::usable)
            .sorted(Comparator.comparing(LabReading::at))
            .toList();
  }

  /**
   * An estimate, or what it lacks.
   *
   * @param missing what keeps it from being made
   * @param value in the estimator's unit; NaN where something is missing
   */
  record Estimate(Missing missing, double value) {
    private static Estimate lacking(Missing missing) {
      return new Estimate(missing, Double.NaN);
    }
  }

  /** The creatinine that counts. */
  Optional<LabReading> creatinine() {
    return creatinine.isEmpty()
        ? Optional.empty()
        : Optional.of(creatinine.get(creatinine.size() - 1));
  }

  /** How many values of creatinine there are. */
  int values() {
    return creatinine.size();
  }

  Estimate estimate(RenalLimit limit) {
    if (creatinine().isEmpty()) {
      return Estimate.lacking(Missing.CREATININE);
    }
    LabReading last = creatinine().get();
    if (last.at().plus(OLD).isBefore(scene.at())) {
      return Estimate.lacking(Missing.RECENT_CREATININE);
    }
    if (rising(last)) {
      return Estimate.lacking(Missing.STEADY_CREATININE);
    }
    Optional<AgeRange> age = scene.chart().age(scene.at());
    if (age.isEmpty()) {
      return Estimate.lacking(Missing.AGE);
    }
    if (scene.chart().sex() != Sex.FEMALE && scene.chart().sex() != Sex.MALE) {
      return Estimate.lacking(Missing.SEX);
    }
    Estimate young = estimate(limit, age.get().low(), last);
    Estimate old = estimate(limit, age.get().high(), last);
    boolean agree =
        old.missing() != Missing.NOTHING
            || limit.covers(young.value()) == limit.covers(old.value());
    return agree ? old : Estimate.lacking(Missing.DAY_OF_BIRTH);
  }

  private Estimate estimate(RenalLimit limit, double age, LabReading last) {
    boolean female = scene.chart().sex() == Sex.FEMALE;
    double serum = mgPerDl(last);
    return limit.estimator() == RenalLimit.Estimator.CKD_EPI
        ? new Estimate(Missing.NOTHING, RenalFunction.ckdEpi2021(age, serum, female).value())
        : cockcroftGault(limit.weight(), age, serum, female);
  }

  private Estimate cockcroftGault(Weight kind, double age, double serum, boolean female) {
    Optional<Double> actual = scene.results().weightKg();
    Optional<Double> height = scene.results().heightCm();
    if (actual.isEmpty() && kind != Weight.IDEAL) {
      return Estimate.lacking(Missing.WEIGHT);
    }
    if (height.isEmpty() && kind != Weight.ACTUAL) {
      return Estimate.lacking(Missing.HEIGHT);
    }
    double weight =
        switch (kind) {
          case ACTUAL, NONE -> actual.orElseThrow();
          case IDEAL -> ideal(height.orElseThrow(), female);
          case ADJUSTED -> {
            double ideal = ideal(height.orElseThrow(), female);
            yield ideal + 0.4 * Math.max(0, actual.orElseThrow() - ideal);
          }
        };
    return new Estimate(
        Missing.NOTHING, RenalFunction.cockcroftGault(age, weight, serum, female).value());
  }

  /** Devine 1974: 50 kg (45.5 for women) and 2.3 kg for each inch over five feet. */
  private static double ideal(double heightCm, boolean female) {
    return (female ? 45.5 : 50.0) + 2.3 * Math.max(0, heightCm / 2.54 - 60);
  }

  private boolean rising(LabReading last) {
    return creatinine.stream()
        .filter(each -> each.at().isBefore(last.at()))
        .anyMatch(
            each -> {
              Duration apart = Duration.between(each.at(), last.at());
              double from = mgPerDl(each);
              double to = mgPerDl(last);
              return (apart.toHours() <= 48 && to - from >= RISE_MG_DL)
                  || (apart.toDays() <= 7 && to >= RISE_FOLD * from);
            });
  }

  private static double mgPerDl(LabReading reading) {
    return reading.analyte().unit().equals("umol/L")
        ? reading.value() * MG_DL_PER_UMOL_L
        : reading.value();
  }
}
