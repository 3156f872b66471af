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
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.StoredEvent;

class DialysisCodesTest {
  private static final ChartId CHART = new ChartId("0123456789abcdef0123456789abcdef");
  private static final Instant DONE = Instant.parse("2026-03-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "90935, C4, true",
    "90947, CPT, true",
    "90960, '', true",
    "90940, C4, false",
    "90935, 99LOCAL, false",
    "39.95, ICD9, true",
    "3995, I9CP, true",
    "3995, 99LOCAL, false",
    "5A1D70Z, ICD10, true",
    "8-854.2, OPS, true",
    "8-856, OPS, false",
    "302497006, SNOMED, true",
    "302497007, SNOMED, false"
  })
  void aProcedureIsDialysisByItsCodeAlone(String code, String system, boolean dialysis) {
    assertThat(DialysisCodes.holds(new Coding(code, system, ""))).isEqualTo(dialysis);
  }

  @Test
  void aDialysisToldByItsCodeCountsForAQuarterOfAYear() {
    ChartEvent done =
        new ChartEvent.ConditionRecorded(
            new Condition(
                "procedure:90935",
                List.of(new Coding("90935", "C4", "")),
                true,
                Optional.of(ClinicalTime.exact(DONE)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Condition.Kind.PROCEDURE)));
    Chart chart =
        Chart.empty(CHART)
            .with(new StoredEvent(CHART, 1, ClinicalTime.exact(DONE), DONE, "m1", done));

    assertThat(Dialysis.isOnRecord(chart, DONE.plus(Duration.ofDays(2)))).isTrue();
    assertThat(Dialysis.isOnRecord(chart, DONE.plus(Duration.ofDays(100)))).isFalse();
  }
}
