package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * Several drugs of a class of which only so many are meant to run on one list.
 *
 * @param group the class, in the plural
 * @param drugs those that run, in words
 * @param count how many go on; one that ends while the next begins is not counted
 * @param most how many are meant to
 * @param intended whether these are meant to run together
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record ClassDuplicateFact(
    String group, String drugs, int count, int most, boolean intended, Tier tier, Grounds grounds)
    implements ScreeningFact {}
