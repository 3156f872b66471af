package org.rxtwin.knowledge;

/**
 * The phenotype that two allele functions of one gene make, in either order.
 *
 * @param functionTwo empty where the gene has one copy (mitochondria, X in a man)
 */
public record PhenotypePair(
    String gene, String functionOne, String functionTwo, String phenotype, Provenance provenance)
    implements KnowledgeRow {
  public PhenotypePair {
    Must.text("gene", gene);
    Must.text("function_1", functionOne);
    Must.text("phenotype", phenotype);
  }

  @Override
  public String key() {
    return pairKey(gene, functionOne, functionTwo);
  }

  static String pairKey(String gene, String one, String two) {
    return one.compareTo(two) <= 0 ? gene + "|" + one + "|" + two : gene + "|" + two + "|" + one;
  }
}
