package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.rxtwin.hl7.feed.FeedProfiles;

class SenderNamesTest {
  private final HL7Reader reader = new HL7Reader();

  @Test
  void anIdentifierWithoutAuthorityBelongsToTheFacilityInItsOwnLetters() {
    String message =
        "MSH|^~\\&|ЛАБ|БОЛЬНИЦА|X|Y|20260305||ADT^A01|1|P|2.5\rEVN||20260305\rPID|1||55501\rPV1|1|I|W1\r";

    ReadMessage read =
        reader.read(
            message.getBytes(StandardCharsets.UTF_8),
            FeedProfiles.of(ZoneOffset.UTC),
            Instant.EPOCH);

    assertThat(read.sendingFacility()).isEqualTo("БОЛЬНИЦА");
    assertThat(read.patients().get(0).primary().authority()).isEqualTo("БОЛЬНИЦА");
  }
}
