package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.EnzymeRole.Role;
import org.rxtwin.knowledge.EnzymeRole.Strength;

/**
 * Genes: from a diplotype to a phenotype and to what it asks for. The method is CPIC's: activity
 * score for CYP2C9, CYP2D6 and DPYD, pairs of allele functions for the others, allele status for
 * HLA.
 */
public final class GeneTable {
  private final List<Allele> alleles;
  private final Lookup<Allele> byAllele;
  private final Lookup<Allele> byGene;
  private final Lookup<PhenotypePair> pairs;
  private final Lookup<GeneRecommendation> byDrug;
  private final Lookup<GeneRecommendation> recommendationsByGene;
  private final InteractionTable interactions;

  GeneTable(KnowledgeTables tables, InteractionTable interactions) {
    this.interactions = interactions;
    alleles = tables.list(Subject.ALLELES);
    byAllele = Lookup.by(alleles, Allele::key);
    byGene = Lookup.by(alleles, Allele::gene);
    pairs = Lookup.by(tables.list(Subject.PHENOTYPE_PAIRS), PhenotypePair::key);
    List<GeneRecommendation> rows = tables.list(Subject.GENE_RECOMMENDATIONS);
    byDrug = Lookup.by(rows, GeneRecommendation::drug);
    recommendationsByGene = Lookup.by(rows, GeneRecommendation::gene);
  }

  /** All alleles. */
  public List<Allele> listAlleles() {
    return alleles;
  }

  /** The alleles of a gene, empty where the gene is unknown. */
  public List<Allele> listAlleles(String gene) {
    return byGene.list(gene);
  }

  /** An allele by its name, if known. */
  public Optional<Allele> findAllele(String gene, String allele) {
    return byAllele.find(gene + "|" + allele);
  }

  /** Every recommendation for a drug. */
  public List<GeneRecommendation> listRecommendations(String drug) {
    return byDrug.list(drug);
  }

  /**
   * The recommendations for a drug that a result calls up: by activity score, phenotype or allele
   * status.
   */
  public List<GeneRecommendation> listRecommendations(String drug, GenePhenotype result) {
    return byDrug.list(drug).stream()
        .filter(r -> r.gene().equals(result.gene()) && Diplotype.answers(r.result(), result))
        .toList();
  }

  /** The phenotype a diplotype makes, without regard to other drugs. */
  public GenePhenotype phenotype(String gene, String diplotype) {
    return phenotype(gene, diplotype, List.of());
  }

  /**
   * The phenotype a diplotype makes while these ingredients are taken. CYP2D6 is converted: a
   * strong inhibitor takes the activity score times 0, a moderate one times 0.5; of several the
   * strongest counts. An inducer converts nothing.
   */
  public GenePhenotype phenotype(String gene, String diplotype, List<String> inhibitors) {
    if (gene.startsWith("HLA-")) {
      return Diplotype.alleleStatus(gene, diplotype, riskAlleles(gene));
    }
    if (listAlleles(gene).isEmpty()) {
      return indeterminate(gene, diplotype, "no allele of this gene is known here");
    }
    List<String> problems = new ArrayList<>();
    List<Allele> two = Diplotype.read(gene, diplotype, this::findAllele, problems);
    if (two.isEmpty()) {
      return indeterminate(gene, diplotype, String.join("; ", problems));
    }
    if (two.size() == 1) {
      return byFunction(gene, diplotype, two.get(0).function(), "");
    }
    return ActivityScore.scored(gene)
        ? ActivityScore.phenotype(
            gene, diplotype, two.get(0), two.get(1), strongest(gene, inhibitors))
        : byFunction(gene, diplotype, two.get(0).function(), two.get(1).function());
  }

  /** The same for the sake of one drug: an inhibitor does not convert itself. */
  public GenePhenotype phenotypeFor(
      String drug, String gene, String diplotype, List<String> inhibitors) {
    return phenotype(gene, diplotype, inhibitors.stream().filter(i -> !i.equals(drug)).toList());
  }

  private GenePhenotype byFunction(String gene, String diplotype, String one, String other) {
    String made = other.isEmpty() ? one + ", one allele" : one + " and " + other;
    return pairs
        .find(PhenotypePair.pairKey(gene, one, other))
        .map(p -> new GenePhenotype(gene, diplotype, p.phenotype(), OptionalDouble.empty(), made))
        .orElseGet(() -> indeterminate(gene, diplotype, made + " decide no phenotype"));
  }

  private Optional<Strength> strongest(String gene, List<String> inhibitors) {
    return inhibitors.stream()
        .flatMap(i -> interactions.listRoles(i).stream())
        .filter(r -> r.role() == Role.INHIBITOR && r.enzyme().equals(gene))
        .flatMap(r -> r.strength().stream())
        .sorted()
        .findFirst();
  }

  private List<String> riskAlleles(String gene) {
    return recommendationsByGene.list(gene).stream()
        .map(GeneRecommendation::result)
        .filter(r -> r.endsWith(" positive"))
        .map(r -> r.substring(0, r.indexOf(' ')))
        .distinct()
        .sorted()
        .toList();
  }

  static GenePhenotype indeterminate(String gene, String diplotype, String reason) {
    return new GenePhenotype(
        gene, diplotype, GenePhenotype.INDETERMINATE, OptionalDouble.empty(), reason);
  }
}
