package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.UnitWords;
import org.rxtwin.knowledge.DeltaCheck;
import org.rxtwin.knowledge.LabLimit;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.LabLimitFact;
import org.rxtwin.rules.screening.fact.Specimen;

/**
 * Running drugs beside the last results that speak for them. Of several limits the worst counts.
 */
final class LabFacts {
  /** An older result asks for a new one, not for an act. */
  private static final Duration RECENT = Duration.ofDays(30);

  private final Scene scene;

  private LabFacts(Scene scene) {
    this.scene = scene;
  }

  static List<LabLimitFact> of(Scene scene) {
    LabFacts make = new LabFacts(scene);
    Map<String, Group> groups = new LinkedHashMap<>();
    for (DrugCourse course : scene.running()) {
      if (course.systemic()) {
        for (LabLimit limit : make.limits(course)) {
          groups
              .computeIfAbsent(
                  limit.drug() + "|" + limit.analyte() + "|" + limit.side(), k -> new Group())
              .add(course, limit);
        }
      }
    }
    List<LabLimitFact> facts = new ArrayList<>();
    List<Group> all = List.copyOf(groups.values());
    all.forEach(each -> make.fact(each, all).ifPresent(facts::add));
    return facts;
  }

  private List<LabLimit> limits(DrugCourse course) {
    return scene.knowledge().laboratory().listLimits(course.ingredient()).stream()
        .filter(each -> List.of("any", scene.jurisdiction()).contains(each.jurisdiction()))
        .toList();
  }

  /** Limits on one side of one analyte for one drug or class, and the drugs of the chart in it. */
  private static final class Group {
    private final List<LabLimit> limits = new ArrayList<>();
    private final List<DrugCourse> courses = new ArrayList<>();

    void add(DrugCourse course, LabLimit limit) {
      if (!limits.contains(limit)) {
        limits.add(limit);
      }
      if (!courses.contains(course)) {
        courses.add(course);
      }
    }

    /** The worst of the broken limits; of those a bound leaves open, the nearest. */
    LabLimit worst(double value) {
      Comparator<LabLimit> urgent = Comparator.comparing(LabLimit::tier);
      Comparator<LabLimit> order = urgent.thenComparing(LabLimit::id);
      return limits.stream()
          .filter(each -> each.broken(value))
          .min(order)
          .or(
              () ->
                  limits.stream()
                      .max(urgent.thenComparing(LabLimit::id, Comparator.reverseOrder())))
          .orElseThrow();
    }
  }

  private Optional<LabLimitFact> fact(Group group, List<Group> all) {
    return scene
        .results()
        .lastSame(group.limits.get(0).analyte())
        .filter(each -> !each.at().plus(RECENT).isBefore(scene.at()))
        .map(each -> fact(group, each, all));
  }

  /** A result beyond the limits of several classes is one problem of all their drugs. */
  private static List<DrugCourse> together(Group group, LabReading reading, List<Group> all) {
    LabLimit limit = group.worst(reading.value());
    if (!broken(limit, reading)) {
      return group.courses;
    }
    return all.stream()
        .filter(each -> each.limits.get(0).analyte().equals(limit.analyte()))
        .filter(each -> each.limits.get(0).side() == limit.side())
        .filter(each -> broken(each.worst(reading.value()), reading))
        .filter(each -> modelled(each.courses, each.limits.get(0)).isEmpty())
        .flatMap(each -> each.courses.stream())
        .distinct()
        .toList();
  }

  private LabLimitFact fact(Group group, LabReading reading, List<Group> all) {
    LabLimit limit = group.worst(reading.value());
    Optional<LabReading> before = jumpedFrom(reading);
    Optional<Sampling> untimely = Sampling.against(scene, group.courses, reading);
    Specimen specimen =
        before.isPresent()
            ? Specimen.JUMPED
            : untimely.map(Sampling::specimen).orElse(reading.specimen());
    boolean sound = reading.usable() && before.isEmpty();
    Tier tier = limit.tier();
    String unit = UnitWords.of(limit.unit());
    List<String> drugs = group.courses.stream().map(DrugCourse::ingredient).toList();
    return new LabLimitFact(
        Wording.names(scene, drugs),
        reading.analyte().name().replace(" (mass)", ""),
        reading.value(),
        reading.figure(),
        unit,
        unit.isEmpty() ? "without a unit" : "in " + unit,
        limit.threshold(),
        reading.specimen() != Specimen.OTHER_UNIT && broken(limit, reading),
        specimen,
        scene.days(reading.at(), scene.at()) * 24,
        !sound && tier == Tier.HARD_STOP ? Tier.INTERRUPT : tier,
        grounds(group, together(group, reading, all), limit, reading, before));
  }

  /** The last sound result, where this one lies further from it than a person's results move. */
  private Optional<LabReading> jumpedFrom(LabReading reading) {
    Optional<DeltaCheck> check =
        scene.knowledge().laboratory().findDeltaCheck(reading.analyte().id());
    return check
        .filter(row -> reading.usable())
        .flatMap(
            row ->
                scene.results().listSame(reading.analyte().id()).stream()
                    .filter(each -> each.exact() && each.at().isBefore(reading.at()))
                    .reduce((earlier, later) -> later)
                    .filter(each -> scene.days(each.at(), reading.at()) * 24 <= row.withinHours())
                    .filter(each -> Math.abs(reading.value() - each.value()) >= row.jump()));
  }

  /** A bound that leaves the limit open on its bad side counts as broken. */
  private static boolean broken(LabLimit limit, LabReading reading) {
    boolean open =
        switch (reading.comparator()) {
          case EQUAL -> false;
          case LESS, AT_MOST -> limit.side() == LabLimit.Side.BELOW;
          case GREATER, AT_LEAST -> limit.side() == LabLimit.Side.ABOVE;
        };
    return open || limit.broken(reading.value());
  }

  private Grounds grounds(
      Group group,
      List<DrugCourse> together,
      LabLimit limit,
      LabReading reading,
      Optional<LabReading> before) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Wording.result(reading));
    Optional<Sampling> untimely = Sampling.against(scene, group.courses, reading);
    untimely.map(Sampling::reason).ifPresent(reasons::add);
    before.map(Wording::result).ifPresent(reasons::add);
    group.courses.forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    Optional<String> modelled = modelled(group.courses, limit);
    List<String> drugs = group.courses.stream().map(DrugCourse::ingredient).toList();
    List<DrugCourse> concerned = modelled.isPresent() ? group.courses : together;
    return new Grounds(
        modelled
            .map(drug -> drug + "-effect")
            .orElse(limit.analyte().equals("qtc") ? OwnKind.QT : "lab-" + limit.analyte()),
        concerned.stream().map(DrugCourse::ingredient).toList(),
        concerned.stream().flatMap(each -> each.orderIds().stream()).toList(),
        limit.severity(),
        reasons,
        untimely
            .filter(each -> before.isEmpty())
            .map(each -> each.advice(reading))
            .orElseGet(
                () ->
                    reading.usable() && before.isEmpty()
                        ? Wording.advice(limit.advice(), Wording.names(scene, drugs))
                        : again(reading, before, Wording.names(scene, drugs))),
        List.of(Wording.evidence(limit.provenance())),
        false,
        modelled);
  }

  private static Advice again(LabReading reading, Optional<LabReading> before, String drugs) {
    String name = reading.analyte().name().replace(" (mass)", "");
    String text =
        before
            .map(
                each ->
                    "Measure "
                        + name
                        + " again now, within 1 hour, in a fresh specimen: it was "
                        + each.figure()
                        + " before; give no dose of "
                        + drugs
                        + " until it is there.")
            .orElse(
                "Measure "
                    + name
                    + " again now, within 2 hours, in a fresh specimen; "
                    + "change no dose on this one.");
    return Wording.measure(text, name, before.isPresent() ? 1 : 2);
  }

  /**
   * The drug whose twin predicts this analyte, or whose own row asks for it: what is measured and
   * what the twin says are one problem.
   */
  private static Optional<String> modelled(List<DrugCourse> courses, LabLimit limit) {
    if (courses.size() != 1 || !courses.get(0).certain()) {
      return Optional.empty();
    }
    String drug = courses.get(0).ingredient();
    boolean own = !limit.drug().isClass() && ModelledDrug.isModelled(drug);
    return own || ModelledDrug.isShownBy(drug, limit.analyte())
        ? Optional.of(drug)
        : Optional.empty();
  }
}
