package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.ClinicalTime.Precision;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.StoredEvent;

/** A date is never midnight, in what a reader is told either. */
class DatesAsToldTest {
  private static Chart with(Patient patient, ClinicalTime at, ChartEvent event) {
    Chart chart = patient.chart();
    return chart.with(
        new StoredEvent(chart.id(), chart.lastSeq() + 1, at, Patient.day(2), "told", event));
  }

  private static List<Optional<String>> dates(Chart chart, String fact) {
    return Patient.SCREENING.screen(chart, Patient.RULES, Patient.day(3)).findings().stream()
        .flatMap(each -> each.reasons().stream())
        .filter(each -> each.fact().equals(fact) && each.messageId().equals("told"))
        .map(Reason::date)
        .distinct()
        .toList();
  }

  @Test
  void aGenotypeReportedWithADateAloneShowsTheDate() {
    Chart chart =
        with(
            Patient.woman(70).takes(0, "warfarin", 5, "PO", 24),
            new ClinicalTime(Patient.day(1), Precision.DAY, "20260302"),
            new ChartEvent.GenotypeReported(
                new Genotype("CYP2C9", Optional.of("*1/*3"), Optional.empty(), Optional.empty())));

    assertThat(dates(chart, "genotype")).containsExactly(Optional.of("2026-03-02"));
  }

  @Test
  void anAllergyOfAYearShowsTheYear() {
    Chart chart =
        with(
            Patient.woman(70).takes(0, "amoxicillin", 500, "PO", 8),
            ClinicalTime.exact(Patient.day(2)),
            new ChartEvent.AllergyRecorded(
                new Allergy(
                    List.of(Coding.ofText("penicillin")),
                    Optional.empty(),
                    List.of("anaphylaxis"),
                    "",
                    Optional.of(new ClinicalTime(Patient.day(-3000), Precision.YEAR, "2017")),
                    true)));

    assertThat(dates(chart, "allergy")).containsExactly(Optional.of("2017"));
  }
}
