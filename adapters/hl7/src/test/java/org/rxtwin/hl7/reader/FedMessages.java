package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.read;
import static org.rxtwin.hl7.reader.Messages.report;

import java.util.List;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.MessageFile;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/** Messages as a feed brings them, in whatever bytes, and whether they were read without a loss. */
final class FedMessages {
  static final String INR = "OBX|1|NM|6301-6^INR^LN||2.4|{INR}|||||F";
  static final String TEXT = "OBX|1|TX|NOTE^note^L||";

  private FedMessages() {}

  static void accepted(ReadMessage read) {
    assertThat(read.repairs()).isEmpty();
    assertThat(read.status()).isEqualTo(Status.ACCEPTED);
    whole(read);
  }

  static void repaired(ReadMessage read, String repair) {
    assertThat(read.repairs()).contains(repair);
    assertThat(read.status()).isEqualTo(Status.REPAIRED);
    assertThat(read.patients()).isNotEmpty();
    whole(read);
  }

  static void whole(ReadMessage read) {
    assertThat(read.segmentsRead() + read.unread().size()).isEqualTo(read.segmentsIn());
    assertThat(read.segmentsIn()).isGreaterThanOrEqualTo(4);
  }

  static String inSet(String declared, String text) {
    return report(TEXT + text + "||||||F")
        .replaceFirst("\\|2\\.5\\.1\r", "|2.5.1||||||" + declared + "\r");
  }

  static ReadMessage one(byte[] bytes) {
    List<ReadMessage> all =
        MessageFile.split(bytes).stream().flatMap(each -> Messages.readAll(each).stream()).toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  static List<Identifier> envelopes(byte[] bytes) {
    Envelope envelope = (Envelope) new EnvelopeReader().read(MessageBytes.copyOf(bytes)).get(0);
    return new HL7Reader().patient(envelope, Messages.ZURICH);
  }
}
