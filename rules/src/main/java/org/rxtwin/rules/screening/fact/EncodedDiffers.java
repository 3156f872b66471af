package org.rxtwin.rules.screening.fact;

/**
 * An order whose encoding by the pharmacy says something else than was asked for.
 *
 * @param drug the drug as encoded
 * @param orderId which order
 * @param differences how many of drug, dose and schedule differ
 * @param requested what was asked for, in words
 * @param encoded what the pharmacy made of it, in words
 * @param grounds what a finding is made of
 */
public record EncodedDiffers(
    String drug, String orderId, int differences, String requested, String encoded, Grounds grounds)
    implements ScreeningFact {}
