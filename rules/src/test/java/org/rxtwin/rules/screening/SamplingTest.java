package org.rxtwin.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.quantity.Dose;

/** A level is judged only where it was drawn at a time at which it tells something (rule 16). */
class SamplingTest {
  private static final String DIGOXIN = "10535-3";
  private static final double TWO_HOURS = 2 / 24.0;

  @Test
  void aDigoxinLevelTwoHoursAfterTheDoseIsTooEarlyAndNoToxicity() {
    Patient patient = onDigoxin().drawn(4 + TWO_HOURS, 4.2, DIGOXIN, 3.1, "ng/mL");

    assertThat(patient.findings(4.3, "drug-lab/limit")).isEmpty();
    Finding early = only(patient, 4.3, "drug-lab/drawn-too-early");
    assertThat(early.tier()).isEqualTo(Tier.QUEUE);
    assertThat(early.hazard()).isEqualTo("digoxin-effect");
    assertThat(early.advice().text())
        .isEqualTo(
            "Measure digoxin level again within 24 hours, 6 h or more after a dose; "
                + "change no dose on this one.");
    assertThat(early.reasons())
        .extracting(Reason::text)
        .contains("drawn 2 h after a dose (assumed as ordered); 6 h or more are asked for");
  }

  @Test
  void sixHoursAfterTheDoseItIsALevel() {
    Patient patient = onDigoxin().drawn(4.25, 4.3, DIGOXIN, 3.1, "ng/mL");

    assertThat(patient.findings(4.4, "drug-lab/drawn-too-early")).isEmpty();
    assertThat(only(patient, 4.4, "drug-lab/limit").tier()).isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void whatTheWardRecordedDecidesWhereItDiffersFromTheOrder() {
    Patient lateDose =
        onDigoxin().on(4.26, given("R1", 4.2)).drawn(4.3, 4.4, DIGOXIN, 3.1, "ng/mL");
    Patient refused =
        onDigoxin()
            .on(3.1, given("R0", 3))
            .on(4.01, notGiven("R1", 4))
            .drawn(4 + TWO_HOURS, 4.2, DIGOXIN, 3.1, "ng/mL");

    assertThat(lateDose.findings(4.5, "drug-lab/limit")).isEmpty();
    assertThat(only(lateDose, 4.5, "drug-lab/drawn-too-early").reasons())
        .extracting(Reason::text)
        .contains("drawn 2.4 h after a dose (recorded); 6 h or more are asked for");
    assertThat(refused.findings(4.3, "drug-lab/limit")).hasSize(1);
  }

  @Test
  void aDoseRecordedAfterTheSpecimenWasNotGivenBeforeIt() {
    Patient patient = onDigoxin();
    for (int day = 1; day < 4; day++) {
      patient.on(day + 0.01, given("R" + day, day));
    }
    patient
        .drawn(4 + 0.5 / 24, 4.04, DIGOXIN, 3.1, "ng/mL")
        .on(4 + 1.3 / 24, given("R4", 4 + 1.25 / 24));

    assertThat(patient.findings(4.1, "drug-lab/drawn-too-early")).isEmpty();
    assertThat(only(patient, 4.1, "drug-lab/limit").tier()).isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void aLevelThatDoesNotTellWhenItWasDrawnAsksForThat() {
    Patient patient = onDigoxin().measured(4.3, DIGOXIN, 3.1, "ng/mL");

    assertThat(patient.findings(4.4, "drug-lab/limit")).isEmpty();
    Finding asked = only(patient, 4.4, "drug-lab/drawn-unknown-when");
    assertThat(asked.tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(asked.advice().text()).contains("when this specimen was drawn");
  }

  @Test
  void aLowLevelDrawnTooEarlySaysNothing() {
    Patient patient = onDigoxin().drawn(4 + TWO_HOURS, 4.2, DIGOXIN, 0.9, "ng/mL");

    assertThat(patient.findings(4.3, "drug-lab/drawn-too-early")).isEmpty();
  }

  @Test
  void aHighInrNeedsNoHourOfADose() {
    Patient patient = Patient.woman(60).takes(0, "warfarin", 5, "PO", 24).inr(4.1, 5.5);

    assertThat(patient.findings(4.2, "drug-lab/limit")).hasSize(1);
  }

  private static Patient onDigoxin() {
    return Patient.woman(74).takes(0, "digoxin", 0.25, "PO", 24);
  }

  private static ChartEvent given(String id, double day) {
    return record(id, day, Administration.Outcome.GIVEN);
  }

  private static ChartEvent notGiven(String id, double day) {
    return record(id, day, Administration.Outcome.NOT_GIVEN);
  }

  private static ChartEvent record(String id, double day, Administration.Outcome outcome) {
    return new ChartEvent.Administered(
        new Administration(
            id,
            "digoxin",
            List.of(Coding.ofText("digoxin")),
            Optional.of(Dose.milligrams(0.25)),
            ClinicalTime.exact(Patient.day(day)),
            Optional.empty(),
            outcome,
            "PO",
            List.of()));
  }

  private static Finding only(Patient patient, double day, String rule) {
    List<Finding> found = patient.findings(day, rule);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
