package org.rxtwin.hl7.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MSH-18 may name any set that Java has heard of, also one that it only reads or only writes. */
class OddCharacterSetsTest {
  private static final String MESSAGE =
      "MSH|^~\\&|\u00c4PP|FAC|RX|NORTH|20261120||ORU^R01|C1|P|2.5||||||SET\r"
          + "PID|1||4711^^^NORTH^MR||M\u00fcller\r";

  static Stream<String> sets() {
    return Stream.concat(
        Charset.availableCharsets().keySet().stream(), Stream.of("ISO-2022-CN", "no set"));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theEnvelopeIsRead(String set) {
    byte[] message = MESSAGE.replace("SET", set).getBytes(StandardCharsets.ISO_8859_1);

    List<EnvelopeReading> readings = new EnvelopeReader().read(MessageBytes.copyOf(message));

    assertThat(readings).hasSize(1);
    assertThat(readings.get(0)).isInstanceOf(Envelope.class);
    assertThat(readings.get(0).header().controlId()).isEqualTo("C1");
  }

  @Test
  void aMessageThatCannotBeReadIsKeptAloneAndAnsweredByItsControlId() {
    byte[] frame = (MESSAGE.replace("C1", "BAD") + MESSAGE).getBytes(StandardCharsets.ISO_8859_1);
    EnvelopeReader usual = new EnvelopeReader();
    EnvelopeReader failing =
        new EnvelopeReader(
            bytes -> {
              EnvelopeReading reading = usual.read(bytes).get(0);
              if (reading.header().controlId().equals("BAD")) {
                throw new IllegalStateException();
              }
              return reading;
            });

    List<EnvelopeReading> readings = failing.read(MessageBytes.copyOf(frame));

    assertThat(readings.get(0)).isInstanceOf(UnusableEnvelope.class);
    assertThat(readings.get(0).header().controlId()).isEqualTo("BAD");
    assertThat(readings.get(1)).isInstanceOf(Envelope.class);
  }

  @ParameterizedTest
  @MethodSource("sets")
  void theTextIsRead(String set) {
    byte[] message = MESSAGE.getBytes(StandardCharsets.ISO_8859_1);

    DecodedText text =
        CharacterSets.decode(message, List.of(set), StandardCharsets.ISO_8859_1, new ArrayList<>());

    assertThat(text.text()).startsWith("MSH|^~");
  }
}
