package org.rxtwin.rules.screening.fact;

/**
 * Reports of one gene that disagree; none of them is used.
 *
 * @param gene HGNC symbol
 * @param reports how many different ones
 * @param grounds what a finding is made of
 */
public record GenotypeConflict(String gene, int reports, Grounds grounds)
    implements ScreeningFact {}
