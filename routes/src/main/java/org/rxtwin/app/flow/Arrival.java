package org.rxtwin.app.flow;

import java.time.Instant;
import org.rxtwin.chart.port.Bytes;

/**
 * A message as the journal hands it over.
 *
 * @param messageId internal id; the same message again has the same id
 * @param journalledAt when it was journalled
 * @param bytes the message
 */
public record Arrival(String messageId, Instant journalledAt, Bytes bytes) {}
