package org.rxtwin.hl7.envelope;

import java.util.List;
import org.rxtwin.chart.Identifier;

/**
 * A message that can be taken.
 *
 * @param header as received, but MSH-9 as it was understood
 * @param version of the form 2.1 to 2.9.x; 2.5.1 where MSH-12 tells none
 * @param patients PID-3's first filled repetition (authority: CX.4 namespace, else universal id,
 *     else MSH-4), else that of PID-2 or PID-4, only to keep one patient's messages in order; for a
 *     merge then MRG-1's; empty where the message names nobody
 * @param repairs what was put right to read this much, each named
 */
public record Envelope(
    MshHeader header,
    MessageBytes bytes,
    AcceptedType type,
    String version,
    List<Identifier> patients,
    List<String> repairs)
    implements EnvelopeReading {
  public Envelope {
    patients = List.copyOf(patients);
    repairs = List.copyOf(repairs);
  }
}
