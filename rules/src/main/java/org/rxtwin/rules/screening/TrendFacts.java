package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.UnitWords;
import org.rxtwin.knowledge.LabTrend;
import org.rxtwin.knowledge.LabTrend.Change;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.LabTrendFact;

/**
 * How results have moved on running drugs. Drugs that share a moved result share one problem; a
 * drug with a twin has it with the twin.
 */
final class TrendFacts {
  /** A change that is older is history. */
  private static final Duration RECENT = Duration.ofDays(7);

  private static final Duration FIRST_DAY = Duration.ofHours(24);

  private final Scene scene;

  private TrendFacts(Scene scene) {
    this.scene = scene;
  }

  /** A row, the drugs it speaks for, and the two results it compares. */
  private record Moved(
      LabTrend row, List<DrugCourse> courses, Instant since, LabReading from, LabReading to) {
    boolean broken() {
      return row.broken(from.value(), to.value());
    }

    /** The drug whose twin the change concerns. */
    Optional<String> modelled() {
      return courses.size() == 1 && courses.get(0).certain()
          ? Optional.of(courses.get(0).ingredient()).filter(ModelledDrug::isModelled)
          : Optional.empty();
    }

    /** Changes that are one problem of the patient. */
    String problem() {
      return row.analyte() + "|" + row.direction() + "|" + broken();
    }
  }

  static List<LabTrendFact> of(Scene scene) {
    TrendFacts make = new TrendFacts(scene);
    Map<LabTrend, List<DrugCourse>> byRow = new LinkedHashMap<>();
    for (DrugCourse course : scene.running()) {
      if (course.systemic()) {
        for (LabTrend row : scene.knowledge().laboratory().listTrends(course.ingredient())) {
          if (List.of("any", scene.jurisdiction()).contains(row.jurisdiction())) {
            byRow.computeIfAbsent(row, k -> new ArrayList<>()).add(course);
          }
        }
      }
    }
    List<Moved> all = new ArrayList<>();
    byRow.forEach((row, courses) -> make.moved(row, courses).ifPresent(all::add));
    return worst(all).stream().map(each -> make.fact(each, all)).toList();
  }

  /** Of several rows for the same drugs and result the most urgent that is broken speaks. */
  private static List<Moved> worst(List<Moved> all) {
    Map<String, Moved> kept = new LinkedHashMap<>();
    for (Moved each : all) {
      String key = each.row().drug() + "|" + each.row().analyte() + "|" + each.row().direction();
      kept.merge(key, each, TrendFacts::worse);
    }
    return List.copyOf(kept.values());
  }

  private static Moved worse(Moved one, Moved other) {
    if (one.broken() != other.broken()) {
      return one.broken() ? one : other;
    }
    return one.row().tier().compareTo(other.row().tier()) <= 0 ? one : other;
  }

  private Optional<Moved> moved(LabTrend row, List<DrugCourse> courses) {
    Instant since = exposed(row, courses);
    List<LabReading> readings = scene.results().listSame(row.analyte());
    Optional<LabReading> last =
        readings.stream()
            .reduce((earlier, later) -> later)
            .filter(each -> each.at().isAfter(since))
            .filter(each -> !each.at().plus(RECENT).isBefore(scene.at()))
            .filter(each -> row.holdsOn(scene.days(since, each.at())));
    return last.flatMap(
        to ->
            baseline(row, since, readings, to)
                .map(from -> new Moved(row, courses, since, from, to)));
  }

  /** Since when the patient has had any of the drugs a row speaks for, without a break. */
  private Instant exposed(LabTrend row, List<DrugCourse> courses) {
    Instant since =
        courses.stream().map(DrugCourse::since).min(Comparator.naturalOrder()).orElseThrow();
    List<DrugCourse> others =
        scene.drugs().stream()
            .filter(DrugCourse::systemic)
            .filter(
                each -> scene.knowledge().laboratory().listTrends(each.ingredient()).contains(row))
            .sorted(Comparator.comparing(DrugCourse::since).reversed())
            .toList();
    for (DrugCourse each : others) {
      Instant from = since;
      boolean unbroken =
          each.ended().map(end -> !end.plus(Courses.GAP).isBefore(from)).orElse(true);
      since = unbroken && each.since().isBefore(from) ? each.since() : from;
    }
    return since;
  }

  private static Optional<LabReading> baseline(
      LabTrend row, Instant since, List<LabReading> readings, LabReading to) {
    Duration window = Duration.ofMinutes(Math.round(row.windowDays() * 1440));
    List<LabReading> earlier =
        readings.stream()
            .filter(each -> each.exact() && each.value() > 0 && each.at().isBefore(to.at()))
            .toList();
    List<LabReading> within =
        earlier.stream().filter(each -> !each.at().isBefore(to.at().minus(window))).toList();
    Comparator<LabReading> byValue = Comparator.comparingDouble(LabReading::value);
    return switch (row.baseline()) {
      case BEFORE_START -> beforeStart(since, window, earlier);
      case LOWEST -> within.stream().min(byValue);
      case HIGHEST -> within.stream().max(byValue);
      case LAST -> within.stream().reduce((one, other) -> other);
    };
  }

  /** The last before the first dose; where there is none, the first within a day after it. */
  private static Optional<LabReading> beforeStart(
      Instant since, Duration window, List<LabReading> earlier) {
    return earlier.stream()
        .filter(each -> !each.at().isAfter(since) && !each.at().isBefore(since.minus(window)))
        .reduce((one, other) -> other)
        .or(
            () ->
                earlier.stream()
                    .filter(each -> each.at().isAfter(since))
                    .filter(each -> !each.at().isAfter(since.plus(FIRST_DAY)))
                    .findFirst());
  }

  private LabTrendFact fact(Moved moved, List<Moved> all) {
    List<String> drugs = moved.courses().stream().map(DrugCourse::ingredient).toList();
    return new LabTrendFact(
        Wording.names(scene, drugs),
        moved.to().analyte().name().replace(" (mass)", ""),
        moved.to().figure(),
        UnitWords.of(moved.to().analyte().unit()),
        said(moved),
        scene.days(moved.since(), moved.to().at()),
        moved.broken(),
        moved.to().specimen(),
        moved.row().tier(),
        grounds(moved, drugs, all));
  }

  /** By how much, from what, in words a pharmacist would write. */
  private static String said(Moved moved) {
    double by = moved.row().moved(moved.from().value(), moved.to().value());
    boolean forth = by >= 0;
    boolean up = (moved.row().direction() == LabTrend.Direction.UP) == forth;
    String amount =
        moved.row().change() == Change.PERCENT
            ? Figures.rounded(Math.abs(by), 0) + " %"
            : Figures.rounded(Math.abs(by), 1) + " " + UnitWords.of(moved.to().analyte().unit());
    return (up ? "up " : "down ") + amount + " from " + moved.from().figure();
  }

  private Grounds grounds(Moved moved, List<String> drugs, List<Moved> all) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Wording.result(moved.to()));
    reasons.add(Wording.result(moved.from()));
    moved.courses().forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    Optional<String> modelled = moved.modelled();
    List<DrugCourse> together =
        modelled.isPresent()
            ? moved.courses()
            : all.stream()
                .filter(each -> each.modelled().isEmpty())
                .filter(each -> each.problem().equals(moved.problem()))
                .flatMap(each -> each.courses().stream())
                .distinct()
                .toList();
    return new Grounds(
        modelled.map(drug -> drug + "-effect").orElse("lab-" + moved.row().analyte()),
        together.stream().map(DrugCourse::ingredient).toList(),
        together.stream().flatMap(each -> each.orderIds().stream()).toList(),
        moved.row().severity(),
        reasons,
        Wording.advice(moved.row().advice(), Wording.names(scene, drugs)),
        List.of(Wording.evidence(moved.row().provenance())),
        false,
        modelled);
  }
}
