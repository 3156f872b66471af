package org.rxtwin.rules.screening.fact;

/**
 * One ingredient in more than one running order.
 *
 * @param ingredient which
 * @param sameList whether the orders stand on one list; home, inpatient and discharge lists are no
 *     duplicates of one another
 * @param orders how many orders
 * @param intended whether they are meant to run beside one another: a regular order with one as
 *     needed, one that ends while the next begins, a single dose, or a product that does not reach
 *     the circulation
 * @param hidden whether one of them is a product of several ingredients
 * @param product the product that hides it, as it was written; empty where none does
 * @param reach the lesser reach of them
 * @param grounds what a finding is made of
 */
public record DuplicateFact(
    String ingredient,
    boolean sameList,
    int orders,
    boolean intended,
    boolean hidden,
    String product,
    Reach reach,
    Grounds grounds)
    implements ScreeningFact {}
