package org.rxtwin.knowledge;

import java.util.ArrayList;
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
 * @param genes that take the answer away where one is known and does not work as usual
 * @param said what the dose is, in words
 */
public record DoseCondition(
    String interaction,
    String ingredient,
    Unit unit,
    double atMost,
    Tier tier,
    List<String> genes,
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
    genes = List.copyOf(genes);
    Must.be(
        provenance.confirmed(), "evidence", "seen: what lowers an alert was read", "remembered");
  }

  @Override
  public String key() {
    return interaction + "|" + ingredient;
  }

  @Override
  public List<Reference> references() {
    List<Reference> all = new ArrayList<>(Reference.ingredient("ingredient", ingredient));
    genes.forEach(gene -> all.add(new Reference("genes", Reference.Kind.GENE, gene)));
    return all;
  }
}
