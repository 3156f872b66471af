package org.rxtwin.knowledge;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What adds to the risk of a long QT, or a bound by which it is judged.
 *
 * @param threshold where it begins, in the unit
 * @param unit UCUM unit of the threshold, may be empty
 * @param points what it adds to the score
 */
public record QtFactor(
    Factor factor, OptionalDouble threshold, String unit, OptionalInt points, Provenance provenance)
    implements KnowledgeRow {
  /** What is looked at. */
  public enum Factor {
    /** Years from the threshold on. */
    AGE(true, true),
    FEMALE(false, true),
    LOOP_DIURETIC(false, true),
    /** At the threshold or under it. */
    POTASSIUM(true, true),
    /** At the threshold or above it. */
    QTC(true, true),
    MYOCARDIAL_INFARCTION(false, true),
    SEPSIS(false, true),
    HEART_FAILURE(false, true),
    ONE_DRUG(false, true),
    /** On top of {@link #ONE_DRUG}. */
    MORE_DRUGS(false, true),
    /** Score from which the risk is moderate. */
    MODERATE(true, false),
    /** Score from which it is high. */
    HIGH(true, false),
    /** Potassium under which no QT-prolonging dose is given before it is replaced. */
    POTASSIUM_CRITICAL(true, false),
    POTASSIUM_GOAL(true, false),
    /** Under the threshold. */
    MAGNESIUM(true, false),
    MAGNESIUM_GOAL(true, false),
    /** A rise over the value before the drugs. */
    QTC_RISE(true, false),
    /** Days after which an electrolyte no longer tells today's. */
    ELECTROLYTE_OLD(true, false),
    /** Days after which an ECG no longer tells today's. */
    ECG_OLD(true, false);

    private final boolean bounded;
    private final boolean scored;

    Factor(boolean bounded, boolean scored) {
      this.bounded = bounded;
      this.scored = scored;
    }
  }

  public QtFactor {
    Must.be(
        threshold.isPresent() == factor.bounded,
        "threshold",
        factor.bounded ? "a number" : "no number: it is there or not",
        threshold);
    Must.be(
        points.isPresent() == factor.scored,
        "points",
        factor.scored ? "its points" : "no points: it is a bound",
        points);
  }

  @Override
  public String key() {
    return factor.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
