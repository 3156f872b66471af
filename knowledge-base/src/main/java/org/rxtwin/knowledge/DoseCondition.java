package org.rxtwin.knowledge;

import java.util.List;
import org.rxtwin.chart.Tier;

/**
 * A dose at which an interaction is already answered. Only a row whose source was read may lower
 * anything.
 *
 * @param interaction id of the interaction
 * @param ingredient the drug whose dose answers it
 * @param unit MG or MG_PER_KG of actual weight, a day
 * @param atMost highest daily dose that answers it, in that unit
 * @param tier what the interaction comes to at such a dose
 * @param said what the dose is, in words
 */
public record DoseCondition(
    String interaction,
    String ingredient,
    Unit unit,
    double atMost,
    Tier tier,
    String said,
    Provenance provenance)
    implements KnowledgeRow {
  /** Units of such doses. */
  public enum Unit {
    MG,
    MG_PER_KG
  }

  public DoseCondition {
    Must.slug("interaction", interaction);
    Must.be(atMost > 0, "at_most", "a number above 0", atMost);
    Must.text("said", said);
    Must.be(
        provenance.confirmed(), "evidence", "seen: what lowers an alert was read", "remembered");
  }

  @Override
  public String key() {
    return interaction + "|" + ingredient;
  }

  @Override
  public List<Reference> references() {
    return Reference.ingredient("ingredient", ingredient);
  }
}
