package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug and how a result has moved since.
 *
 * @param drug the drugs ordered, in words
 * @param analyte by name
 * @param reading the last result as a person writes it
 * @param unit its unit
 * @param moved by how much it moved from what, in words
 * @param day days since the first dose
 * @param broken whether it moved as far as the row asks
 * @param specimen whether the specimen can be believed
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record LabTrendFact(
    String drug,
    String analyte,
    String reading,
    String unit,
    String moved,
    double day,
    boolean broken,
    Specimen specimen,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
