package org.rxtwin.twin.level;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.rxtwin.chart.DoseVerdict.Loading;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.Figures;
import org.rxtwin.twin.dose.Option;
import org.rxtwin.twin.model.LoadingRule;
import org.rxtwin.twin.model.Target;

/**
 * The first larger dose without which the target is not met on the first day: the smallest that may
 * be given and brings the median into it, never one that takes the median above it.
 */
final class Loadings {
  private final LevelCase patient;
  private final LevelForecast forecast;
  private final Target target;
  private final Exposure exposure;

  Loadings(LevelCase patient, LevelForecast forecast, Target target, Exposure exposure) {
    this.patient = patient;
    this.forecast = forecast;
    this.target = target;
    this.exposure = exposure;
  }

  /** For a regimen whose first dose is still to come. */
  Optional<Loading> find(Option option) {
    Optional<LoadingRule> rule = patient.giving().loading();
    Optional<Double> weight = patient.question().weightKg();
    if (!forecast.notBegun() || rule.isEmpty() || weight.isEmpty() || exposure == Exposure.TROUGH) {
      return Optional.empty();
    }
    double without = median(forecast.courses(option));
    if (without >= target.low()) {
      return Optional.empty();
    }
    return search(option, rule.get(), weight.get(), without);
  }

  private Optional<Loading> search(Option option, LoadingRule rule, double weight, double without) {
    double step = rule.step();
    double most = FastMath.floor(Math.min(rule.most(), rule.mostMgPerKg() * weight) / step) * step;
    double wanted = FastMath.ceil(rule.leastMgPerKg() * weight / step - 1e-9) * step;
    double least = Math.min(wanted, most); // of heavy people the most is less than so much a kg
    double chosen = Double.NaN;
    double reached = without;
    for (double dose = least; dose <= most + 1e-9; dose += step) {
      double median = median(forecast.courses(option, dose));
      if (dose <= option.milligrams() || median > target.high()) {
        continue;
      }
      chosen = dose;
      reached = median;
      if (median >= target.low()) {
        break;
      }
    }
    return Double.isNaN(chosen) ? Optional.empty() : Optional.of(loading(chosen, without, reached));
  }

  private Loading loading(double milligrams, double without, double reached) {
    String unit = " " + Figures.plain(target.low()) + "-" + Figures.plain(target.high());
    return new Loading(
        Dose.milligrams(milligrams),
        patient.giving().infusionHours(milligrams),
        patient.regimen().route(),
        "first-day "
            + exposure.label(target, patient.question().drug())
            + " "
            + Figures.rounded(without, 0)
            + " without and "
            + Figures.rounded(reached, 0)
            + " with "
            + Figures.plain(milligrams)
            + " mg as first dose (target"
            + unit
            + ")");
  }

  private double median(List<Course> courses) {
    double[] values = courses.stream().mapToDouble(Course::firstDay).sorted().toArray();
    return Spread.quantile(values, 0.5) / (exposure == Exposure.AVERAGE ? 24 : 1);
  }
}
