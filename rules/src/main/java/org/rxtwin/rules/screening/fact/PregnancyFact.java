package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * A running drug with a row for the patient's state of pregnancy.
 *
 * @param drug which
 * @param state what is known
 * @param always whether the row holds in every week
 * @param weekKnown whether the week could be told
 * @param week completed weeks since the last period
 * @param fromWeek first week of the row
 * @param toWeek week before which it holds
 * @param said state and week in words
 * @param tier what the row asks for
 * @param grounds what a finding is made of
 */
public record PregnancyFact(
    String drug,
    PregnancyState state,
    boolean always,
    boolean weekKnown,
    double week,
    double fromWeek,
    double toWeek,
    String said,
    Tier tier,
    Grounds grounds)
    implements ScreeningFact {
  @Override
  public double week() {
    return UnknownFigureException.known("week", week);
  }
}
