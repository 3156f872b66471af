package org.rxtwin.chart;

import java.util.Optional;

/**
 * A genotype or phenotype of one gene as reported.
 *
 * @param gene HGNC symbol, such as {@code CYP2C9}
 * @param diplotype such as {@code *1/*3}; for a single position the two bases, such as {@code A/G}
 * @param phenotype what the laboratory called it, where it did
 * @param sampledAt when the specimen was taken
 */
public record Genotype(
    String gene,
    Optional<String> diplotype,
    Optional<String> phenotype,
    Optional<ClinicalTime> sampledAt) {}
