package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug and the last result that speaks for it.
 *
 * @param drug the ingredient ordered
 * @param analyte id in the knowledge base
 * @param value the result, in the unit of the limit
 * @param unit that unit
 * @param limit the threshold
 * @param broken whether the value lies on the wrong side of it
 * @param specimen whether the specimen can be believed
 * @param ageHours hours since it was taken
 * @param tier what the row asks for; never a hard stop for a doubtful specimen
 * @param grounds what a finding is made of
 */
public record LabLimitFact(
    String drug,
    String analyte,
    double value,
    String unit,
    double limit,
    boolean broken,
    Specimen specimen,
    double ageHours,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
