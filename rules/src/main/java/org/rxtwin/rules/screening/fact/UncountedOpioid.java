package org.rxtwin.rules.screening.fact;

/**
 * An opioid order that is in no sum of morphine equivalents.
 *
 * @param drug which
 * @param why why not
 * @param said that in words
 * @param grounds what a finding is made of
 */
public record UncountedOpioid(String drug, Uncounted why, String said, Grounds grounds)
    implements ScreeningFact {}
