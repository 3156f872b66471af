package org.rxtwin.knowledge;

import java.util.OptionalDouble;

/**
 * What a diplotype means for a gene's product.
 *
 * @param gene e.g. {@code CYP2D6}
 * @param diplotype as read
 * @param phenotype CPIC term, or {@link #INDETERMINATE}
 * @param activityScore sum of the alleles' values after inhibitors, for scored genes
 * @param reason how it was found, or why it could not be
 */
public record GenePhenotype(
    String gene, String diplotype, String phenotype, OptionalDouble activityScore, String reason) {
  /** The answer that is said where the result decides nothing. */
  public static final String INDETERMINATE = "Indeterminate";

  /** Whether a phenotype was found. */
  public boolean determined() {
    return !phenotype.equals(INDETERMINATE);
  }
}
