package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug and the last result that speaks for it.
 *
 * @param drug the ingredient ordered
 * @param analyte id in the knowledge base
 * @param value the result, in the unit of the limit
 * @param reading the result as a person writes it, with the sign of a bound
 * @param unit that unit
 * @param wanted how the laboratory is to send it: in that unit, or without one
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
    String reading,
    String unit,
    String wanted,
    double limit,
    boolean broken,
    Specimen specimen,
    double ageHours,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
