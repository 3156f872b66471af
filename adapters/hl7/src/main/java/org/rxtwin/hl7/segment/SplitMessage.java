package org.rxtwin.hl7.segment;

import java.util.List;

/**
 * All segments of one message, in order.
 *
 * @param segments every one, known or not
 * @param repairs what had to be put right to tell them apart
 */
public record SplitMessage(List<RawSegment> segments, List<String> repairs) {
  public SplitMessage {
    segments = List.copyOf(segments);
    repairs = List.copyOf(repairs);
  }
}
