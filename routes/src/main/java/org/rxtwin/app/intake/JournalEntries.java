package org.rxtwin.app.intake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.app.broker.Addresses;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.Sha256;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.envelope.UnusableEnvelope;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.Senders;

/** Makes of what was read the messages that are journalled. */
public final class JournalEntries {
  private final KeyedHash hash;
  private final FeedProfiles profiles;
  private final Clock clock;
  private final HL7Reader reader = new HL7Reader();

  /** Entries under this key; who is meant is told by what is agreed with the sender. */
  public JournalEntries(KeyedHash hash, FeedProfiles profiles, Clock clock) {
    this.hash = hash;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The internal id of a message: keyed hash of sender, control id and the bytes themselves. */
  public String messageId(MshHeader header, MessageBytes bytes) {
    return hash.of(
        "message",
        header.sendingApplication(),
        header.sendingFacility(),
        header.controlId(),
        Sha256.hex(bytes.toByteArray()));
  }

  /** The group that keeps one patient's messages in order; nobody's messages go by their feed. */
  public String group(Envelope envelope) {
    List<Identifier> patient = reader.patient(envelope, profiles);
    if (patient.isEmpty()) {
      MshHeader header = envelope.header();
      return hash.of("feed", Senders.application(header), Senders.facility(header));
    }
    return hash.chart(patient.get(0)).value();
  }

  JournalEntry taken(Envelope envelope) {
    String id = messageId(envelope.header(), envelope.bytes());
    Map<String, String> properties = common(id);
    properties.put(JournalProperties.GROUP, group(envelope));
    properties.put(JournalProperties.TYPE, envelope.typeWritten());
    properties.put(JournalProperties.VERSION, envelope.version());
    return new JournalEntry(Addresses.HL7_IN, id, properties, envelope.bytes());
  }

  JournalEntry quarantined(UnusableEnvelope unusable) {
    String id = messageId(unusable.header(), unusable.bytes());
    Map<String, String> properties = common(id);
    int code = unusable.fault().code().number();
    properties.put(JournalProperties.FAULT_CODE, Integer.toString(code));
    properties.put(JournalProperties.FAULT_REASON, unusable.fault().reason());
    return new JournalEntry(Addresses.HL7_QUARANTINE, id, properties, unusable.bytes());
  }

  private Map<String, String> common(String id) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(JournalProperties.MESSAGE_ID, id);
    properties.put(JournalProperties.RECEIVED_AT, clock.instant().toString());
    return properties;
  }
}
