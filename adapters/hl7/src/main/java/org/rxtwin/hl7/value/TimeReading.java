package org.rxtwin.hl7.value;

import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;

/**
 * What came of reading a time.
 *
 * @param time the time, where it can be told
 * @param trouble why it cannot be told; empty when it can, or when nothing stood there
 * @param repaired whether it was written in ISO 8601's form instead of HL7's
 */
public record TimeReading(Optional<ClinicalTime> time, String trouble, boolean repaired) {
  static final TimeReading ABSENT = new TimeReading(Optional.empty(), "", false);

  static TimeReading troubled(String why) {
    return new TimeReading(Optional.empty(), why, false);
  }
}
