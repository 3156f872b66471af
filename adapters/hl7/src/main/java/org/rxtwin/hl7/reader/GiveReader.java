package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
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
    String order = part.orc().map(OrderNumber::ofOrc).orElse("");
    Troubles amount = new Troubles();
    Optional<Dose> dose = doses.read(DoseFields.of(rxg), amount).least();
    troubles.noteAll(amount);
    return Optional.of(
        new ChartEvent.Dispensed(
            new Dispense(
                id(rxg, order, drug.get(0), place),
                order,
                drug,
                reading.occurred(Optional.empty()),
                Optional.empty(),
                troubles.all(),
                dose,
                part.orc().filter(DispenseReader::cancelled).isPresent())));
  }

  private String id(Fields rxg, String order, Coding drug, int place) {
    String name = drug.code().isEmpty() ? drug.text() : drug.code();
    return Dispense.releaseId(
        order.isEmpty()
            ? "message:" + reading.header().controlId() + "#" + place
            : String.join(
                "|",
                order,
                rxg.text(GIVE_ID),
                rxg.text(DISPENSE_ID),
                name.toLowerCase(Locale.ROOT)));
  }
}
