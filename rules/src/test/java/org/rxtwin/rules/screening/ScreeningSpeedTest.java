package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Chart;

class ScreeningSpeedTest {
  private static final int ROUNDS = 1500;

  @Test
  void a_chart_of_eight_drugs_is_screened_in_a_few_milliseconds() {
    Patient patient = Patient.woman(75).measured(0, "2160-0", 1.4, "mg/dL");
    for (String drug :
        new String[] {
          "warfarin",
          "fluconazole",
          "simvastatin",
          "metformin",
          "gabapentin",
          "digoxin",
          "spironolactone",
          "paracetamol"
        }) {
      patient.takes(1, drug, 100, "PO", 24);
    }
    for (int day = 2; day < 60; day++) {
      patient.inr(day, 2.4);
    }
    Chart chart = patient.chart();
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long from = System.nanoTime();
      Patient.SCREENING.screen(chart, Patient.RULES, Patient.day(60));
      nanos[i] = System.nanoTime() - from;
    }
    long[] warm = Arrays.copyOfRange(nanos, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);

    double medianMs = warm[warm.length / 2] / 1e6;
    System.out.printf(
        "screening, 8 drugs, 60 results, %d findings: median %.3f ms, p99 %.3f ms%n",
        Patient.SCREENING.screen(chart, Patient.RULES, Patient.day(60)).findings().size(),
        medianMs,
        warm[warm.length * 99 / 100] / 1e6);
    // Ten times the aim of 2 ms: a test machine may be crowded; the figure is in the output.
    assertThat(medianMs).isLessThan(20);
  }
}
