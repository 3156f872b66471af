package org.rxtwin.hl7.reader;

import java.util.List;
import org.rxtwin.chart.Identifier;

/**
 * What one message says of one patient.
 *
 * @param primary the identifier the patient is to be found by; of a merge, the survivor's
 * @param others further identifiers of the same person
 * @param dying of a merge: the identifiers that end. The merge itself happened when the first of
 *     the events did
 * @param events in the order of the message; the first is always {@code PatientIdentified}
 */
public record PatientEvents(
    Identifier primary,
    List<Identifier> others,
    List<Identifier> dying,
    List<OccurredEvent> events) {
  public PatientEvents {
    others = List.copyOf(others);
    dying = List.copyOf(dying);
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException(
          "expected at least the event that identifies the patient, came none"
              + "\nMaybe the PID segment was not read.");
    }
  }

  @Override
  public String toString() {
    return "PatientEvents[redacted, " + events.size() + " events]";
  }
}
