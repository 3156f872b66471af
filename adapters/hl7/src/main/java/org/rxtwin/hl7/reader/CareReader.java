package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;

/**
 * Reads doses given and supplies. Each happened, for the chart, when its message was sent: so a
 * correction comes after what it corrects, however it moves the dose.
 */
final class CareReader {
  private final Reading reading;
  private final DispenseReader dispenses;
  private final GiveReader gives;

  CareReader(Reading reading) {
    this.reading = reading;
    this.dispenses = new DispenseReader(reading);
    this.gives = new GiveReader(reading);
  }

  /** The events of all doses and supplies of one patient, in the order of the message. */
  List<OccurredEvent> read(PatientPart patient) {
    ClinicalTime at = reading.occurred(Optional.empty());
    List<OccurredEvent> events = new ArrayList<>();
    AdministrationReader administrations = new AdministrationReader(reading);
    int place = 0;
    for (CarePart part : patient.care()) {
      for (CarePart.Item item : part.items()) {
        place++;
        Troubles troubles = new Troubles();
        String name = item.segment().name();
        (switch (name) {
              case "RXA" -> administrations.read(part, item, troubles);
              case "RXG" -> gives.read(part, item, place, troubles);
              default -> dispenses.read(part, item, place, troubles);
            })
            .ifPresent(each -> events.add(new OccurredEvent(at, each)));
        reading.troubles().addAll(troubles);
        if (!troubles.refused().isEmpty()) {
          String what = name.equals("RXA") ? "administration" : "dispense";
          events.add(
              new OccurredEvent(at, new ChartEvent.ReadingTroubled(what, troubles.refused())));
        }
      }
    }
    return events;
  }
}
