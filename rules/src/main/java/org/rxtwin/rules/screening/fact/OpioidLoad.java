package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * All opioids of a chart in oral morphine equivalents, beside one limit.
 *
 * @param patient for whom the limit is written
 * @param sum mg of oral morphine a day, as the limit counts it
 * @param limit from which it holds, mg a day
 * @param said which drugs add what
 * @param beside what slows breathing beside them, in words; may be empty
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record OpioidLoad(
    OpioidPatient patient,
    double sum,
    double limit,
    String said,
    String beside,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
