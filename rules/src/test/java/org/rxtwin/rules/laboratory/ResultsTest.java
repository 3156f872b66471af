package org.rxtwin.rules.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.LaboratoryTable;
import org.rxtwin.rules.screening.fact.Specimen;

class ResultsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final ChartId CHART = new ChartId("0123456789abcdef0123456789abcdef");
  private static final LaboratoryTable LABORATORY =
      KnowledgeLoader.shipped().getKnowledge().laboratory();

  @Test
  void aResultOfAClockThatRunsAheadIsReadAsOfNow() {
    Results results = results(NOW.plus(Duration.ofMinutes(4)), Comparator.EQUAL, 5.2, "{INR}");

    LabReading reading = results.last("inr").orElseThrow();
    assertThat(reading.value()).isEqualTo(5.2);
    assertThat(reading.at()).isEqualTo(NOW);
    assertThat(results.lastMeasured("INR")).contains(NOW);
  }

  @ParameterizedTest
  @CsvSource({"EQUAL, 5.2, 5.2", "GREATER, 8, >8", "AT_MOST, 1, <=1", "LESS, 0.85, <0.85"})
  void aBoundIsWrittenWithItsSignAndIsNotExact(Comparator comparator, double value, String text) {
    LabReading reading = results(NOW, comparator, value, "").last("inr").orElseThrow();

    assertThat(reading.figure()).isEqualTo(text);
    assertThat(reading.usable()).isTrue();
    assertThat(reading.exact()).isEqualTo(comparator == Comparator.EQUAL);
  }

  @ParameterizedTest
  @CsvSource({"'', SOUND", "1, SOUND", "{INR}, SOUND", "{ratio}, SOUND", "s, OTHER_UNIT"})
  void anInrHasNoUnitOrItsOwn(String unit, Specimen specimen) {
    assertThat(results(NOW, Comparator.EQUAL, 2.4, unit).last("inr").orElseThrow().specimen())
        .isEqualTo(specimen);
  }

  @Test
  void aValueQuotedInALetterNeverCoversOneOfTheLaboratory() {
    StoredEvent measured = stored(1, numbered("F-1|6301-6||x", 6.0, Optional.empty()), NOW);
    StoredEvent quoted =
        stored(
            2,
            numbered("document:D-1|34714-6|line|", 2.3, Optional.of("document")),
            NOW.plus(Duration.ofHours(2)));
    Instant later = NOW.plus(Duration.ofHours(3));

    Results both = new Results(LABORATORY, chart(measured, quoted), later);
    Results letter = new Results(LABORATORY, chart(quoted), later);

    assertThat(both.last("inr").orElseThrow().value()).isEqualTo(6.0);
    assertThat(letter.last("inr").orElseThrow().value()).isEqualTo(2.3);
    assertThat(letter.last("inr").orElseThrow().usable()).as("perhaps of last year").isFalse();
    assertThat(letter.lastMeasured("INR")).as("a letter measures nothing").isEmpty();
  }

  private static Chart chart(StoredEvent... events) {
    return Chart.empty(CHART).withAll(List.of(events));
  }

  private static LabResult numbered(String id, double value, Optional<String> panel) {
    return new LabResult(
        id,
        List.of(new Coding("6301-6", "LOINC", "INR")),
        Optional.of(new ResultValue.Numeric(Comparator.EQUAL, value, "{INR}")),
        LabResult.Status.FINAL,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        panel,
        Optional.empty(),
        Optional.empty());
  }

  private static StoredEvent stored(long seq, LabResult result, Instant at) {
    return new StoredEvent(
        CHART, seq, ClinicalTime.exact(at), at, "m" + seq, new ChartEvent.ResultReported(result));
  }

  private static Results results(Instant at, Comparator comparator, double value, String unit) {
    LabResult inr =
        new LabResult(
            "1",
            List.of(new Coding("6301-6", "LOINC", "INR")),
            Optional.of(new ResultValue.Numeric(comparator, value, unit)),
            LabResult.Status.FINAL,
            Optional.of(ClinicalTime.exact(at)),
            List.of(),
            List.of());
    StoredEvent event =
        new StoredEvent(
            CHART, 1, ClinicalTime.exact(at), NOW, "m1", new ChartEvent.ResultReported(inr));
    return new Results(LABORATORY, Chart.empty(CHART).withAll(List.of(event)), NOW);
  }
}
