package org.rxtwin.knowledge;

import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * How much opioid a day is a question, for whom and where.
 *
 * @param id slug
 * @param jurisdiction whose limit it is
 * @param population for whom
 * @param counts whether ceilings of doses as needed are in the sum
 * @param fromMme oral morphine equivalents from which it holds, mg a day
 */
public record OpioidLimit(
    String id,
    String jurisdiction,
    Population population,
    Counts counts,
    double fromMme,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** For whom a limit is written. At risk: a disease of breathing or another sedative. */
  public enum Population {
    NAIVE,
    NAIVE_AT_RISK,
    NAIVE_WITH_BENZODIAZEPINE,
    TOLERANT,
    TOLERANT_AT_RISK,
    TOLERANT_WITH_BENZODIAZEPINE,
    PALLIATIVE
  }

  /** What is in the sum. */
  public enum Counts {
    SCHEDULED,
    /** Scheduled doses, and the most that orders as needed allow. */
    CEILING
  }

  public OpioidLimit {
    Must.slug("limit", id);
    Must.text("jurisdiction", jurisdiction);
    Must.within("from_mme", fromMme, 1, 2000);
  }

  @Override
  public String key() {
    return id;
  }
}
