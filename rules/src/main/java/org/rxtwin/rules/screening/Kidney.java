package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.Optional;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Sex;
import org.rxtwin.knowledge.RenalLimit;
import org.rxtwin.knowledge.RenalLimit.Weight;
import org.rxtwin.quantity.RenalFunction;
import org.rxtwin.rules.laboratory.KidneyCourse;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.screening.fact.Missing;

/**
 * Kidney function by the estimator and weight a limit was written for, or what is missing for it
 * (rule 18).
 */
final class Kidney {
  /** An older creatinine does not tell today's function. */
  private static final Duration OLD = Duration.ofDays(180);

  private static final double ADULT = 18;

  private final Scene scene;
  private final KidneyCourse course;

  Kidney(Scene scene) {
    this.scene = scene;
    this.course = new KidneyCourse(scene.results(), scene.chart(), scene.at());
  }

  /**
   * An estimate, or what it lacks.
   *
   * @param missing what keeps it from being made
   * @param value in the estimator's unit; NaN where something is missing
   * @param atMost whether it only bounds the function from above, because creatinine rises
   */
  record Estimate(
      Missing missing, double value, String by, boolean atMost, Optional<LabReading> reported) {
    private static Estimate lacking(Missing missing) {
      return new Estimate(missing, Double.NaN, "no formula", false, Optional.empty());
    }

    private static Estimate of(double value, String formula) {
      return new Estimate(Missing.NOTHING, value, formula, false, Optional.empty());
    }

    /** While creatinine rises every formula tells more than is left. */
    private Estimate bound() {
      return new Estimate(missing, value, by + " at best (creatinine rises)", true, reported);
    }
  }

  /** The creatinine that counts. */
  Optional<LabReading> creatinine() {
    return course.last();
  }

  /** How many values of creatinine there are. */
  int values() {
    return course.creatinine().size();
  }

  /** Dialysis needs no creatinine to be known of. */
  Estimate estimate(RenalLimit limit) {
    if (course.dialysed()) {
      return Estimate.lacking(Missing.FORMULA_FOR_DIALYSIS);
    }
    Optional<LabReading> recent =
        creatinine().filter(each -> !each.at().plus(OLD).isBefore(scene.at()));
    if (recent.isEmpty()) {
      Missing missing = creatinine().isEmpty() ? Missing.CREATININE : Missing.RECENT_CREATININE;
      return reported(limit).orElse(Estimate.lacking(missing));
    }
    Estimate steady = steady(limit, recent.get());
    return course.rising() ? steady.bound() : steady;
  }

  private Estimate steady(RenalLimit limit, LabReading last) {
    Optional<AgeRange> age = scene.chart().age(scene.at());
    if (age.isEmpty()) {
      return Estimate.lacking(Missing.AGE);
    }
    if (age.get().low() < ADULT) {
      return Estimate.lacking(Missing.FORMULA_FOR_CHILDREN);
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
    double serum = KidneyCourse.mgPerDl(last);
    return limit.estimator() == RenalLimit.Estimator.CKD_EPI
        ? Estimate.of(RenalFunction.ckdEpi2021(age, serum, female).value(), "CKD-EPI 2021")
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
    return Estimate.of(
        RenalFunction.cockcroftGault(age, weight, serum, female).value(), "Cockcroft-Gault");
  }

  /** What the laboratory reckoned itself, where it reports no creatinine beside it. */
  private Optional<Estimate> reported(RenalLimit limit) {
    return scene
        .results()
        .last("egfr")
        .filter(each -> limit.estimator() == RenalLimit.Estimator.CKD_EPI && each.usable())
        .filter(each -> !each.at().plus(OLD).isBefore(scene.at()))
        .map(
            each ->
                new Estimate(
                    Missing.NOTHING,
                    bound(each),
                    "the laboratory's eGFR",
                    false,
                    Optional.of(each)));
  }

  /** Under a bound the function is worse than the figure. */
  private static double bound(LabReading reading) {
    return reading.comparator() == ResultValue.Comparator.LESS
        ? Math.nextDown(reading.value())
        : reading.value();
  }

  /** Devine 1974: 50 kg (45.5 for women) and 2.3 kg for each inch over five feet. */
  private static double ideal(double heightCm, boolean female) {
    return (female ? 45.5 : 50.0) + 2.3 * Math.max(0, heightCm / 2.54 - 60);
  }
}
