package org.rxtwin.rules.screening.fact;

/**
 * A recorded allergy that names no certain drug.
 *
 * @param allergen as it was written, cut to forty characters
 * @param sort what is known of it
 * @param match why it names no certain drug
 * @param candidates how many drugs it is screened as
 * @param said what that means, in words
 * @param grounds what a finding is made of
 */
public record UnresolvedAllergen(
    String allergen, Allergen sort, Match match, int candidates, String said, Grounds grounds)
    implements ScreeningFact {}
