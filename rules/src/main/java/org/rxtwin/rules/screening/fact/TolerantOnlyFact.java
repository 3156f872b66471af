package org.rxtwin.rules.screening.fact;

/**
 * An opioid product that only patients used to opioids may have.
 *
 * @param drug which
 * @param past what the patient had in the week before
 * @param earlier that in oral morphine equivalents, mg a day
 * @param needed what the label asks for, mg a day
 * @param grounds what a finding is made of
 */
public record TolerantOnlyFact(
    String drug, OpioidPast past, double earlier, double needed, Grounds grounds)
    implements ScreeningFact {}
