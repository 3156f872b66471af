package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.chart.UnitWords;
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
        for (LabLimit limit : scene.knowledge().laboratory().listLimits(course.ingredient())) {
          groups
              .computeIfAbsent(
                  limit.drug() + "|" + limit.analyte() + "|" + limit.side(), k -> new Group())
              .add(course, limit);
        }
      }
    }
    List<LabLimitFact> facts = new ArrayList<>();
    groups.values().forEach(each -> make.fact(each).ifPresent(facts::add));
    return facts;
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

  private Optional<LabLimitFact> fact(Group group) {
    return scene
        .results()
        .last(group.limits.get(0).analyte())
        .filter(each -> !each.at().plus(RECENT).isBefore(scene.at()))
        .map(each -> fact(group, each));
  }

  private LabLimitFact fact(Group group, LabReading reading) {
    LabLimit limit = group.worst(reading.value());
    boolean sound = reading.usable();
    Optional<Sampling> untimely = Sampling.against(scene, group.courses, reading);
    Tier tier = limit.tier();
    String unit = UnitWords.of(limit.unit());
    List<String> drugs = group.courses.stream().map(DrugCourse::ingredient).toList();
    return new LabLimitFact(
        Wording.names(scene, drugs),
        reading.analyte().name(),
        reading.value(),
        reading.figure(),
        unit,
        unit.isEmpty() ? "without a unit" : "in " + unit,
        limit.threshold(),
        reading.specimen() != Specimen.OTHER_UNIT && broken(limit, reading),
        untimely.map(Sampling::specimen).orElse(reading.specimen()),
        scene.days(reading.at(), scene.at()) * 24,
        !sound && tier == Tier.HARD_STOP ? Tier.INTERRUPT : tier,
        grounds(group, drugs, limit, reading));
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

  private Grounds grounds(Group group, List<String> drugs, LabLimit limit, LabReading reading) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(Wording.result(reading));
    Optional<Sampling> untimely = Sampling.against(scene, group.courses, reading);
    untimely.map(Sampling::reason).ifPresent(reasons::add);
    group.courses.forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    String again =
        "Measure "
            + reading.analyte().name()
            + " again now, within 2 hours, in a fresh specimen; "
            + "change no dose on this one.";
    Optional<String> modelled = modelled(group.courses, limit.analyte());
    return new Grounds(
        modelled.map(drug -> drug + "-effect").orElse("lab-" + limit.analyte()),
        drugs,
        group.courses.stream().flatMap(each -> each.orderIds().stream()).toList(),
        limit.severity(),
        reasons,
        untimely
            .map(each -> each.advice(reading))
            .orElseGet(
                () ->
                    reading.usable()
                        ? Wording.advice(limit.advice())
                        : Wording.measure(again, reading.analyte().name(), 2)),
        List.of(Wording.evidence(limit.provenance())),
        false,
        modelled);
  }

  /** The drug whose twin predicts this analyte: what is measured and what it says are one. */
  private static Optional<String> modelled(List<DrugCourse> courses, String analyte) {
    return courses.size() == 1
            && courses.get(0).certain()
            && ModelledDrug.isShownBy(courses.get(0).ingredient(), analyte)
        ? Optional.of(courses.get(0).ingredient())
        : Optional.empty();
  }
}
