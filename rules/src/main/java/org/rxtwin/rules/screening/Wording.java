package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.UnitWords;
import org.rxtwin.knowledge.Provenance;
import org.rxtwin.knowledge.RecommendedAct;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.laboratory.LabReading;

/** Knowledge rows and chart facts in the words of findings. */
final class Wording {
  private static final double HOURS_PER_DAY = 24;

  /** So many drugs are named in a row; a title has an end. */
  private static final int NAMED = 3;

  /** What "today" means in hours, where a row asks for a test within zero days. */
  private static final double TODAY_HOURS = 12;

  /** Where a row's advice names the drugs it is asked about. */
  private static final String DRUGS = "{drugs}";

  private Wording() {}

  static Evidence evidence(Provenance provenance) {
    return new Evidence(provenance.source(), "", provenance.year(), "", provenance.confirmed());
  }

  static Evidence evidence(Provenance provenance, String grade) {
    return new Evidence(provenance.source(), "", provenance.year(), grade, provenance.confirmed());
  }

  /** The row's advice as a sentence: verb and object, the alternative, the test with its day. */
  static Advice advice(RecommendedAct row) {
    String verb =
        row.verb().name().charAt(0) + row.verb().name().substring(1).toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder(verb).append(' ').append(row.what());
    row.alternative().ifPresent(other -> text.append("; alternative: ").append(other));
    row.test()
        .ifPresent(test -> text.append(". Measure ").append(test).append(' ').append(within(row)));
    return new Advice(text.append('.').toString(), row.test(), hours(row), row.alternative());
  }

  /** The same where the row speaks of the drugs concerned as {@code {drugs}}. */
  static Advice advice(RecommendedAct row, String drugs) {
    Advice advice = advice(row);
    return new Advice(
        advice.text().replace(DRUGS, drugs),
        advice.test(),
        advice.withinHours(),
        advice.alternative());
  }

  static Optional<Double> hours(RecommendedAct row) {
    return row.withinDays().isEmpty()
        ? Optional.empty()
        : Optional.of(Math.max(TODAY_HOURS, row.withinDays().getAsInt() * HOURS_PER_DAY));
  }

  static String within(RecommendedAct row) {
    int days = row.withinDays().orElse(0);
    return days == 0 ? "today" : days == 1 ? "within 1 day" : "within " + days + " days";
  }

  /** An advice that asks for one measurement. */
  static Advice measure(String text, String test, double hours) {
    return new Advice(text, Optional.of(test), Optional.of(hours), Optional.empty());
  }

  static List<Reason> orders(Scene scene, DrugCourse course) {
    return course.orders().stream().map(each -> order(scene, course.ingredient(), each)).toList();
  }

  static String dose(Dose dose) {
    String unit = dose.unit() == DoseUnit.PIECE ? "pieces" : UnitWords.of(dose.unit().ucum());
    return " " + Figures.plain(dose.amount()) + " " + unit;
  }

  private static Reason order(Scene scene, String ingredient, ReadOrder read) {
    String dose = read.order().dose().map(Wording::dose).orElse("");
    String held =
        read.state().status() == org.rxtwin.chart.OrderState.Status.HELD ? ", on hold" : "";
    String ended =
        read.end()
            .filter(end -> held.isEmpty() && !end.isAfter(scene.at()))
            .map(end -> ", ended")
            .orElse("");
    String list = read.order().list().name().toLowerCase(Locale.ROOT);
    String text = scene.name(ingredient) + dose + ", " + list + " order" + held + ended;
    Instant when = read.end().filter(end -> !end.isAfter(scene.at())).orElse(read.started());
    String value = read.order().dose().map(d -> Figures.plain(d.amount())).orElse("");
    String unit = read.order().dose().map(d -> d.unit().ucum()).orElse("");
    return new Reason(
        "order",
        text,
        value,
        unit,
        Optional.of(when),
        read.state().messageId(),
        dateTold(read, when));
  }

  /** A result that is shown beside the reasons and is none: a newer one brings no news. */
  static Reason beside(LabReading reading) {
    return result("covariate", reading);
  }

  static Reason result(LabReading reading) {
    return result("result", reading);
  }

  private static Reason result(String fact, LabReading reading) {
    String unit = reading.analyte().unit();
    return new Reason(
        fact,
        (reading.analyte().name() + " " + reading.figure() + " ")
            .concat(UnitWords.of(unit))
            .strip(),
        reading.figure(),
        unit,
        Optional.of(reading.at()),
        reading.state().messageId(),
        Optional.of(reading.state().at())
            .filter(told -> told.instant().equals(reading.at()))
            .flatMap(ClinicalTime::dateTold));
  }

  /** The date of an order's start or stop, where the order tells no hour for it. */
  private static Optional<String> dateTold(ReadOrder read, Instant when) {
    return Stream.of(read.order().start(), read.order().stop())
        .flatMap(Optional::stream)
        .filter(told -> told.instant().equals(when))
        .flatMap(told -> told.dateTold().stream())
        .findFirst();
  }

  static String names(Scene scene, List<String> ingredients) {
    String names =
        ingredients.stream().limit(NAMED).map(scene::name).collect(Collectors.joining(", "));
    int more = ingredients.size() - NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }
}
