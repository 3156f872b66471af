package org.rxtwin.hl7.envelope;

import java.util.List;

/**
 * A message in a form that can be cut into segments.
 *
 * @param bytes from MSH on; what stood before and belongs to a batch comes last
 * @param recoded whether the bytes are UTF-8 now, whatever they were and MSH-18 says
 * @param repairs what was put right, each named
 */
public record Mended(MessageBytes bytes, boolean recoded, List<String> repairs) {
  public Mended {
    repairs = List.copyOf(repairs);
  }

  /** A copy of the message as received, put right where it needs to be. */
  public static Mended of(MessageBytes received) {
    return Mending.mend(received);
  }
}
