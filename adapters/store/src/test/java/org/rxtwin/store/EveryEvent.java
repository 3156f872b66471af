package org.rxtwin.store;

import static org.rxtwin.store.Patients.DAY_ONE;
import static org.rxtwin.store.Patients.warfarin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.Dispense;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.EpisodeKey;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderPhase;
import org.rxtwin.chart.OrderRequest;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** One event of every kind, fields filled, and the variants that are stored differently. */
final class EveryEvent {
  private static final Dose THREE = Dose.milligrams(3);
  private static final DoseVerdict.Outlook OUTLOOK =
      new DoseVerdict.Outlook(
          new Regimen("warfarin", THREE, 24, "PO"),
          List.of(new DoseVerdict.ForecastPoint(DAY_ONE, 3, 2.5, 2.1, 3.0)),
          0.8,
          0.1,
          0.1,
          List.of(new DoseVerdict.Exposure("trough", "mg/L", 12.5, 9.1, 17.0)));
  private static final DoseVerdict.TwinRun RUN =
      new DoseVerdict.TwinRun(
          "warfarin-model",
          "1",
          true,
          7,
          "INR",
          "",
          2,
          3,
          Optional.of(OUTLOOK),
          List.of("doses assumed"),
          Optional.of(DAY_ONE),
          Optional.of(
              new DoseVerdict.Loading(
                  Dose.milligrams(2000), 2, "IV", "AUC of the first day 410 instead of 260")));

  private EveryEvent() {}

  static List<ChartEvent> list() {
    return List.of(
        new ChartEvent.PatientIdentified(
            Patients.identifier("4711"),
            Optional.of(LocalDate.of(1950, 1, 2)),
            Sex.FEMALE,
            Optional.of("2106-3")),
        new ChartEvent.StayChanged(
            ChartEvent.StayChanged.Kind.TRANSFERRED,
            "W1",
            Optional.of("MED"),
            Optional.of("I"),
            Optional.of("V1"),
            Optional.of("W2")),
        new ChartEvent.MedicationOrdered(taper()),
        new ChartEvent.OrderChanged(warfarin("A1", 4)),
        new ChartEvent.OrderDiscontinued(
            "A1", "DC", Optional.of(ClinicalTime.exact(DAY_ONE.plusSeconds(86_400)))),
        new ChartEvent.OrderHeld("A1", true),
        new ChartEvent.OrderConfirmed(
            warfarin("A1", 4), true, Optional.of(ClinicalTime.exact(DAY_ONE))),
        new ChartEvent.OrderRelated(
            "A1", ChartEvent.OrderRelated.Relation.CHILD_OF, List.of("A0", "A0^CPOE")),
        Patients.result("R1", "6301-6", 2.4, Optional.of(DAY_ONE)),
        result("R2", new ResultValue.Text("haemolysed")),
        result("R3", new ResultValue.Coded(new Coding("LA9633-4", "LOINC", "Present"))),
        susceptibility(),
        new ChartEvent.ResultsWithdrawn(
            "L1", Optional.of("600-7"), Optional.of(ClinicalTime.exact(DAY_ONE))),
        new ChartEvent.AllergyRecorded(
            new Allergy(
                List.of(Coding.ofText("penicillin")),
                Optional.empty(),
                List.of("hives"),
                "MO",
                Optional.of(new ClinicalTime(DAY_ONE, ClinicalTime.Precision.YEAR, "2026")),
                true)),
        new ChartEvent.GenotypeReported(
            new Genotype(
                "CYP2C9",
                Optional.of("*1/*3"),
                Optional.of("Intermediate Metabolizer"),
                Optional.empty())),
        new ChartEvent.PatientMerged(
            Patients.chart("4712"), Optional.of(Patients.identifier("4712"))),
        new ChartEvent.ReadingTroubled(
            "order", List.of(new ReadProblem("RXE[1]", "RXE-3", "expected a number"))),
        new ChartEvent.MarkedIncomplete("dead letter"),
        new ChartEvent.DueReached("monitoring/inr", DAY_ONE),
        new ChartEvent.DoseJudged(new DoseVerdict.Safe("warfarin", "stays in range", RUN), "q1"),
        new ChartEvent.DoseJudged(
            new DoseVerdict.Adjust("warfarin", "INR would rise", RUN, OUTLOOK), "q1"),
        new ChartEvent.DoseJudged(new DoseVerdict.Unsafe("warfarin", "no dose fits", RUN), "q1"),
        new ChartEvent.DoseJudged(new DoseVerdict.CannotTell("warfarin", "busy"), "q1"),
        new ChartEvent.TwinTimedOut("warfarin", Optional.of("q1")),
        new ChartEvent.AlertIssued(
            new EpisodeState(
                "a1",
                1,
                new EpisodeKey("warfarin-effect", List.of("warfarin")),
                Tier.QUEUE,
                Alert.Status.OPEN,
                DAY_ONE,
                "c",
                List.of(new Alert.Obligation("INR", DAY_ONE.plusSeconds(86_400))))),
        new ChartEvent.FeedbackGiven(
            new Feedback(
                "a1",
                1,
                Feedback.Outcome.OVERRIDDEN,
                Optional.of("measured-elsewhere"),
                "u1",
                Optional.of("u2"),
                DAY_ONE)),
        new ChartEvent.DoseJudgedLate(
            new DoseVerdict.Adjust("warfarin", "INR would rise", RUN, OUTLOOK), "q1", "m1"),
        new ChartEvent.IncompletenessEnded("m0", ChartEvent.IncompletenessEnded.How.PROCESSED),
        new ChartEvent.Administered(
            new Administration(
                "G1",
                "A1",
                List.of(Coding.ofText("warfarin")),
                Optional.of(THREE),
                ClinicalTime.exact(DAY_ONE),
                Optional.of(ClinicalTime.exact(DAY_ONE.plusSeconds(60))),
                Administration.Outcome.PARTIAL,
                "PO",
                List.of(new ReadProblem("RXA[1]", "RXA-7", "expected a unit")),
                Optional.of("refused the rest"),
                true)),
        new ChartEvent.Dispensed(
            new Dispense(
                "P1",
                "A1",
                List.of(Coding.ofText("warfarin")),
                ClinicalTime.exact(DAY_ONE),
                Optional.of(30.0),
                List.of(),
                Optional.of(Dose.milligrams(90)),
                true)),
        new ChartEvent.ConditionRecorded(
            new Condition(
                "I48.0|ICD10",
                List.of(new Coding("I48.0", "ICD10", "Paroxysmal atrial fibrillation")),
                true,
                Optional.of(ClinicalTime.exact(DAY_ONE)),
                Optional.empty(),
                Optional.of("F"),
                Optional.empty())));
  }

  private static MedicationOrder taper() {
    Timing timing =
        new Timing(
            Timing.Kind.INTERVAL,
            56,
            Optional.of(1.0),
            "MWF",
            List.of(LocalTime.of(8, 0)),
            List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY));
    MedicationOrder plain = warfarin("A1", 5);
    return new MedicationOrder(
        plain.orderId(),
        plain.drug(),
        plain.dose(),
        plain.doseMax(),
        timing,
        plain.route(),
        plain.form(),
        plain.start(),
        plain.stop(),
        plain.list(),
        plain.stat(),
        plain.indication(),
        plain.problems(),
        Optional.of(new Infusion(Optional.of(1.5), Optional.of(THREE))),
        List.of(new OrderPhase(plain.dose(), Optional.of(THREE), timing, Optional.of(168.0))),
        Optional.of(
            new OrderRequest(
                plain.drug(), plain.dose(), Optional.empty(), timing, List.of("dose"))));
  }

  private static ChartEvent susceptibility() {
    return new ChartEvent.ResultReported(
        new LabResult(
            "R4",
            List.of(Coding.ofText("gentamicin")),
            Optional.of(new ResultValue.Text("<=1")),
            LabResult.Status.FINAL,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of(ClinicalTime.exact(DAY_ONE)),
            Optional.of("600-7"),
            Optional.of("Escherichia coli"),
            Optional.of("S")));
  }

  private static ChartEvent result(String id, ResultValue value) {
    return new ChartEvent.ResultReported(
        new LabResult(
            id,
            List.of(Coding.ofText("note")),
            Optional.of(value),
            LabResult.Status.FINAL,
            Optional.empty(),
            List.of("line draw"),
            List.of()));
  }
}
