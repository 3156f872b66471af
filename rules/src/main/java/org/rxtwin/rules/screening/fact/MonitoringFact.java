package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A measurement that a running drug asks for.
 *
 * @param drug the ingredient ordered
 * @param analyte what is to be measured, by name
 * @param occasion what makes it due
 * @param measured whether there is a result for this occasion
 * @param hoursOverdue hours past the due time; below zero before it
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record MonitoringFact(
    String drug,
    String analyte,
    Occasion occasion,
    boolean measured,
    double hoursOverdue,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {}
