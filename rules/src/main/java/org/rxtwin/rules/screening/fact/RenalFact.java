package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug and one band of kidney function that a source names for it.
 *
 * @param ingredient which
 * @param action what the band asks for
 * @param estimator the formula the source used
 * @param missing what keeps the function from being estimated
 * @param kidney estimated function, in the estimator's unit
 * @param lowest lower end of the band, included
 * @param under upper end of the band, not included
 * @param started whether the drug is newly started
 * @param doseKnown whether milligrams a day could be read
 * @param dailyMg most milligrams a day, mg
 * @param permittedMg most the band allows a day, mg; where it bounds the interval, what the ordered
 *     dose makes in that interval
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record RenalFact(
    String ingredient,
    RenalAction action,
    String estimator,
    Missing missing,
    double kidney,
    double lowest,
    double under,
    boolean started,
    boolean doseKnown,
    double dailyMg,
    double permittedMg,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {
  @Override
  public double kidney() {
    return UnknownFigureException.known("kidney", kidney);
  }

  @Override
  public double dailyMg() {
    return UnknownFigureException.known("dailyMg", dailyMg);
  }

  @Override
  public double permittedMg() {
    return UnknownFigureException.known("permittedMg", permittedMg);
  }
}
