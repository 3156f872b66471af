package org.rxtwin.hl7.segment;

import java.nio.charset.Charset;
import java.util.List;

/**
 * All segments of one message, in order.
 *
 * @param segments every one, known or not
 * @param charset in which the bytes were read
 * @param inDoubt whether what was taken for a delimiter may be a part of a character
 * @param repairs what had to be put right to tell them apart
 */
public record SplitMessage(
    List<RawSegment> segments, Charset charset, boolean inDoubt, List<String> repairs) {
  public SplitMessage {
    segments = List.copyOf(segments);
    repairs = List.copyOf(repairs);
  }

  /** Whether the message says that it goes on in another (DSC-1), or goes on from one (ADD). */
  public boolean continued() {
    return segments.stream()
        .anyMatch(
            each ->
                each.name().equals("ADD")
                    || (each.name().equals("DSC") && each.line().length() > 4));
  }
}
