package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.RECEIVED;
import static org.rxtwin.hl7.reader.Messages.only;
import static org.rxtwin.hl7.reader.Messages.order;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.hl7.feed.FeedProfiles;

class OrderTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Zurich", "Asia/Tokyo", "America/Los_Angeles"})
  void aDayKeepsItsDateWhereverTheSenderLives(String zone) {
    String message = order("ORC|NW|O-1^CPOE|||||^BID^^20260302", "RXE||^warfarin|5||mg");

    ReadMessage read =
        new HL7Reader()
            .read(
                message.getBytes(StandardCharsets.UTF_8),
                FeedProfiles.of(ZoneId.of(zone)),
                RECEIVED);

    assertThat(OrderText.regimen(only(read, ChartEvent.MedicationOrdered.class).order()))
        .isEqualTo("5 mg | every 12 h | from 2026-03-02");
  }
}
