package org.rxtwin.rules.screening.fact;

/**
 * An order whose drug could not be told with certainty.
 *
 * @param orderId which order
 * @param match why not
 * @param candidates how many drugs it was screened as
 * @param said what that means for the order, in words
 * @param grounds what a finding is made of
 */
public record UnresolvedDrug(
    String orderId, Match match, int candidates, String said, Grounds grounds)
    implements ScreeningFact {}
