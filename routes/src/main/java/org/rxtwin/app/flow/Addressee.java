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

/**
 * Whose a message is that could not be processed: read from its envelope, which was good enough to
 * be acknowledged.
 *
 * @param charts first the one its patient is known to have; then the one its group names, which is
 *     another where the patient goes by several numbers
 * @param named how the message names the patient
 */
record Addressee(List<ChartId> charts, Optional<Identifier> named) {
  Addressee {
    charts = List.copyOf(charts);
  }

  static Addressee of(Letter letter, ChartStore store) {
    Optional<Identifier> named =
        new EnvelopeReader()
            .read(MessageBytes.copyOf(letter.body().toArray())).stream()
                .filter(Envelope.class::isInstance)
                .flatMap(each -> ((Envelope) each).patients().stream())
                .findFirst();
    Stream<ChartId> known = named.flatMap(store::findChart).stream();
    Stream<ChartId> group = Stream.of(store.survivor(new ChartId(letter.group())));
    return new Addressee(Stream.concat(known, group).distinct().toList(), named);
  }
}
