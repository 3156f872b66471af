package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug and a genotype that speaks for it.
 *
 * @param drug the ingredient ordered
 * @param gene HGNC symbol
 * @param phenotype in the words of the guideline
 * @param settled whether a measured effect in range on an unchanged dose already contains the gene
 * @param daysRunning days since the first dose
 * @param doseQuestion whether the recommendation is about the dose
 * @param tier what the row asks for at a new start
 * @param grounds what a finding is made of
 */
public record GeneFact(
    String drug,
    String gene,
    String phenotype,
    boolean settled,
    double daysRunning,
    boolean doseQuestion,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
