package org.rxtwin.rules.screening.fact;

/**
 * A running drug and a recorded allergy that may concern it.
 *
 * @param drug the ingredient ordered
 * @param allergen drug or family that was recorded
 * @param relation how the two stand to one another
 * @param reaction what happened then
 * @param tolerated the same drug ran after the date of the reaction without a new one
 * @param reach how much of the product arrives in the circulation
 * @param grounds what a finding is made of
 */
public record AllergyFact(
    String drug,
    String allergen,
    Relation relation,
    Reaction reaction,
    boolean tolerated,
    Reach reach,
    Grounds grounds)
    implements ScreeningFact {}
