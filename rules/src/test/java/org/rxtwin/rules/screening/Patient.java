package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.AllergenKind;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.BirthSpan;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.Genotype;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.quantity.Dose;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.ruleset.RuleSets;

/** An invented patient on the shipped knowledge and rules; days count from the first of March. */
final class Patient {
  static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  static final RuleSet RULES = RuleSets.shipped();
  static final Screening SCREENING = new Screening(KNOWLEDGE);
  private static final ChartId CHART = new ChartId("0123456789abcdef0123456789abcdef");

  private final List<StoredEvent> events = new ArrayList<>();

  static Patient woman(int age) {
    LocalDate born = LocalDate.of(2026 - age, 2, 1);
    return new Patient()
        .on(
            0,
            new ChartEvent.PatientIdentified(
                new Identifier("HOSP", "4711"), Optional.of(born), Sex.FEMALE, Optional.empty()));
  }

  static Patient bornIn(int year) {
    return new Patient()
        .on(
            0,
            new ChartEvent.PatientIdentified(
                new Identifier("HOSP", "4711"),
                Optional.empty(),
                Sex.FEMALE,
                Optional.empty(),
                Optional.of(new BirthSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))));
  }

  static Patient ofUnknownAge() {
    return new Patient()
        .on(
            0,
            new ChartEvent.PatientIdentified(
                new Identifier("HOSP", "4711"), Optional.empty(), Sex.FEMALE, Optional.empty()));
  }

  static Instant day(double day) {
    return START.plus(Duration.ofMinutes(Math.round(day * 1440)));
  }

  Patient on(double day, ChartEvent event) {
    long seq = events.size() + 1L;
    events.add(
        new StoredEvent(CHART, seq, ClinicalTime.exact(day(day)), day(day), "m" + seq, event));
    return this;
  }

  /** Several events of one message. */
  Patient told(double day, List<ChartEvent> together) {
    String message = "m" + (events.size() + 1);
    for (ChartEvent each : together) {
      long seq = events.size() + 1L;
      events.add(
          new StoredEvent(CHART, seq, ClinicalTime.exact(day(day)), day(day), message, each));
    }
    return this;
  }

  Patient takes(double day, String drug, double milligrams, String route, double everyHours) {
    return on(
        day,
        new ChartEvent.MedicationOrdered(
            order(drug, drug, Optional.of(Dose.milligrams(milligrams)), route, everyHours)));
  }

  static MedicationOrder order(
      String id, String drug, Optional<Dose> dose, String route, double everyHours) {
    return order(id, drug, dose, route, everyHours, "", ListKind.INPATIENT, List.of());
  }

  static MedicationOrder order(
      String id,
      String drug,
      Optional<Dose> dose,
      String route,
      double everyHours,
      String form,
      ListKind list,
      List<ReadProblem> problems) {
    return new MedicationOrder(
        id,
        List.of(Coding.ofText(drug)),
        dose,
        Optional.empty(),
        Timing.everyHours(everyHours, "Q"),
        route,
        form,
        Optional.empty(),
        Optional.empty(),
        list,
        false,
        Optional.empty(),
        problems);
  }

  Patient stops(double day, String orderId) {
    return on(day, new ChartEvent.OrderDiscontinued(orderId, "done"));
  }

  Patient measured(double day, String loinc, double value, String unit, String... comments) {
    return measured(day, loinc, ResultValue.Comparator.EQUAL, value, unit, comments);
  }

  Patient measured(
      double day,
      String loinc,
      ResultValue.Comparator comparator,
      double value,
      String unit,
      String... comments) {
    return on(
        day,
        new ChartEvent.ResultReported(
            new LabResult(
                loinc + "@" + day,
                List.of(new Coding(loinc, "LOINC", "")),
                Optional.of(new ResultValue.Numeric(comparator, value, unit)),
                LabResult.Status.FINAL,
                Optional.empty(),
                List.of(comments),
                List.of())));
  }

  /** A level with the time at which its specimen was drawn. */
  Patient drawn(double drawn, double day, String loinc, double value, String unit) {
    return on(
        day,
        new ChartEvent.ResultReported(
            new LabResult(
                loinc + "@" + day,
                List.of(new Coding(loinc, "LOINC", "")),
                Optional.of(new ResultValue.Numeric(ResultValue.Comparator.EQUAL, value, unit)),
                LabResult.Status.FINAL,
                Optional.of(ClinicalTime.exact(day(drawn))),
                List.of(),
                List.of())));
  }

  Patient inr(double day, double value) {
    return measured(day, "6301-6", value, "{INR}");
  }

  Patient allergic(double day, String substance, String... reactions) {
    return allergic(day, Optional.empty(), substance, reactions);
  }

  Patient allergic(double day, Optional<AllergenKind> kind, String substance, String... reactions) {
    return on(
        day,
        new ChartEvent.AllergyRecorded(
            new Allergy(
                List.of(Coding.ofText(substance)),
                kind,
                List.of(reactions),
                "",
                Optional.empty(),
                true)));
  }

  Patient genotype(double day, String gene, String diplotype) {
    return on(
        day,
        new ChartEvent.GenotypeReported(
            new Genotype(gene, Optional.of(diplotype), Optional.empty(), Optional.empty())));
  }

  Chart chart() {
    return Chart.empty(CHART).withAll(events);
  }

  Screened screened(double day) {
    return SCREENING.screen(chart(), RULES, day(day));
  }

  List<Finding> findings(double day, String rule) {
    return screened(day).findings().stream().filter(each -> each.rule().id().equals(rule)).toList();
  }
}
