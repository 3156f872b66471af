package org.rxtwin.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the twin is asked: all it may know, and nothing else.
 *
 * @param key names the question within the chart, such as {@code warfarin}
 * @param chart whose twin
 * @param seed text from which random draws are seeded: chart and event
 * @param drug modelled ingredient
 * @param at evaluation time
 * @param current regimen in force at {@code at}; empty when none is, or its dose could not be read
 * @param doses every dose up to {@code at} of the last {@link #REACH}, oldest first
 * @param dosesAssumed true when doses are assumed as ordered instead of recorded as given
 * @param ageYears age at {@code at}
 * @param weightKg last weight
 * @param heightCm last height
 * @param sex administrative sex
 * @param genotypes gene to diplotype, sorted by gene
 * @param levels measured values of what the model predicts, oldest first
 * @param perpetrators what changes the clearance, and when
 * @param incomplete why the chart is not whole, where it is not: the twin then cannot tell
 * @param covariates measured covariates such as creatinine, albumin or haematocrit, oldest first
 * @param kidneyUnsteady why no steady-state formula of kidney function holds, where none does
 *     (rising creatinine, dialysis): a forecast by kidney function then cannot be made (rule 18)
 * @param running other ingredients that reach the circulation at {@code at}, sorted
 * @param unrecorded when doses were due that the ward, which records this drug, did not record;
 *     they count as not given
 */
public record DoseQuestion(
    String key,
    ChartId chart,
    String seed,
    String drug,
    Instant at,
    Optional<Regimen> current,
    List<DoseTaken> doses,
    boolean dosesAssumed,
    Optional<Double> ageYears,
    Optional<Double> weightKg,
    Optional<Double> heightCm,
    Sex sex,
    Map<String, String> genotypes,
    List<Level> levels,
    List<ClearanceChange> perpetrators,
    Optional<String> incomplete,
    List<Level> covariates,
    Optional<String> kidneyUnsteady,
    List<String> running,
    List<Instant> unrecorded) {
  /** How far back doses are told; a therapy may be older. */
  public static final Duration REACH = Duration.ofDays(60);

  /** A question about a drug of which every dose due is assumed or recorded. */
  public DoseQuestion(
      String key,
      ChartId chart,
      String seed,
      String drug,
      Instant at,
      Optional<Regimen> current,
      List<DoseTaken> doses,
      boolean dosesAssumed,
      Optional<Double> ageYears,
      Optional<Double> weightKg,
      Optional<Double> heightCm,
      Sex sex,
      Map<String, String> genotypes,
      List<Level> levels,
      List<ClearanceChange> perpetrators,
      Optional<String> incomplete,
      List<Level> covariates,
      Optional<String> kidneyUnsteady,
      List<String> running) {
    this(
        key,
        chart,
        seed,
        drug,
        at,
        current,
        doses,
        dosesAssumed,
        ageYears,
        weightKg,
        heightCm,
        sex,
        genotypes,
        levels,
        perpetrators,
        incomplete,
        covariates,
        kidneyUnsteady,
        running,
        List.of());
  }

  /** A question about a drug whose model asks for no measured covariate. */
  public DoseQuestion(
      String key,
      ChartId chart,
      String seed,
      String drug,
      Instant at,
      Optional<Regimen> current,
      List<DoseTaken> doses,
      boolean dosesAssumed,
      Optional<Double> ageYears,
      Optional<Double> weightKg,
      Optional<Double> heightCm,
      Sex sex,
      Map<String, String> genotypes,
      List<Level> levels,
      List<ClearanceChange> perpetrators,
      Optional<String> incomplete) {
    this(
        key,
        chart,
        seed,
        drug,
        at,
        current,
        doses,
        dosesAssumed,
        ageYears,
        weightKg,
        heightCm,
        sex,
        genotypes,
        levels,
        perpetrators,
        incomplete,
        List.of(),
        Optional.empty(),
        List.of());
  }

  /**
   * One dose.
   *
   * @param at when it begins
   * @param milligrams how much
   * @param infusionHours over how many hours; zero for what is swallowed or injected at once
   * @param given recorded as given; else assumed as ordered
   */
  public record DoseTaken(Instant at, double milligrams, double infusionHours, boolean given) {
    /** A dose at once, assumed as ordered. */
    public DoseTaken(Instant at, double milligrams) {
      this(at, milligrams, 0, false);
    }
  }

  /**
   * One measured value.
   *
   * @param analyte id in the knowledge base, such as {@code inr}
   * @param value in the analyte's own unit
   * @param unit UCUM code of that unit
   * @param at when the specimen was taken, else when the value was reported
   * @param reliability what speaks against fitting to it
   */
  public record Level(
      String analyte, double value, String unit, Instant at, Reliability reliability) {}

  /** What speaks against fitting a model to a measured value. */
  public enum Reliability {
    SOUND,
    /** The sampling time was not told; the time is that of the report. */
    TIME_OF_REPORT,
    /** The day of sampling is known, its hour is not. */
    DATE_ONLY,
    /** The value is only known to lie above or below a number. */
    BOUND,
    PRELIMINARY,
    /** Haemolysed, clotted, diluted or drawn from a line. */
    DOUBTFUL_SPECIMEN,
    /** It came in a unit that does not lead to the analyte's own. */
    OTHER_UNIT;

    /** Whether the value is a number of a sound specimen with a time of day. */
    public boolean measured() {
      return this == SOUND || this == TIME_OF_REPORT;
    }
  }

  /**
   * A drug that changes the clearance of the modelled one.
   *
   * @param ingredient the perpetrator
   * @param remaining clearance left at full effect, as a fraction (above one for an inducer)
   * @param low lower end of its 90 % interval
   * @param high upper end
   * @param enzyme whose activity changes, such as {@code CYP2C9}
   * @param start first dose
   * @param stop last dose, where it has been stopped or ends by order
   * @param onsetDays days to the full effect
   * @param washoutDays days until the effect has gone after the last dose
   * @param confirmed whether the row it comes from is confirmed
   * @param source where the figures stand
   */
  public record ClearanceChange(
      String ingredient,
      double remaining,
      double low,
      double high,
      String enzyme,
      Instant start,
      Optional<Instant> stop,
      double onsetDays,
      double washoutDays,
      boolean confirmed,
      String source) {}

  public DoseQuestion {
    doses = List.copyOf(doses);
    levels = List.copyOf(levels);
    perpetrators = List.copyOf(perpetrators);
    covariates = List.copyOf(covariates);
    running = running.stream().sorted().distinct().toList();
    unrecorded = List.copyOf(unrecorded);
    genotypes = java.util.Collections.unmodifiableMap(new TreeMap<>(genotypes));
  }
}
