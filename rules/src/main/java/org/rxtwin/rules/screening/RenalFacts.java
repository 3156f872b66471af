package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.RenalLimit;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.laboratory.LabReading;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Missing;
import org.rxtwin.rules.screening.fact.RenalAction;
import org.rxtwin.rules.screening.fact.RenalFact;

/** Running drugs beside the bands of kidney function that sources name for them. */
final class RenalFacts {
  /** A drug counts as newly started for so many days. */
  private static final double START_DAYS = 14;

  private final Scene scene;
  private final Kidney kidney;

  private RenalFacts(Scene scene) {
    this.scene = scene;
    this.kidney = new Kidney(scene);
  }

  static List<RenalFact> of(Scene scene) {
    RenalFacts make = new RenalFacts(scene);
    List<RenalFact> facts = new ArrayList<>();
    Map<Missing, List<DrugCourse>> lacking = new EnumMap<>(Missing.class);
    Map<Missing, RenalLimit> rows = new EnumMap<>(Missing.class);
    for (DrugCourse course : scene.running()) {
      List<RenalLimit> limits =
          scene
              .knowledge()
              .limits()
              .listRenalLimits(course.ingredient(), scene.jurisdiction())
              .stream()
              .filter(each -> !concerned(course, each).isEmpty())
              .toList();
      for (RenalLimit limit : limits) {
        Kidney.Estimate estimate = make.kidney.estimate(limit);
        if (estimate.missing() == Missing.NOTHING || avoidedOnDialysis(estimate, limit)) {
          facts.add(make.fact(course, concerned(course, limit), limit, estimate));
        }
        for (Missing missing : asks(estimate, limits)) {
          List<DrugCourse> courses = lacking.computeIfAbsent(missing, each -> new ArrayList<>());
          if (!courses.contains(course)) {
            courses.add(course);
          }
          rows.merge(missing, limit, RenalFacts::moreUrgent);
        }
      }
    }
    rows.forEach(
        (missing, limit) ->
            facts.add(make.asked(missing, lacking.getOrDefault(missing, List.of()), limit)));
    return facts;
  }

  /** A dialysed kidney is below every bound under which a drug is avoided. */
  private static boolean avoidedOnDialysis(Kidney.Estimate estimate, RenalLimit limit) {
    return estimate.missing() == Missing.FORMULA_FOR_DIALYSIS
        && limit.action() == RenalLimit.Action.AVOID;
  }

  /** What to ask for: nobody asks how to dose on dialysis what is avoided there. */
  private static Set<Missing> asks(Kidney.Estimate estimate, List<RenalLimit> limits) {
    Set<Missing> asked = EnumSet.noneOf(Missing.class);
    if (limits.stream().noneMatch(each -> avoidedOnDialysis(estimate, each))) {
      asked.add(estimate.missing());
    }
    if (estimate.atMost()) {
      asked.add(Missing.STEADY_CREATININE);
    }
    asked.remove(Missing.NOTHING);
    return asked;
  }

  private static RenalLimit moreUrgent(RenalLimit one, RenalLimit other) {
    return one.tier().compareTo(other.tier()) <= 0 ? one : other;
  }

  /** What is missing is asked for once a patient, not once a drug. */
  private RenalFact asked(Missing missing, List<DrugCourse> courses, RenalLimit limit) {
    List<String> drugs = courses.stream().map(DrugCourse::ingredient).toList();
    List<Reason> reasons = new ArrayList<>();
    courses.forEach(each -> reasons.addAll(Wording.orders(scene, each)));
    reasons.addAll(measured(missing, missing == Missing.STEADY_CREATININE));
    reasons.add(Reason.of("knowledge", basis(limit)));
    String names = Wording.names(scene, drugs);
    return new RenalFact(
        names,
        RenalAction.valueOf(limit.action().name()),
        "no formula",
        missing,
        Double.NaN,
        limit.from(),
        limit.below(),
        courses.stream().anyMatch(each -> scene.days(each.since(), scene.at()) < START_DAYS),
        false,
        Double.NaN,
        Double.NaN,
        limit.tier(),
        new Grounds(
            "kidney-function",
            drugs,
            courses.stream().flatMap(each -> each.orderIds().stream()).toList(),
            limit.severity(),
            reasons,
            ask(names, missing),
            List.of(Wording.evidence(limit.provenance())),
            false,
            Optional.empty()));
  }

  private static List<ReadOrder> concerned(DrugCourse course, RenalLimit limit) {
    return course.orders().stream()
        .filter(each -> limit.route().limits(each.route()))
        .filter(each -> Indications.concerns(limit.indication(), each.order().indication()))
        .toList();
  }

  private RenalFact fact(
      DrugCourse course, List<ReadOrder> orders, RenalLimit limit, Kidney.Estimate estimate) {
    List<ReadOrder> counted =
        Overlap.fullestList(
            orders,
            Function.identity(),
            each -> DailyDose.milligrams(each, course.ingredient()).orElse(0.0));
    Optional<Double> daily =
        counted.stream()
            .flatMap(each -> DailyDose.milligrams(each, course.ingredient()).stream())
            .reduce(Double::sum);
    double permitted = permitted(counted, limit);
    Tier tier = limit.tier();
    return new RenalFact(
        scene.name(course.ingredient()),
        RenalAction.valueOf(limit.action().name()),
        estimate.by(),
        estimate.missing(),
        estimate.value(),
        limit.from(),
        limit.below(),
        scene.days(course.since(), scene.at()) < START_DAYS,
        daily.isPresent() && !Double.isNaN(permitted),
        daily.orElse(Double.NaN),
        permitted,
        Indications.unrecorded(limit.indication(), orders) ? tier.orWorse(Tier.INTERRUPT) : tier,
        grounds(course, orders, limit, estimate));
  }

  /** What the band allows a day; an interval allows the dose ordered so many times a day. */
  private static double permitted(List<ReadOrder> orders, RenalLimit limit) {
    double byDose = limit.maxDailyMg().orElse(Double.POSITIVE_INFINITY);
    double byInterval = Double.POSITIVE_INFINITY;
    if (limit.minIntervalHours().isPresent()) {
      double times = 24 / limit.minIntervalHours().getAsDouble();
      byInterval =
          orders.stream()
              .flatMap(
                  each ->
                      DailyDose.single(each, limit.ingredient(), org.rxtwin.quantity.DoseUnit.MG)
                          .stream())
              .max(Double::compare)
              .map(each -> each * times)
              .orElse(Double.POSITIVE_INFINITY);
    }
    double least = Math.min(byDose, byInterval);
    return Double.isInfinite(least) ? Double.NaN : least;
  }

  private Grounds grounds(
      DrugCourse course, List<ReadOrder> orders, RenalLimit limit, Kidney.Estimate estimate) {
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, course));
    estimate.reported().map(Wording::result).ifPresent(reasons::add);
    reasons.addAll(measured(estimate.missing(), estimate.atMost()));
    reasons.add(Reason.of("knowledge", basis(limit)));
    boolean modelled = course.certain() && ModelledDrug.isByKidney(course.ingredient());
    return new Grounds(
        modelled ? course.ingredient() + "-effect" : "renal-dose",
        List.of(course.ingredient()),
        orders.stream().map(each -> each.order().orderId()).toList(),
        limit.severity(),
        reasons,
        advice(limit, orders),
        List.of(Wording.evidence(limit.provenance())),
        modelled,
        modelled ? Optional.of(course.ingredient()) : Optional.empty());
  }

  private static org.rxtwin.chart.Advice advice(RenalLimit limit, List<ReadOrder> orders) {
    org.rxtwin.chart.Advice row = Wording.advice(limit.advice());
    return new org.rxtwin.chart.Advice(
        row.text() + Indications.ask(limit.indication(), orders),
        row.test(),
        row.withinHours(),
        row.alternative());
  }

  /** What tells of the kidney: the creatinine that counts, its age and course, or dialysis. */
  private List<Reason> measured(Missing missing, boolean rising) {
    List<Reason> reasons = new ArrayList<>();
    if (missing == Missing.FORMULA_FOR_DIALYSIS) {
      reasons.add(Reason.of("condition", "dialysis or filtration is recorded"));
    }
    kidney
        .creatinine()
        .ifPresent(
            each -> {
              reasons.add(Wording.result(each));
              reasons.add(age(each, rising));
            });
    return reasons;
  }

  private Reason age(LabReading creatinine, boolean rising) {
    double days = scene.days(creatinine.at(), scene.at());
    String course =
        rising
            ? "rising: no formula for a steady state holds, each tells more than is left"
            : kidney.values() > 1 ? "not rising" : "the only one, so its course is not known";
    return Reason.of("age", "creatinine is " + Figures.rounded(days, 1) + " days old, " + course);
  }

  private String basis(RenalLimit limit) {
    String weight = limit.weight().name().toLowerCase(Locale.ROOT);
    String estimator =
        limit.estimator() == RenalLimit.Estimator.CKD_EPI
            ? "CKD-EPI 2021 in mL/min/1.73 m2"
            : "Cockcroft-Gault with " + weight + " weight in mL/min";
    return estimator + ", limits of " + scene.jurisdiction();
  }

  private static org.rxtwin.chart.Advice ask(String drugs, Missing missing) {
    String what =
        switch (missing) {
          case WEIGHT -> "Weigh the patient within 12 hours";
          case HEIGHT -> "Take the patient's height within 12 hours";
          case AGE, DAY_OF_BIRTH -> "Record the date of birth today";
          case SEX -> "Record the sex today";
          case FORMULA_FOR_CHILDREN ->
              "Reckon kidney function today by a formula for children, with the height";
          case FORMULA_FOR_DIALYSIS ->
              "Ask the nephrologist today for the dose by the dialysis schedule";
          case STEADY_CREATININE -> "Measure creatinine again within 12 hours";
          default -> "Measure creatinine today";
        };
    String text = what + "; the dose of " + drugs + " depends on kidney function.";
    return what.startsWith("Measure")
        ? Wording.measure(text, "creatinine", 12)
        : org.rxtwin.chart.Advice.of(text);
  }
}
