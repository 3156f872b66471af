package org.rxtwin.rules.question;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Timing;
import org.rxtwin.quantity.Dose;

/** A chart told day by day, for tests; the patient is invented. */
public final class Story {
  public static final KeyedHash KEYS =
      new KeyedHash("a test key of thirty-two bytes!!".getBytes(StandardCharsets.UTF_8));
  public static final ChartId CHART = KEYS.chart(new Identifier("HOSP", "4711"));
  public static final Instant DAY_ZERO = Instant.parse("2026-03-02T08:00:00Z");

  private Chart chart = Chart.empty(CHART);
  private long seq;

  public static Instant day(double day) {
    return DAY_ZERO.plus(Duration.ofMinutes(StrictMath.round(day * 24 * 60)));
  }

  public static Story ofPatient() {
    return new Story()
        .on(
            -1,
            new ChartEvent.PatientIdentified(
                new Identifier("HOSP", "4711"),
                Optional.of(LocalDate.of(1956, 3, 2)),
                Sex.FEMALE,
                Optional.empty()));
  }

  public Story on(double day, ChartEvent event) {
    Instant at = day(day);
    seq++;
    chart = chart.with(new StoredEvent(CHART, seq, ClinicalTime.exact(at), at, "m" + seq, event));
    return this;
  }

  public Story order(double day, MedicationOrder order) {
    return on(day, new ChartEvent.MedicationOrdered(order));
  }

  public Story change(double day, MedicationOrder order) {
    return on(day, new ChartEvent.OrderChanged(order));
  }

  public Story stop(double day, String orderId) {
    return on(day, new ChartEvent.OrderDiscontinued(orderId, "DC"));
  }

  public Story hold(double day, String orderId, boolean held) {
    return on(day, new ChartEvent.OrderHeld(orderId, held));
  }

  public Story inr(double day, double value) {
    return on(day, new ChartEvent.ResultReported(inr("R" + day, value, LabResult.Status.FINAL)));
  }

  public Story gene(double day, String gene, String diplotype) {
    return on(
        day,
        new ChartEvent.GenotypeReported(
            new Genotype(gene, Optional.of(diplotype), Optional.empty(), Optional.empty())));
  }

  public Chart chart() {
    return chart;
  }

  public static LabResult inr(String id, double value, LabResult.Status status) {
    return result(id, "6301-6", ResultValue.Comparator.EQUAL, value, "1", status, List.of());
  }

  public static LabResult result(
      String id,
      String loinc,
      ResultValue.Comparator comparator,
      double value,
      String unit,
      LabResult.Status status,
      List<String> comments) {
    return new LabResult(
        id,
        List.of(new Coding(loinc, "LOINC", "")),
        Optional.of(new ResultValue.Numeric(comparator, value, unit)),
        status,
        Optional.empty(),
        comments,
        List.of());
  }

  public static MedicationOrder warfarin(String id, double milligrams) {
    return order(id, new Coding("11289", "RXNORM", "warfarin"), milligrams, "PO", "TAB");
  }

  public static MedicationOrder fluconazole(String id, double milligrams) {
    return order(id, new Coding("4450", "RXNORM", "fluconazole"), milligrams, "PO", "TAB");
  }

  public static MedicationOrder order(
      String id, Coding drug, double milligrams, String route, String form) {
    return new MedicationOrder(
        id,
        List.of(drug),
        Optional.of(Dose.milligrams(milligrams)),
        Optional.empty(),
        Timing.everyHours(24, "QD"),
        route,
        form,
        Optional.empty(),
        Optional.empty(),
        ListKind.INPATIENT,
        false,
        Optional.empty(),
        List.of());
  }

  public static MedicationOrder with(
      MedicationOrder of, Timing timing, Optional<Instant> start, Optional<Instant> stop) {
    return new MedicationOrder(
        of.orderId(),
        of.drug(),
        of.dose(),
        of.doseMax(),
        timing,
        of.route(),
        of.form(),
        start.map(ClinicalTime::exact),
        stop.map(ClinicalTime::exact),
        of.list(),
        of.stat(),
        of.indication(),
        of.problems());
  }

  public static MedicationOrder onList(MedicationOrder of, ListKind list) {
    return new MedicationOrder(
        of.orderId(),
        of.drug(),
        of.dose(),
        of.doseMax(),
        of.timing(),
        of.route(),
        of.form(),
        of.start(),
        of.stop(),
        list,
        of.stat(),
        of.indication(),
        of.problems());
  }

  public static MedicationOrder withoutDose(MedicationOrder of) {
    return new MedicationOrder(
        of.orderId(),
        of.drug(),
        Optional.empty(),
        Optional.empty(),
        of.timing(),
        of.route(),
        of.form(),
        of.start(),
        of.stop(),
        of.list(),
        of.stat(),
        of.indication(),
        List.of(new ReadProblem("RXE[1]", "RXE-3", "expected a number, came a code")));
  }
}
