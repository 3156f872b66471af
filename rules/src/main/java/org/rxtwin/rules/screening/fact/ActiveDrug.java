package org.rxtwin.rules.screening.fact;

import org.rxtwin.chart.MedicationOrder.ListKind;

/**
 * An ingredient that is at work in the patient.
 *
 * @param ingredient which
 * @param orderId by which order
 * @param phase whether the order runs or its effect washes out
 * @param reach how much of it arrives in the circulation
 * @param list on which list it stands
 * @param daysRunning days since its first dose
 * @param doseKnown whether milligrams a day could be read
 * @param dailyMg most milligrams a day, mg
 * @param named false where the drug is only one candidate of a doubtful name
 * @param grounds what a finding is made of
 */
public record ActiveDrug(
    String ingredient,
    String orderId,
    Phase phase,
    Reach reach,
    ListKind list,
    double daysRunning,
    boolean doseKnown,
    double dailyMg,
    boolean named,
    Grounds grounds)
    implements ScreeningFact {
  @Override
  public double dailyMg() {
    return UnknownFigureException.known("dailyMg", dailyMg);
  }
}
