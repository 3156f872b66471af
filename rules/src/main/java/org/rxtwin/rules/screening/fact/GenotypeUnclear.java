package org.rxtwin.rules.screening.fact;

/**
 * A running drug and a report of a gene that speaks for it but cannot be used.
 *
 * @param drug the ingredient ordered
 * @param gene HGNC symbol
 * @param why what keeps the report from being used
 * @param daysRunning days since the first dose
 * @param grounds what a finding is made of
 */
public record GenotypeUnclear(
    String drug, String gene, String why, double daysRunning, Grounds grounds)
    implements ScreeningFact {}
