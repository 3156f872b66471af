package org.rxtwin.rules.screening.fact;

/**
 * An order whose drug was read and whose dose, or another part, was not.
 *
 * @param drug the ingredients ordered
 * @param orderId which order
 * @param part what could not be read of it, in words
 * @param problems how many fields could not be read
 * @param reach how much of the product arrives in the circulation
 * @param grounds what a finding is made of
 */
public record UnreadDose(
    String drug, String orderId, String part, int problems, Reach reach, Grounds grounds)
    implements ScreeningFact {}
