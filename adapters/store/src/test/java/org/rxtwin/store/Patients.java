package org.rxtwin.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Dispense;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.Timing;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.chart.port.ChartChange;
import org.rxtwin.chart.port.IntakeKey;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.chart.port.Step;
import org.rxtwin.quantity.Dose;

/** Invented patients and what happens to them. */
final class Patients {
  static final Instant DAY_ONE = Instant.parse("2026-03-02T08:00:00Z");
  private static final KeyedHash HASH = new KeyedHash(new byte[32]);

  private Patients() {}

  static Identifier identifier(String number) {
    return new Identifier("HOSP", number);
  }

  static ChartId chart(String number) {
    return HASH.chart(identifier(number));
  }

  static StoredEvent event(ChartId chart, long seq, Instant at, ChartEvent event) {
    return new StoredEvent(chart, seq, ClinicalTime.exact(at), at, "m" + seq, event);
  }

  static StoredEvent event(ChartId chart, long seq, ChartEvent event) {
    return event(chart, seq, DAY_ONE.plus(Duration.ofMinutes(seq)), event);
  }

  static ChartEvent inr(String id, double value) {
    return result(id, "6301-6", value, Optional.empty());
  }

  static ChartEvent result(String id, String loinc, double value, Optional<Instant> sampled) {
    return new ChartEvent.ResultReported(
        new LabResult(
            id,
            List.of(new Coding(loinc, "LOINC", "INR")),
            Optional.of(new ResultValue.Numeric(ResultValue.Comparator.EQUAL, value, "1")),
            LabResult.Status.FINAL,
            sampled.map(ClinicalTime::exact),
            List.of(),
            List.of()));
  }

  /** A dose of warfarin from a sender that does not count its doses. */
  static ChartEvent given(String orderId, Instant start) {
    return dose(orderId, start, Administration.Outcome.GIVEN);
  }

  static ChartEvent refused(String orderId, Instant start) {
    return dose(orderId, start, Administration.Outcome.NOT_GIVEN);
  }

  private static ChartEvent dose(String orderId, Instant start, Administration.Outcome outcome) {
    return new ChartEvent.Administered(
        new Administration(
            orderId + "|0|1|11289",
            orderId,
            List.of(new Coding("11289", "RXNORM", "warfarin")),
            Optional.of(Dose.milligrams(5)),
            ClinicalTime.exact(start),
            Optional.empty(),
            outcome,
            "PO",
            List.of()));
  }

  static ChartEvent supplied(String prescription, Instant at) {
    return supply(prescription, at, false);
  }

  static ChartEvent cancelled(String prescription, Instant at) {
    return supply(prescription, at, true);
  }

  private static ChartEvent supply(String prescription, Instant at, boolean withdrawn) {
    return new ChartEvent.Dispensed(
        new Dispense(
            prescription,
            "A1",
            List.of(new Coding("11289", "RXNORM", "warfarin")),
            ClinicalTime.exact(at),
            Optional.of(30.0),
            List.of(),
            Optional.empty(),
            withdrawn));
  }

  static ChartEvent identified(String number) {
    return new ChartEvent.PatientIdentified(
        identifier(number), Optional.empty(), Sex.FEMALE, Optional.empty());
  }

  static MedicationOrder warfarin(String orderId, double milligrams) {
    return new MedicationOrder(
        orderId,
        List.of(new Coding("11289", "RXNORM", "warfarin")),
        Optional.of(Dose.milligrams(milligrams)),
        Optional.empty(),
        Timing.everyHours(24, "QD"),
        "PO",
        "TAB",
        Optional.empty(),
        Optional.empty(),
        MedicationOrder.ListKind.INPATIENT,
        false,
        Optional.empty(),
        List.of());
  }

  static Alert alert(String id, int version, ChartId chart) {
    return new Alert(
        id,
        version,
        version == 1 ? Alert.Status.OPEN : Alert.Status.UPDATED,
        DAY_ONE,
        Tier.QUEUE,
        Severity.MODERATE,
        FindingKind.MONITORING,
        new Alert.Patient(chart, Optional.of(identifier("4711"))),
        List.of(new Alert.Subject("warfarin", Optional.of("11289"), Optional.of("A1"))),
        "INR is missing",
        "Measure INR within 24 h.",
        List.of(),
        Optional.empty(),
        List.of("order INR"),
        List.of("measured elsewhere"),
        List.of(new Alert.Obligation("inr", DAY_ONE.plus(Duration.ofDays(1)))),
        new Alert.Trigger("m1", "due"),
        "W1",
        List.of("pharmacist"),
        List.of(),
        "basis");
  }

  static IntakeKey key(String controlId, String sha256) {
    return new IntakeKey("PHARM", "HOSP", controlId, sha256);
  }

  static RawMessage raw(String messageId) {
    return new RawMessage(
        messageId,
        DAY_ONE,
        "ORU^R01",
        Bytes.copyOf("MSH|^~\\&|\rPID|1||4711".getBytes(StandardCharsets.UTF_8)),
        RawMessage.Status.ACCEPTED);
  }

  /** New results of one chart, its identifier with the first of them. */
  static ChartChange results(String number, long expectedSeq, int count) {
    ChartId chart = chart(number);
    List<StoredEvent> events = new ArrayList<>();
    for (long seq = expectedSeq + 1; seq <= expectedSeq + count; seq++) {
      events.add(event(chart, seq, inr(number + "/" + seq, 2.0)));
    }
    return change(
        chart, expectedSeq, events, expectedSeq == 0 ? List.of(identifier(number)) : List.of());
  }

  static ChartChange change(
      ChartId chart, long expectedSeq, List<StoredEvent> events, List<Identifier> aliases) {
    return new ChartChange(
        chart, expectedSeq, events, aliases, List.of(), List.of(), Optional.empty());
  }

  static ChartChange wakeUps(ChartChange change, List<WakeUp> wakeUps, List<String> done) {
    return new ChartChange(
        change.chart(),
        change.expectedSeq(),
        change.events(),
        change.newAliases(),
        wakeUps,
        done,
        change.mergedInto());
  }

  static Step step(ChartChange... changes) {
    return new Step(Optional.empty(), Optional.empty(), List.of(changes), List.of());
  }

  static Step message(IntakeKey key, RawMessage raw, List<Alert> alerts, ChartChange... changes) {
    return new Step(Optional.of(key), Optional.of(raw), List.of(changes), alerts);
  }

  /** The dying chart ends, the survivor learns of it. */
  static Step merge(String dying, long dyingSeq, String survivor, long survivorSeq) {
    ChartId gone = chart(dying);
    ChartId stays = chart(survivor);
    return step(
        new ChartChange(
            gone, dyingSeq, List.of(), List.of(), List.of(), List.of(), Optional.of(stays)),
        change(
            stays,
            survivorSeq,
            List.of(event(stays, survivorSeq + 1, new ChartEvent.PatientMerged(gone))),
            List.of()));
  }
}
