package org.rxtwin.knowledge;

import java.util.List;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What may be given of a drug in a whole life.
 *
 * @param id slug
 * @param unit of the maximum
 * @param maximum all doses together
 * @param advice what to do before it is passed
 */
public record LifetimeLimit(
    String id,
    String ingredient,
    Unit unit,
    double maximum,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** Units of lifetime limits. */
  public enum Unit {
    MG,
    MG_PER_M2,
    UNIT
  }

  public LifetimeLimit {
    Must.slug("limit", id);
    Must.be(maximum > 0, "maximum", "a number above 0", maximum);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredient("ingredient", ingredient);
  }
}
