package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.knowledge.QtFactor.Factor;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Electrolyte;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.QtFact;

/** All drugs of a chart that lengthen QT as one danger, with what adds to it. */
final class QtFacts {
  private static final int NAMED = 2;
  private static final double SOON_HOURS = 2;
  private static final double DAY_HOURS = 24;

  private final Scene scene;
  private final QtMeasured measured;
  private final List<QtDrugs.Counted> drugs;
  private final QtScore score;
  private final Electrolyte potassium;
  private final Electrolyte magnesium;

  private QtFacts(Scene scene) {
    this.scene = scene;
    measured = new QtMeasured(scene);
    potassium = measured.potassiumState();
    magnesium = measured.magnesiumState();
    boolean low =
        potassium == Electrolyte.LOW
            || potassium == Electrolyte.CRITICAL
            || magnesium == Electrolyte.LOW;
    drugs = new QtDrugs(scene).list(low);
    score = new QtScore(scene, measured, drugs.size());
  }

  static List<QtFact> of(Scene scene) {
    if (!scene.knowledge().qt().judges()) {
      return List.of();
    }
    QtFacts make = new QtFacts(scene);
    boolean any = make.drugs.stream().anyMatch(each -> each.course().running());
    return any ? List.of(make.fact()) : List.of();
  }

  private QtFact fact() {
    Instant last =
        drugs.stream()
            .map(each -> each.course().since())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new QtFact(
        names(),
        drugs.size(),
        (int) drugs.stream().filter(QtDrugs.Counted::known).count(),
        score.points(),
        (int) bound(Factor.MODERATE),
        (int) bound(Factor.HIGH),
        potassium,
        magnesium,
        measured.ecg(QtDrugs.began(drugs), last),
        said(),
        grounds());
  }

  private double bound(Factor factor) {
    return scene.knowledge().qt().threshold(factor);
  }

  private String names() {
    String names =
        drugs.stream()
            .limit(NAMED)
            .map(each -> each.name(scene))
            .collect(Collectors.joining(" + "));
    int more = drugs.size() - NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private String said() {
    List<String> parts = new ArrayList<>();
    measured.shownPotassium().ifPresent(each -> parts.add("potassium " + each.figure()));
    measured
        .magnesium()
        .filter(each -> magnesium == Electrolyte.LOW)
        .ifPresent(each -> parts.add("magnesium " + each.figure()));
    measured.qtc().ifPresent(each -> parts.add("QTc " + each.figure() + " ms"));
    return parts.isEmpty() ? "no potassium known" : String.join(", ", parts);
  }

  private Grounds grounds() {
    return new Grounds(
        OwnKind.QT,
        drugs.stream().map(each -> each.course().ingredient()).toList(),
        drugs.stream()
            .filter(each -> each.course().running())
            .flatMap(each -> each.course().orderIds().stream())
            .toList(),
        Severity.MAJOR,
        reasons(),
        advice(),
        evidence(),
        false,
        Optional.empty());
  }

  private List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    for (QtDrugs.Counted each : drugs) {
      reasons.addAll(Wording.orders(scene, each.course()));
      String category = each.risk().category().name().toLowerCase(java.util.Locale.ROOT);
      reasons.add(Reason.of("knowledge", each.name(scene) + ": " + category + " risk of torsades"));
    }
    measured
        .shownPotassium()
        .map(each -> normal(potassium) ? Wording.beside(each) : Wording.result(each))
        .ifPresent(reasons::add);
    measured
        .magnesium()
        .map(each -> normal(magnesium) ? Wording.beside(each) : Wording.result(each))
        .ifPresent(reasons::add);
    measured.qtc().map(Wording::result).ifPresent(reasons::add);
    reasons.add(score.reason());
    return reasons;
  }

  private static boolean normal(Electrolyte state) {
    return state == Electrolyte.NORMAL;
  }

  private List<Evidence> evidence() {
    List<Evidence> all = new ArrayList<>();
    drugs.forEach(each -> all.add(Wording.evidence(each.risk().provenance())));
    all.add(Wording.evidence(score.source().provenance()));
    return all.stream().distinct().toList();
  }

  private Advice advice() {
    boolean low = potassium == Electrolyte.CRITICAL || magnesium == Electrolyte.LOW;
    boolean soon = low || score.points() >= bound(Factor.HIGH);
    Optional<String> alternative =
        drugs.stream()
            .filter(each -> each.course().running())
            .flatMap(each -> each.risk().alternative().stream())
            .findFirst();
    String ecg = "measure QTc within " + (soon ? "2 hours" : "24 hours");
    return new Advice(
        electrolytes()
            + (low ? " before the next dose of " + running() : "")
            + ", "
            + ecg
            + alternative.map(other -> "; alternative: " + other).orElse("")
            + ".",
        Optional.of("QTc"),
        Optional.of(soon ? SOON_HOURS : DAY_HOURS),
        alternative);
  }

  /** Potassium that has reached its goal, or is far above it, is not asked for. */
  private String electrolytes() {
    double wanted = bound(Factor.POTASSIUM_GOAL);
    String lead =
        switch (potassium) {
          case CRITICAL, LOW -> "Replace potassium to ";
          case DOUBTFUL ->
              "Measure potassium again in a fresh specimen within 2 hours, bring it to ";
          case UNKNOWN -> "Measure potassium within 24 hours, bring it to ";
          case NORMAL -> measured.potassiumReaches(wanted) ? "" : "Keep potassium at ";
        };
    boolean low = magnesium == Electrolyte.LOW;
    if (lead.isEmpty()) {
      return (low ? "Replace magnesium to " : "Keep magnesium at ") + goal(Factor.MAGNESIUM_GOAL);
    }
    String beside =
        potassium == Electrolyte.NORMAL && !low
            ? " and magnesium at "
            : low ? " and replace magnesium to " : " and magnesium to ";
    return lead + goal(Factor.POTASSIUM_GOAL) + beside + goal(Factor.MAGNESIUM_GOAL);
  }

  private String goal(Factor factor) {
    return Figures.rounded(bound(factor), 1) + " mmol/L or more";
  }

  private String running() {
    return Wording.names(
        scene,
        drugs.stream()
            .filter(each -> each.course().running())
            .map(each -> each.course().ingredient())
            .toList());
  }
}
