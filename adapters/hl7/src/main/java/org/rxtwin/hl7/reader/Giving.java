package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.Infusion;

/**
 * How much is given at once, and how fast it runs in.
 *
 * @param dose amount of one dose
 * @param infusion how fast, where told
 */
record Giving(DoseRange dose, Optional<Infusion> infusion) {
  static final Giving UNKNOWN = new Giving(DoseRange.UNKNOWN, Optional.empty());
}
