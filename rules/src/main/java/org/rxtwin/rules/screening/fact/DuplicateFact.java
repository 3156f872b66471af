package org.rxtwin.rules.screening.fact;

/**
 * One ingredient in more than one running order.
 *
 * @param ingredient which
 * @param sameList whether the orders stand on one list; home, inpatient and discharge lists are no
 *     duplicates of one another
 * @param orders how many orders
 * @param hidden whether one of them is a product of several ingredients
 * @param reach the lesser reach of them
 * @param grounds what a finding is made of
 */
public record DuplicateFact(
    String ingredient, boolean sameList, int orders, boolean hidden, Reach reach, Grounds grounds)
    implements ScreeningFact {}
