package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.Tier;

/**
 * Two drugs of the chart and the knowledge row that speaks for them.
 *
 * @param row id of the row
 * @param victim the drug whose effect changes; for both, one of them
 * @param perpetrator the other
 * @param harm whether exposure or effect changes
 * @param direction whether the victim's effect goes up or down
 * @param phase whether the perpetrator runs or washes out
 * @param reach the lesser reach of both where the row needs the circulation
 * @param daysStopped days since the perpetrator's last dose; unknown while it runs
 * @param washoutDays days after the last dose until its effect has gone
 * @param confirmed whether the row's source was read
 * @param tier what the row asks for
 * @param said which drug acts on which, and the harm its row names
 * @param grounds what a finding is made of
 */
public record InteractionFact(
    String row,
    String victim,
    String perpetrator,
    Harm harm,
    Direction direction,
    Phase phase,
    Reach reach,
    double daysStopped,
    double washoutDays,
    boolean confirmed,
    Tier tier,
    String said,
    Grounds grounds)
    implements ScreeningFact {
  @Override
  public double daysStopped() {
    return UnknownFigureException.known("daysStopped", daysStopped);
  }
}
