package org.rxtwin.twin.model;

import java.util.List;
import java.util.Optional;

/**
 * Which doses can be given. With one interval of 24 h a single dose is a daily one.
 *
 * @param step smallest difference between two single doses that tablets or vials can make, in the
 *     unit of doses as ordered
 * @param least lowest single dose proposed
 * @param most highest single dose proposed
 * @param mostDaily highest daily dose proposed; infinite where not limited
 * @param intervals hours between two doses that can be kept, ascending
 * @param route such as {@code IV}; empty where it is that of the order
 * @param infusion how fast it may run in; empty where it is given at once
 * @param activeFraction share of the ordered amount that is the modelled substance
 * @param mostChange largest step of the daily dose at once, as a share of the dose in force;
 *     infinite where not limited
 * @param raise how far it may be raised at once above some daily dose, where that is limited
 * @param loading which first dose may be given, where one helps
 * @param source where these stand
 */
public record Giving(
    double step,
    double least,
    double most,
    double mostDaily,
    List<Double> intervals,
    String route,
    Optional<InfusionRule> infusion,
    double activeFraction,
    double mostChange,
    Optional<RaiseRule> raise,
    Optional<LoadingRule> loading,
    String source) {
  public Giving {
    intervals = intervals.stream().sorted().distinct().toList();
    if (!(mostChange > 0 && (mostChange <= 1 || mostChange == Double.POSITIVE_INFINITY))) {
      throw new ModelProblem(
          "giving.most_change",
          "expected a share above zero and at most 1, came " + mostChange,
          "write 0.2 for a fifth");
    }
    if (!(step > 0 && least > 0 && least <= most)
        || intervals.isEmpty()
        || !intervals.stream().allMatch(hours -> hours > 0)
        || !(activeFraction > 0 && activeFraction <= 1)) {
      throw new ModelProblem(
          "giving", "expected step, least <= most and interval above zero", "check the figures");
    }
    if (!(mostDaily >= least)) {
      throw new ModelProblem(
          "giving.most_daily", "expected at least the lowest single dose", "check the figures");
    }
  }

  /** Tablets, one interval. */
  public Giving(
      double step,
      double least,
      double most,
      double intervalHours,
      double activeFraction,
      double mostChange,
      String source) {
    this(
        step,
        least,
        most,
        Double.POSITIVE_INFINITY,
        List.of(intervalHours),
        "",
        Optional.empty(),
        activeFraction,
        mostChange,
        Optional.empty(),
        Optional.empty(),
        source);
  }

  /** The shortest interval; the only one of most tablets. */
  public double intervalHours() {
    return intervals.get(0);
  }

  /** Highest daily dose that may follow one at once. */
  public double highestAfter(double daily) {
    double byShare = Double.isInfinite(mostChange) ? Double.MAX_VALUE : daily * (1 + mostChange);
    return Math.min(byShare, raise.map(rule -> rule.highestAfter(daily)).orElse(Double.MAX_VALUE));
  }

  /** Hours over which a dose runs in; zero where it is given at once. */
  public double infusionHours(double milligrams) {
    return infusion.map(rule -> rule.hours(milligrams)).orElse(0.0);
  }
}
