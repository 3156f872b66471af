package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.EnvelopeReading;
import org.rxtwin.hl7.envelope.MessageBytes;

/** The number of a repetition is its seed: a failure is found again by it. */
class MutatedMessagesTest {
  private static final Pattern SEGMENT = Pattern.compile("(?m)^[A-Z][A-Z0-9]{2}\\|");

  @RepeatedTest(200)
  void noMessageIsThrownOnAndNoSegmentIsLost(RepetitionInfo seed) {
    nothingIsLost(seed.getCurrentRepetition());
  }

  @Test
  @Tag("full")
  void noSegmentOfManyMoreMessagesIsLost() {
    for (int seed = 201; seed <= 20_000; seed++) {
      nothingIsLost(seed);
    }
  }

  private static void nothingIsLost(int seed) {
    String text = mutated(seed, 20);

    List<ReadMessage> all = Messages.readAll(text.getBytes(StandardCharsets.UTF_8));

    long standing = SEGMENT.matcher(text.replace('\r', '\n')).results().count();
    long found = all.stream().mapToLong(ReadMessage::segmentsIn).sum();
    assertThat(found).as("seed %d", seed).isGreaterThanOrEqualTo(standing);
    for (ReadMessage each : all) {
      assertThat(each.segmentsRead() + each.unread().size())
          .as("seed %d", seed)
          .isEqualTo(each.segmentsIn());
      assertThat(new ReadJson().write(each)).startsWith("{\"controlId\"");
    }
  }

  @RepeatedTest(100)
  void anyBytesAreReadOrQuarantined(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    byte[] bytes = new byte[seed.getCurrentRepetition() * 5 / 2];
    random.nextBytes(bytes);
    byte[] head =
        "MSH|^~\\&|A|B|||20260301||ORU^R01|1|P|2.5\rPID|||7\r".getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);

    assertThat(Messages.readAll(all)).isNotEmpty();
    assertThat(Messages.readAll(bytes)).isNotEmpty();
  }

  @RepeatedTest(100)
  void aMessageGivesNoEventsToAPatientItDoesNotName(RepetitionInfo seed) {
    String text = mutated(seed.getCurrentRepetition(), 6);

    for (ReadMessage each : Messages.readAll(text.getBytes(StandardCharsets.UTF_8))) {
      for (PatientEvents patient : each.patients()) {
        Identifier primary = patient.primary();
        assertThat(text.replaceAll("[\\\\]", "")).contains(primary.value().replace("\\", ""));
        assertThat(patient.events().get(0).event())
            .isInstanceOf(org.rxtwin.chart.ChartEvent.PatientIdentified.class);
      }
    }
  }

  @RepeatedTest(100)
  void whomAMessageIsAboutIsToldBeforeItIsReadAsWhenItIs(RepetitionInfo seed) {
    byte[] bytes = mutated(seed.getCurrentRepetition(), 6).getBytes(StandardCharsets.UTF_8);
    HL7Reader reader = new HL7Reader();

    for (EnvelopeReading each : new EnvelopeReader().read(MessageBytes.copyOf(bytes))) {
      ReadMessage read = reader.read(each, Messages.ZURICH, Messages.RECEIVED);
      if (each instanceof Envelope envelope && !read.patients().isEmpty()) {
        assertThat(reader.patient(envelope, Messages.ZURICH).get(0))
            .isEqualTo(read.patients().get(0).primary());
      }
    }
  }

  private static String mutated(int seed, int most) {
    return Mutations.mutated(seed, seed % (most + 1));
  }
}
