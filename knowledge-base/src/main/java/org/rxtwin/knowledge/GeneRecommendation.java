package org.rxtwin.knowledge;

import java.util.List;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * What a gene result asks for when a drug is ordered.
 *
 * @param result phenotype, allele status ({@code *57:01 positive}) or activity score ({@code AS
 *     0.5})
 * @param population whom it is for
 * @param strength of the recommendation, as the source grades it
 */
public record GeneRecommendation(
    String drug,
    String gene,
    String result,
    String population,
    String strength,
    boolean dosingChange,
    boolean alternateDrug,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  public GeneRecommendation {
    Must.text("result", result);
    Must.text("population", population);
    Must.text("strength", strength);
  }

  @Override
  public String key() {
    return drug + "|" + gene + "|" + result + "|" + population;
  }

  @Override
  public List<Reference> references() {
    return List.of(
        new Reference("drug", Reference.Kind.INGREDIENT, drug),
        new Reference("gene", Reference.Kind.GENE, gene));
  }
}
