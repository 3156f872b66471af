package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.read;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.reader.ReadMessage.Status;

/** The number that a merge ends must be the one under which the record was kept. */
class MergeSeriesTest {
  private static final String EVN = "EVN|A40|20260301090000";

  @ParameterizedTest
  @CsvSource({
    "|4711, HOSP#PID-2/4711, 4700, HOSP#PID-2/4700",
    "|||4711, HOSP#PID-4/4711, 4700, HOSP#PID-4/4700",
    "|4711^^^^MR, HOSP#PID-2/4711, 4700^^^^MR, HOSP#PID-2/4700",
    "|4711, HOSP#PID-2/4711, 4700^^^^MR, HOSP/4700",
    "|4711, HOSP#PID-2/4711, 4700^^^HOSP, HOSP/4700",
    "|4711^^^HOSP, HOSP/4711, 4700, HOSP/4700",
    "||4711, HOSP/4711, 4700, HOSP/4700",
    "||4711^^^HOSP^PI, HOSP#PI/4711, 4700, HOSP#PI/4700",
    "||4711^^^HOSP^PI, HOSP#PI/4711, 4700^^^HOSP^PI, HOSP#PI/4700",
    "||4711^^^HOSP^PI, HOSP#PI/4711, 4700^^^HOSP^MR, HOSP/4700",
    "||4711^^^HOSP^PI, HOSP#PI/4711, 4700^^^REGION, REGION/4700",
    "||4711^^^HOSP^MR~9^^^HOSP^PI, HOSP/4711, 4700, HOSP/4700",
    "||756.1^^^HOSP^SS, HOSP#SS/756.1, 4700, HOSP/4700"
  })
  void aNumberThatTellsNoTypeIsOfTheSeriesOfTheSurvivor(
      String pid, String kept, String mrg, String ended) {
    for (String event : List.of("A40", "A45")) {
      ReadMessage read = read(message("ADT^" + event, EVN, "PID|1" + pid, "MRG|" + mrg));

      List<Identifier> other =
          event.equals("A40")
              ? read.patients().get(0).dying()
              : List.of(read.patients().get(1).primary());
      assertThat(text(read.patients().get(0).primary())).isEqualTo(kept);
      assertThat(other).map(MergeSeriesTest::text).containsExactly(ended);
    }
  }

  @Test
  void aNumberThatMayBeOfTwoSeriesEndsNoRecord() {
    ReadMessage read =
        read(message("ADT^A40", EVN, "PID|1||1^^^HOSP^PI~2^^^HOSP^PE", "MRG|4700^^^HOSP"));

    assertThat(read.status()).isEqualTo(Status.QUARANTINED);
  }

  @Test
  void manyNumbersAreComparedInTime() {
    List<Identifier> many =
        IntStream.range(1, 400_000).mapToObj(each -> new Identifier("HOSP", each + "")).toList();
    Set<Identifier> stay = new LinkedHashSet<>(many);
    stay.add(new Identifier("HOSP", "A1"));

    List<Identifier> ended =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MergeReader.ending(many, stay));

    assertThat(ended).hasSameSizeAs(many);
  }

  private static String text(Identifier each) {
    return each.authority() + "/" + each.value();
  }
}
