package org.rxtwin.knowledge;

import java.util.List;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * A gene whose result a drug's start asks for.
 *
 * @param gene whose result
 * @param allele of HLA genes the one that must be known, empty for others
 * @param newForDays the start counts as new for so many days; later nobody asks (rule 13)
 * @param ancestry codes and words of those for whom testing is advised, as charts tell race; empty
 *     for everybody
 */
public record NeededGeneTest(
    String id,
    String drug,
    String gene,
    String allele,
    double newForDays,
    List<String> ancestry,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  public NeededGeneTest {
    Must.slug("need", id);
    Must.within("new_for_days", newForDays, 1, 90);
    ancestry = List.copyOf(ancestry);
    Must.be(
        gene.startsWith("HLA-") != allele.isEmpty(),
        "allele",
        "the allele that is asked for exactly where the gene is an HLA gene",
        allele);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    return List.of(
        new Reference("drug", Reference.Kind.INGREDIENT, drug),
        new Reference("gene", Reference.Kind.GENE, gene));
  }
}
