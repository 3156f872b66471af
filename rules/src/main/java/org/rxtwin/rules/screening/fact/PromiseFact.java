package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A measurement that somebody promised by an answer to an alert.
 *
 * @param analyte what was to be measured, by name
 * @param drug the drugs of the alert, by name
 * @param kept whether the result has come
 * @param hoursLate hours past the time by which it was promised; below zero before it
 * @param tier as urgent as the alert that was answered, and no less than the worklist
 * @param grounds what a finding is made of
 */
public record PromiseFact(
    String analyte, String drug, boolean kept, double hoursLate, Tier tier, Grounds grounds)
    implements ScreeningFact {}
