package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What happens when two drugs, or a drug and a class, meet.
 *
 * @param id slug
 * @param sideA one side
 * @param sideB the other; for a class with itself any two of its members
 * @param affected whose effect changes
 * @param direction whether exposure or effect goes up or down
 * @param aucRatio exposure of the affected side, with over without
 * @param systemicOnly whether it takes both sides in the circulation to happen
 */
public record Interaction(
    String id,
    DrugRef sideA,
    DrugRef sideB,
    Kind kind,
    Affected affected,
    Direction direction,
    Severity severity,
    Tier tier,
    String mechanism,
    Optional<RatioRange> aucRatio,
    boolean systemicOnly,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  /** Whether exposure changes, or effects add. */
  public enum Kind {
    PHARMACOKINETIC,
    PHARMACODYNAMIC
  }

  /** Whose effect changes. */
  public enum Affected {
    A,
    B,
    BOTH
  }

  /** Which way. */
  public enum Direction {
    UP,
    DOWN
  }

  public Interaction {
    Must.slug("interaction", id);
    Must.text("mechanism", mechanism);
    Must.be(!sideA.equals(sideB) || sideA.isClass(), "side_b", "another drug than side_a", sideB);
    Must.be(
        aucRatio.isEmpty() || kind == Kind.PHARMACOKINETIC,
        "kind",
        "pharmacokinetic where an exposure ratio is given",
        kind);
    Must.be(
        severity != Severity.CONTRAINDICATED || tier.compareTo(Tier.INTERRUPT) <= 0,
        "tier",
        "hard_stop or interrupt for what is contraindicated",
        tier);
    aucRatio.ifPresent(
        r ->
            Must.be(
                direction == Direction.UP ? r.value() >= 1 : r.value() <= 1,
                "auc_ratio",
                "a ratio on the side of 1 that direction " + direction + " says",
                r.value()));
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of(sideA.in("side_a"), sideB.in("side_b"));
  }
}
