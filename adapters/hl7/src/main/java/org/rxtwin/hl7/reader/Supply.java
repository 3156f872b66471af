package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.quantity.Dose;

/**
 * What left the pharmacy by one line, be it a pack (RXD) or a dose for the ward (RXG).
 *
 * @param part the order it belongs to
 * @param line where it stands
 * @param drug all codes and words of the drug
 */
record Supply(CarePart part, Fields line, List<Coding> drug) {
  /** Number of its order; empty where none is told. */
  String order() {
    return part.orc().map(OrderNumber::ofOrc).orElse("");
  }

  /** What tells it from another drug under the same number. */
  String name() {
    Coding first = drug.get(0);
    return (first.code().isEmpty() ? first.text() : first.code()).toLowerCase(Locale.ROOT);
  }

  /** Nothing that harms hangs on the amount of a pack: what cannot be read of it is only noted. */
  Optional<Dose> amount(DoseReader doses, Troubles troubles) {
    Troubles noted = new Troubles();
    Optional<Dose> amount = doses.read(DoseFields.of(line), noted).least();
    troubles.noteAll(noted);
    return amount;
  }

  /** The event under that number. */
  ChartEvent event(
      String id, ClinicalTime at, Optional<Double> days, Optional<Dose> amount, Troubles troubles) {
    return new ChartEvent.Dispensed(
        new Dispense(
            id,
            order(),
            drug,
            at,
            days,
            troubles.all(),
            amount,
            part.orc().filter(DispenseReader::cancelled).isPresent()));
  }
}
