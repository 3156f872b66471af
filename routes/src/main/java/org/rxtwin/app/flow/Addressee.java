package org.rxtwin.app.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rxtwin.app.intake.JournalPost.Letter;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.port.ChartStore;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;

/**
 * Whose a message is that could not be processed: told by the same rules as when it is read.
 *
 * @param charts first the one its patient is known to have; then the one its group names, which is
 *     another where the patient goes by several numbers
 * @param named how the message names the patient
 */
record Addressee(List<ChartId> charts, Optional<Identifier> named) {
  Addressee {
    charts = List.copyOf(charts);
  }

  static Addressee of(Letter letter, ChartStore store, FeedProfiles profiles) {
    HL7Reader reader = new HL7Reader();
    List<Identifier> named =
        new EnvelopeReader()
            .read(MessageBytes.copyOf(letter.body().toArray())).stream()
                .filter(Envelope.class::isInstance)
                .map(each -> reader.patient((Envelope) each, profiles))
                .findFirst()
                .orElse(List.of());
    Stream<ChartId> known = named.stream().flatMap(each -> store.findChart(each).stream()).limit(1);
    Stream<ChartId> group = Stream.of(store.survivor(new ChartId(letter.group())));
    return new Addressee(
        Stream.concat(known, group).distinct().toList(), named.stream().findFirst());
  }
}
