package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug whose start asks for the result of a gene.
 *
 * @param drug the ingredient ordered
 * @param gene gene, of HLA genes with the allele
 * @param known whether a result is there
 * @param advised whether the test is advised for this person
 * @param daysRunning days since the first dose
 * @param newForDays so long a start counts as new
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record GeneTestFact(
    String drug,
    String gene,
    boolean known,
    boolean advised,
    double daysRunning,
    double newForDays,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
