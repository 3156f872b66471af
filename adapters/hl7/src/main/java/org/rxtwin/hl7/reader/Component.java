package org.rxtwin.hl7.reader;

import java.util.List;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;

/**
 * One drug of a mixture.
 *
 * @param rxc where it stands
 * @param drug all codes and words that name it
 * @param dose how much of it
 * @param millilitres its volume, zero where none is told
 * @param fluid whether it is what the others are mixed into
 * @param troubles what could not be read of it
 */
record Component(
    Fields rxc,
    List<Coding> drug,
    DoseRange dose,
    double millilitres,
    boolean fluid,
    Troubles troubles) {
  /** The same drug, its amount not known. */
  Component withoutAmount() {
    return new Component(rxc, drug, DoseRange.UNKNOWN, millilitres, fluid, troubles);
  }
}
