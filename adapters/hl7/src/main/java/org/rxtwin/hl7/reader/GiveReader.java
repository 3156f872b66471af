package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.quantity.Dose;

/**
 * Reads RXG: a dose that the pharmacy released to the ward. It becomes a supply, and never a dose
 * given: the ward may hold it, and tells itself what it gave (RXA). A twin that counted both would
 * count one dose twice.
 */
final class GiveReader {
  private static final int GIVE_ID = 1;
  private static final int DISPENSE_ID = 2;
  private static final int DRUG = 4;

  private final Reading reading;
  private final DoseReader doses;

  GiveReader(Reading reading) {
    this.reading = reading;
    this.doses = new DoseReader(reading);
  }

  /** The supply, at the time of its message; none where no drug can be read. */
  Optional<ChartEvent> read(CarePart part, CarePart.Item item, int place, Troubles troubles) {
    Fields rxg = item.segment();
    List<Coding> drug = Codes.list(rxg, DRUG, 0, reading.profile());
    if (drug.isEmpty()) {
      troubles.refuse(rxg, DRUG, "expected the drug that was released, came none; not used");
      return Optional.empty();
    }
    Supply supply = new Supply(part, rxg, drug);
    Optional<Dose> amount = supply.amount(doses, troubles);
    return Optional.of(
        supply.event(
            id(supply, place),
            reading.occurred(Optional.empty()),
            Optional.empty(),
            amount,
            troubles));
  }

  private String id(Supply supply, int place) {
    Fields rxg = supply.line();
    String order = supply.order();
    return Dispense.releaseId(
        order.isEmpty()
            ? "message:" + reading.header().controlId() + "#" + place
            : String.join("|", order, rxg.text(GIVE_ID), rxg.text(DISPENSE_ID), supply.name()));
  }
}
