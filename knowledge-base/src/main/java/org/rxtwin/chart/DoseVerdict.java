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
      Optional<Instant> nextLevelBy) {
    public TwinRun {
      notes = List.copyOf(notes);
    }
  }

  /**
   * What a regimen leads to.
   *
   * @param regimen the regimen; its start is the evaluation time
   * @param forecast expected course
   * @param pTarget probability of being inside the target over the judged period
   * @param pLow probability of being below
   * @param pToxic probability of being over the toxic limit
   */
  record Outlook(
      Regimen regimen, List<ForecastPoint> forecast, double pTarget, double pLow, double pToxic) {
    public Outlook {
      forecast = List.copyOf(forecast);
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
