package org.rxtwin.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.MessageBytes;

class InventedWardTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int MANY = 20_000;

  @Test
  void threeInTenAreOrdersFiveResultsAndTwoStays() {
    List<String> messages = messages(1);

    assertThat(share(messages, "|RDE^O11^")).isCloseTo(0.30, within(0.02));
    assertThat(share(messages, "|ORU^R01^")).isCloseTo(0.50, within(0.02));
    assertThat(share(messages, "|ADT^A0")).isCloseTo(0.20, within(0.02));
    assertThat(share(messages, "^warfarin^")).isCloseTo(0.10, within(0.02));
  }

  @Test
  void everyMessageHasAnEnvelopeThatIsTaken() {
    EnvelopeReader reader = new EnvelopeReader();

    assertThat(messages(2))
        .allSatisfy(
            each ->
                assertThat(reader.read(MessageBytes.copyOf(each.getBytes(StandardCharsets.UTF_8))))
                    .singleElement()
                    .isInstanceOf(Envelope.class));
  }

  @Test
  void theSameSeedGivesTheSameMessagesAndAnotherSeedOthers() {
    assertThat(messages(3)).isEqualTo(messages(3)).isNotEqualTo(messages(4));
  }

  @Test
  void aPlanWithoutSecondsIsRefusedWithTheOrderOfItsWords() {
    assertThatThrownBy(() -> LoadPlan.of(List.of("400", "20", "0")))
        .hasMessageContaining("measured (0 s)")
        .hasMessageContaining("Maybe the order is: load RATE WARM-UP SECONDS PATIENTS.");
  }

  private static List<String> messages(long seed) {
    InventedWard ward = new InventedWard(5_000, seed, NOON);
    return Stream.generate(ward::next).limit(MANY).toList();
  }

  private static double share(List<String> messages, String text) {
    return messages.stream().filter(each -> each.contains(text)).count() / (double) MANY;
  }
}
