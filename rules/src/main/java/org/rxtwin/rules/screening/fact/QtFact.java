package org.rxtwin.rules.screening.fact;

/**
 * The drugs of a chart that lengthen QT, taken together, and what makes them dangerous.
 *
 * @param drugs their names, with the route where it counts
 * @param count how many
 * @param known how many of them are known to cause torsades
 * @param score points after Tisdale 2013
 * @param moderate score from which the risk is moderate
 * @param high score from which it is high
 * @param potassium how potassium stands
 * @param magnesium how magnesium stands
 * @param ecg what the last ECG says
 * @param said electrolytes and QTc in words
 * @param grounds what a finding is made of
 */
public record QtFact(
    String drugs,
    int count,
    int known,
    int score,
    int moderate,
    int high,
    Electrolyte potassium,
    Electrolyte magnesium,
    Ecg ecg,
    String said,
    Grounds grounds)
    implements ScreeningFact {}
