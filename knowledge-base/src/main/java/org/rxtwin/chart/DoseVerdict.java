package org.rxtwin.chart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the twin says of a dose. Not being able to decide is an answer, never an exception. */
public sealed interface DoseVerdict {
  /** The question answered. */
  String questionKey();

  /** Why, in a sentence for a pharmacist. */
  String why();

  /** What was computed, where anything was. */
  Optional<TwinRun> run();

  /** The regimen in force stays within the limits of the target. */
  record Safe(String questionKey, String why, TwinRun computed) implements DoseVerdict {
    @Override
    public Optional<TwinRun> run() {
      return Optional.of(computed);
    }
  }

  /**
   * Another regimen, which can be given, does clearly better.
   *
   * @param recommended the regimen and what it does
   */
  record Adjust(String questionKey, String why, TwinRun computed, Outlook recommended)
      implements DoseVerdict {
    @Override
    public Optional<TwinRun> run() {
      return Optional.of(computed);
    }
  }

  /** No regimen that can be given is safe. */
  record Unsafe(String questionKey, String why, TwinRun computed) implements DoseVerdict {
    @Override
    public Optional<TwinRun> run() {
      return Optional.of(computed);
    }
  }

  /** The twin cannot tell; nothing is lowered by it. */
  record CannotTell(String questionKey, String why) implements DoseVerdict {
    @Override
    public Optional<TwinRun> run() {
      return Optional.empty();
    }
  }

  /**
   * What was computed.
   *
   * @param model model id
   * @param modelVersion content version of the model file
   * @param confirmed whether model and target are both confirmed and inside the soft domain
   * @param seed seed of the draws
   * @param exposure what is forecast, such as {@code INR}
   * @param unit its unit, may be empty
   * @param targetLow lower end of the target
   * @param targetHigh upper end of the target
   * @param current what happens under the regimen in force
   * @param notes what a reader must know: doses assumed, genotype unknown, outside the soft domain
   * @param nextLevelBy when to measure next
   * @param loading a first larger dose without which the target is not met on the first day
   * @param toxicAbove where harm begins, at the target's end or above it; none in old events
   */
  record TwinRun(
      String model,
      String modelVersion,
      boolean confirmed,
      long seed,
      String exposure,
      String unit,
      double targetLow,
      double targetHigh,
      Optional<Outlook> current,
      List<String> notes,
      Optional<Instant> nextLevelBy,
      Optional<Loading> loading,
      Optional<Double> toxicAbove) {
    /** A run that does not tell where harm begins. */
    public TwinRun(
        String model,
        String modelVersion,
        boolean confirmed,
        long seed,
        String exposure,
        String unit,
        double targetLow,
        double targetHigh,
        Optional<Outlook> current,
        List<String> notes,
        Optional<Instant> nextLevelBy,
        Optional<Loading> loading) {
      this(
          model,
          modelVersion,
          confirmed,
          seed,
          exposure,
          unit,
          targetLow,
          targetHigh,
          current,
          notes,
          nextLevelBy,
          loading,
          Optional.empty());
    }

    /** A run that speaks of no loading dose. */
    public TwinRun(
        String model,
        String modelVersion,
        boolean confirmed,
        long seed,
        String exposure,
        String unit,
        double targetLow,
        double targetHigh,
        Optional<Outlook> current,
        List<String> notes,
        Optional<Instant> nextLevelBy) {
      this(
          model,
          modelVersion,
          confirmed,
          seed,
          exposure,
          unit,
          targetLow,
          targetHigh,
          current,
          notes,
          nextLevelBy,
          Optional.empty());
    }

    public TwinRun {
      notes = List.copyOf(notes);
    }

    /**
     * Whether it forecasts the course of an effect, such as the INR, a number without a unit; else
     * an exposure that becomes steady.
     */
    public boolean isCourse() {
      return UnitWords.of(unit).isEmpty();
    }
  }

  /**
   * A first larger dose.
   *
   * @param dose how much, once
   * @param infusionHours over how many hours; zero at once
   * @param route such as {@code IV}
   * @param why what the first day is without and with it, in a sentence
   */
  record Loading(org.rxtwin.quantity.Dose dose, double infusionHours, String route, String why) {}

  /**
   * One exposure of a regimen by name, such as {@code AUC24 at steady state} or {@code trough}.
   *
   * @param name what it is
   * @param unit its unit, as UCUM writes it
   * @param expected median
   * @param low90 lower end of the 90 % interval
   * @param high90 upper end
   */
  record Exposure(String name, String unit, double expected, double low90, double high90) {}

  /**
   * What a regimen leads to.
   *
   * @param regimen the regimen; its start is the evaluation time
   * @param forecast expected course of the judged exposure: a level at the times that count, or one
   *     AUC24 a day
   * @param pTarget probability of being inside the target over the judged period
   * @param pLow probability of being below
   * @param pToxic probability of being over the toxic limit
   * @param exposures other exposures worth showing: first day, trough, peak; none in old events
   * @param judged the exposure the probabilities are those of; none for a course, nor in old events
   */
  record Outlook(
      Regimen regimen,
      List<ForecastPoint> forecast,
      double pTarget,
      double pLow,
      double pToxic,
      List<Exposure> exposures,
      Optional<JudgedExposure> judged) {
    /** An outlook that does not name the exposure judged. */
    public Outlook(
        Regimen regimen,
        List<ForecastPoint> forecast,
        double pTarget,
        double pLow,
        double pToxic,
        List<Exposure> exposures) {
      this(regimen, forecast, pTarget, pLow, pToxic, exposures, Optional.empty());
    }

    /** An outlook with nothing to show beside the judged exposure. */
    public Outlook(
        Regimen regimen, List<ForecastPoint> forecast, double pTarget, double pLow, double pToxic) {
      this(regimen, forecast, pTarget, pLow, pToxic, List.of());
    }

    public Outlook {
      forecast = List.copyOf(forecast);
      exposures = exposures == null ? List.of() : List.copyOf(exposures);
    }

    /** Probability of lying above the target, of which what is toxic is a part. */
    public double pAbove() {
      return Math.max(0, 1 - pTarget - pLow);
    }

    /** The forecast point nearest to that day, the earlier of two as near. */
    public Optional<ForecastPoint> nearest(double day) {
      return forecast.stream()
          .min(java.util.Comparator.comparingDouble(point -> Math.abs(point.day() - day)));
    }
  }

  /**
   * One point of a forecast.
   *
   * @param at when
   * @param day days from the evaluation time
   * @param expected median
   * @param low90 lower end of the 90 % interval
   * @param high90 upper end
   */
  record ForecastPoint(Instant at, double day, double expected, double low90, double high90) {}
}
