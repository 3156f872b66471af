package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.util.Optional;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.value.TimingPhrase;

/**
 * What one place of a schedule tells.
 *
 * @param phrase how often; of kind {@code UNKNOWN} where it cannot be told
 * @param length for how long, where told
 */
record ScheduleStep(ScheduleFields place, TimingPhrase phrase, Optional<Duration> length) {
  private static final double SECONDS_PER_HOUR = 3600;

  Timing timing() {
    return phrase.timing();
  }

  static OrderPhase phase(DoseRange dose, Timing timing, Optional<Duration> length) {
    return new OrderPhase(
        dose.least(), dose.most(), timing, length.map(each -> each.toSeconds() / SECONDS_PER_HOUR));
  }
}
