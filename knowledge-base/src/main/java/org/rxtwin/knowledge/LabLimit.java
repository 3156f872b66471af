package org.rxtwin.knowledge;

import java.util.List;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * A result at which a drug becomes a question.
 *
 * @param side ABOVE: from the threshold upwards; BELOW: under it
 * @param unit the analyte's own unit, written again so that a slip is caught
 * @param jurisdiction whose threshold it is, {@code any} where places agree
 */
public record LabLimit(
    String id,
    DrugRef drug,
    String analyte,
    Side side,
    double threshold,
    String unit,
    String jurisdiction,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** On which side of the threshold the limit is broken. */
  public enum Side {
    ABOVE,
    BELOW
  }

  public LabLimit {
    Must.slug("limit", id);
    Must.text("unit", unit);
    Must.text("jurisdiction", jurisdiction);
  }

  /** Whether a value in the limit's unit breaks it. */
  public boolean broken(double value) {
    return side == Side.ABOVE ? value >= threshold : value < threshold;
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of(drug.in("drug"), new Reference("analyte", Reference.Kind.ANALYTE, analyte));
  }
}
