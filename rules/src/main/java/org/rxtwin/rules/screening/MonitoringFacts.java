package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.knowledge.MonitoringNeed;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.MonitoringFact;
import org.rxtwin.rules.screening.fact.Occasion;

/** Measurements that running drugs ask for, when they are due, and whether they were made. */
final class MonitoringFacts {
  /** After this a start is history and only what is due again and again counts. */
  private static final Duration START_IS_HISTORY = Duration.ofDays(90);

  /** Nobody could have reported to us what was measured before we knew the patient. */
  private static final Duration GRACE = Duration.ofHours(24);

  private static final List<String> KIDNEY = List.of("creatinine-mass", "creatinine", "egfr");

  private final Scene scene;

  private MonitoringFacts(Scene scene) {
    this.scene = scene;
  }

  /**
   * A measurement that is asked for.
   *
   * @param courses the drugs that ask for it
   * @param since results before this do not count
   * @param due when it must be there
   */
  private record Need(List<DrugCourse> courses, MonitoringNeed row, Instant since, Instant due) {
    Need(DrugCourse course, MonitoringNeed row, Instant since, Instant due) {
      this(List.of(course), row, since, due);
    }

    DrugCourse course() {
      return courses.get(0);
    }

    /** What is measured; creatinine and what is reckoned from it are one. */
    String test() {
      return KIDNEY.contains(row.analyte()) ? KIDNEY.get(0) : row.analyte();
    }
  }

  static List<MonitoringFact> of(Scene scene) {
    MonitoringFacts make = new MonitoringFacts(scene);
    Map<String, Need> overdue = new LinkedHashMap<>();
    List<Need> others = new ArrayList<>();
    for (Need each : make.needs()) {
      if (each.due().isAfter(scene.at()) || make.measured(each)) {
        others.add(each);
      } else {
        overdue.merge(each.test(), each, MonitoringFacts::worse);
      }
    }
    others.addAll(overdue.values());
    return others.stream().map(make::fact).toList();
  }

  /**
   * Of two overdue needs for one measurement the more urgent, from the earlier date on, for the
   * drugs of both: one alert a test.
   */
  private static Need worse(Need one, Need other) {
    boolean first = one.row().tier().compareTo(other.row().tier()) <= 0;
    Need worse = first ? one : other;
    Instant due = one.due().isBefore(other.due()) ? one.due() : other.due();
    List<DrugCourse> courses = new ArrayList<>(worse.courses());
    (first ? other : one)
        .courses().stream().filter(each -> !courses.contains(each)).forEach(courses::add);
    return new Need(List.copyOf(courses), worse.row(), worse.since(), due);
  }

  /** When the chart is to be looked at again for a measurement. */
  static List<WakeUp> wakeUps(Scene scene) {
    MonitoringFacts make = new MonitoringFacts(scene);
    return make.needs().stream()
        .filter(each -> each.due().isAfter(scene.at()) && !make.measured(each))
        .map(
            each ->
                new WakeUp(
                    "monitoring/" + each.course().ingredient() + "/" + each.row().id(), each.due()))
        .toList();
  }

  private List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    for (DrugCourse course : scene.running()) {
      if (course.systemic() && course.certain()) {
        for (MonitoringNeed row : scene.knowledge().laboratory().listNeeds(course.ingredient())) {
          if (row.beside().isEmpty()) {
            needs.addAll(needs(course, row));
          } else {
            partner(course, row).ifPresent(other -> needs.addAll(together(course, other, row)));
          }
        }
      }
    }
    return needs;
  }

  /** A running drug that a need asks for beside this one. */
  private Optional<DrugCourse> partner(DrugCourse course, MonitoringNeed row) {
    List<String> wanted =
        row.beside()
            .map(each -> scene.knowledge().drugs().listIngredientsOf(each))
            .orElse(List.of());
    return scene.running().stream()
        .filter(each -> each.systemic() && each.certain() && !each.equals(course))
        .filter(each -> wanted.contains(each.ingredient()))
        .max(Comparator.comparing(DrugCourse::since));
  }

  /** What two drugs ask for together counts from the later start. */
  private List<Need> together(DrugCourse course, DrugCourse other, MonitoringNeed row) {
    DrugCourse later = other.since().isAfter(course.since()) ? other : course;
    DrugCourse earlier = later.equals(course) ? other : course;
    return needs(later, row).stream()
        .map(each -> new Need(List.of(later, earlier), row, each.since(), each.due()))
        .toList();
  }

  private List<Need> needs(DrugCourse course, MonitoringNeed row) {
    Instant start = course.since();
    boolean history = history(course, row);
    List<Need> needs = new ArrayList<>();
    switch (row.occasion()) {
      case BEFORE_START -> {
        if (!history) {
          needs.add(new Need(course, row, start.minus(days(row.withinDays())), start));
        }
      }
      case START -> {
        if (!history) {
          needs.add(new Need(course, row, start, start.plus(days(row.withinDays()))));
        }
      }
      case DOSE_CHANGE -> changed(course).ifPresent(at -> needs.add(after(course, row, at)));
      case ONGOING -> needs.add(again(course, row, row.withinDays()));
      case UNSTEADY, SETTLING -> {
        if (holds(course, row)) {
          needs.add(again(course, row, row.withinDays()));
        }
      }
    }
    if (row.occasion() != MonitoringNeed.Occasion.ONGOING && row.everyDays().isPresent()) {
      lastResult(row.analyte())
          .filter(each -> !each.isBefore(start))
          .ifPresent(each -> needs.add(again(course, row, row.everyDays().getAsDouble())));
    }
    return needs;
  }

  /**
   * A course is history to a need of its start when it began longer before the engine first saw it
   * than the need spans, when it comes from home, or when the start is long past.
   */
  private boolean history(DrugCourse course, MonitoringNeed row) {
    Instant start = course.since();
    double span = row.occasion() == MonitoringNeed.Occasion.START ? row.withinDays() : 1;
    return course.orders().stream().anyMatch(e -> e.order().list() == ListKind.HOME)
        || start.plus(START_IS_HISTORY).isBefore(scene.at())
        || start.plus(days(span)).isBefore(known(course));
  }

  /** When the engine first saw an order of this course. */
  private Instant known(DrugCourse course) {
    return scene.orders().stream()
        .filter(each -> each.ingredients().contains(course.ingredient()))
        .filter(each -> !each.started().isBefore(course.since()))
        .map(each -> scene.times().seen(each.order().orderId()))
        .filter(each -> !each.equals(Instant.MAX))
        .min(Comparator.naturalOrder())
        .orElse(course.since());
  }

  /**
   * Whether the last results of the course are as a need after each result asks: all in the range,
   * or not. A new start must show as many as the row names; of an old course one is enough, because
   * its earlier ones may not have come to the engine.
   */
  private boolean holds(DrugCourse course, MonitoringNeed row) {
    MonitoringNeed.Steadiness steadiness = row.steadiness().orElseThrow();
    List<LabReading> results =
        scene.results().list(row.analyte()).stream()
            .filter(each -> each.usable() && !each.at().isBefore(course.since()))
            .toList();
    if (results.isEmpty()) {
      return false;
    }
    LabReading last = results.get(results.size() - 1);
    boolean enough = history(course, row) || results.size() >= steadiness.results();
    boolean steady =
        enough
            && results.stream()
                .skip(Math.max(0, results.size() - steadiness.results()))
                .allMatch(
                    each -> each.value() >= steadiness.low() && each.value() <= steadiness.high());
    return steadiness.holdsOn(scene.days(course.since(), last.at()))
        && steady == (row.occasion() == MonitoringNeed.Occasion.SETTLING);
  }

  private static Need after(DrugCourse course, MonitoringNeed row, Instant at) {
    return new Need(course, row, at, at.plus(days(row.withinDays())));
  }

  /** Due again; what was due before the engine knew the course has a day of grace. */
  private Need again(DrugCourse course, MonitoringNeed row, double days) {
    Instant from =
        lastResult(row.analyte())
            .filter(each -> each.isAfter(course.since()))
            .orElse(course.since());
    Instant due = from.plus(days(days));
    Instant known = known(course);
    boolean unknownYet = course.since().isBefore(known) && due.isBefore(known.plus(GRACE));
    return new Need(course, row, from.plusMillis(1), unknownYet ? known.plus(GRACE) : due);
  }

  private Optional<Instant> changed(DrugCourse course) {
    return course.orders().stream()
        .filter(each -> each.state().changedAt().isAfter(each.state().startedAt()))
        .filter(
            each -> each.state().changedAt().isAfter(scene.times().told(each.order().orderId())))
        .map(each -> each.state().changedAt())
        .filter(each -> !each.isAfter(scene.at()))
        .max(Comparator.naturalOrder());
  }

  private static Duration days(double days) {
    return Duration.ofSeconds(Math.round(days * 24 * 3600));
  }

  private Optional<Instant> lastResult(String analyte) {
    return (KIDNEY.contains(analyte) ? KIDNEY : List.of(analyte))
        .stream()
            .flatMap(each -> scene.results().last(each).stream())
            .map(LabReading::at)
            .max(Comparator.naturalOrder());
  }

  private boolean measured(Need need) {
    return lastResult(need.row().analyte()).map(at -> !at.isBefore(need.since())).orElse(false);
  }

  private MonitoringFact fact(Need need) {
    List<String> drugs = need.courses().stream().map(DrugCourse::ingredient).sorted().toList();
    String test =
        scene
            .knowledge()
            .laboratory()
            .findAnalyte(need.row().analyte())
            .map(each -> each.name())
            .orElse(need.row().analyte());
    List<Reason> reasons = new ArrayList<>();
    need.courses().forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    if (need.row().steadiness().isPresent()) {
      scene.results().last(need.row().analyte()).map(Wording::result).ifPresent(reasons::add);
    }
    reasons.add(new Reason("obligation", test + " was due", "", "", Optional.of(need.due()), ""));
    return new MonitoringFact(
        Wording.names(scene, drugs),
        test,
        Occasion.valueOf(need.row().occasion().name()),
        measured(need),
        scene.days(need.due(), scene.at()) * 24,
        need.row().tier(),
        new Grounds(
            "monitoring-" + need.test(),
            drugs,
            need.courses().stream().flatMap(each -> each.orderIds().stream()).toList(),
            need.row().severity(),
            reasons,
            Wording.measure("Measure " + test + " within 24 hours.", test, 24),
            List.of(Wording.evidence(need.row().provenance())),
            false,
            Optional.empty()));
  }
}
