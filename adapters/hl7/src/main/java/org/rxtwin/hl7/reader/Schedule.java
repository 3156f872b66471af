package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Timing;

/**
 * When doses are due.
 *
 * @param stat to be given at once
 */
record Schedule(
    Timing timing, Optional<ClinicalTime> start, Optional<ClinicalTime> stop, boolean stat) {}
