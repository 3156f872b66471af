package org.rxtwin.app.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rxtwin.hl7.envelope.MessageBytes;

/**
 * One message for the broker.
 *
 * @param address on the broker
 * @param messageId internal id, also the correlation id
 * @param properties names of {@link JournalProperties} and their text
 */
record JournalEntry(
    String address, String messageId, Map<String, String> properties, MessageBytes body) {
  JournalEntry {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }
}
