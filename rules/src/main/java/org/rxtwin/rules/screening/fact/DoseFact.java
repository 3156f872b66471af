package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * What is ordered of an ingredient beside what may be given.
 *
 * @param ingredient which
 * @param bound what is bounded
 * @param missing what keeps it from being compared
 * @param ordered amount (or hours between doses) ordered, in the unit of the limit
 * @param permitted the limit
 * @param unit unit of both
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record DoseFact(
    String ingredient,
    Bound bound,
    Missing missing,
    double ordered,
    double permitted,
    String unit,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {
  @Override
  public double ordered() {
    return UnknownFigureException.known("ordered", ordered);
  }

  @Override
  public double permitted() {
    return UnknownFigureException.known("permitted", permitted);
  }
}
