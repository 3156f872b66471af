package org.rxtwin.chart;

/**
 * A reported genotype as it stands.
 *
 * @param genotype its latest form
 * @param reported when it was reported
 * @param messageId internal id of the message that brought it
 */
public record GenotypeState(Genotype genotype, ClinicalTime reported, String messageId) {}
