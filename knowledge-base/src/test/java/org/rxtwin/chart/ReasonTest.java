package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.chart.ClinicalTime.Precision;

class ReasonTest {
  /** What a feed in Berlin calls the fourth of March begins in the night before, in UTC. */
  private static final Instant BERLIN = Instant.parse("2026-03-03T23:00:00Z");

  private static ClinicalTime told(Precision precision, String original) {
    return new ClinicalTime(BERLIN, precision, original);
  }

  @ParameterizedTest
  @CsvSource({
    "YEAR, 2026, 2026",
    "MONTH, 202603, 2026-03",
    "DAY, 20260304, 2026-03-04",
    "DAY, 20260304+0100, 2026-03-04",
    "DAY, 2026-03-04, 2026-03-04",
    "DAY, '', 2026-03-03",
  })
  void aDateWithoutAnHourIsTheDateThatWasTold(Precision precision, String original, String date) {
    assertThat(told(precision, original).dateTold()).contains(date);
  }

  @ParameterizedTest
  @CsvSource({"HOUR, 2026030400", "MINUTE, 202603040000", "SECOND, 20260304000000"})
  void midnightThatWasToldIsMidnight(Precision precision, String original) {
    assertThat(told(precision, original).dateTold()).isEmpty();
  }

  @Test
  void anAlertShowsTheDateAloneInTextAndJson() {
    Alert alert =
        because(Reason.told("genotype", "G", "", "", told(Precision.DAY, "20260304"), ""));

    assertThat(new AlertText(ZoneOffset.UTC, false).of(alert)).contains("• G (2026-03-04)");
    assertThat(new AlertJson().write(alert)).contains("\"time\":\"2026-03-04\"");
  }

  @Test
  void anAlertShowsTheHourWhereItIsKnown() {
    Alert alert = because(Reason.told("genotype", "G", "", "", ClinicalTime.exact(BERLIN), ""));

    assertThat(new AlertText(ZoneOffset.UTC, false).of(alert)).contains("• G (2026-03-03 23:00)");
    assertThat(new AlertJson().write(alert)).contains("\"time\":\"2026-03-03T23:00:00Z\"");
  }

  @Test
  void aStoredReasonComesBackAndOneFromBeforeThereWereDatesIsReadForEver() {
    EventJson json = new EventJson();
    Reason dated = Reason.told("allergy", "A", "", "", told(Precision.MONTH, "202603"), "m1");
    String golden =
        "{\"fact\":\"result\",\"text\":\"INR 2.4\",\"value\":\"2.4\",\"unit\":\"1\","
            + "\"time\":\"2026-03-03T23:00:00Z\",\"messageId\":\"m1\"}";

    assertThat(json.readRecord(json.writeRecord(dated), Reason.class)).isEqualTo(dated);
    assertThat(json.readRecord(golden, Reason.class))
        .isEqualTo(new Reason("result", "INR 2.4", "2.4", "1", Optional.of(BERLIN), "m1"));
    assertThat(json.writeRecord(json.readRecord(golden, Reason.class))).isEqualTo(golden);
  }

  private static Alert because(Reason reason) {
    Alert all = Alerts.warfarinWithFluconazole();
    Finding finding = Alerts.finding();
    return new Alert(
        all.alertId(),
        all.version(),
        all.status(),
        all.time(),
        all.tier(),
        all.severity(),
        all.kind(),
        all.patient(),
        all.subjects(),
        all.title(),
        all.advice(),
        List.of(
            new Finding(
                finding.kind(),
                finding.rule(),
                finding.severity(),
                finding.tier(),
                finding.hazard(),
                finding.ingredients(),
                finding.orderIds(),
                finding.title(),
                List.of(reason),
                finding.advice(),
                finding.evidence(),
                finding.harmIsExposure(),
                finding.questionKey())),
        all.twin(),
        all.actions(),
        all.overrideReasons(),
        all.obligations(),
        all.trigger(),
        all.location(),
        all.roles(),
        all.notes(),
        all.basis());
  }
}
