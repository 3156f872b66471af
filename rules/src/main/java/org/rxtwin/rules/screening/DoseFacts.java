package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.DoseLimit;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.Bound;
import org.rxtwin.rules.screening.fact.DoseFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Missing;

/**
 * What is ordered beside what may be given; the orders of one list are added up, hidden components
 * and as-needed doses at their ceiling among them (rule 22).
 */
final class DoseFacts {
  private static final double ADULT = 18;

  /** Where even so light an adult may have the dose, the weight is no question. */
  private static final double LIGHT_ADULT_KG = 40;

  private final Scene scene;
  private final AgeRange age;
  private final boolean oncology;

  private DoseFacts(Scene scene) {
    this.scene = scene;
    this.age = scene.chart().age(scene.at()).orElse(AgeRange.ANY);
    this.oncology = Conditions.oncology(scene);
  }

  static List<DoseFact> of(Scene scene) {
    DoseFacts make = new DoseFacts(scene);
    List<DoseFact> facts = new ArrayList<>();
    for (DrugCourse course : scene.running()) {
      Map<ListKind, List<ReadOrder>> lists = new LinkedHashMap<>();
      course
          .orders()
          .forEach(
              each -> lists.computeIfAbsent(each.order().list(), k -> new ArrayList<>()).add(each));
      for (List<ReadOrder> orders : lists.values()) {
        facts.addAll(make.facts(course, orders));
      }
    }
    return facts;
  }

  private List<DoseFact> facts(DrugCourse course, List<ReadOrder> all) {
    Optional<Double> weight = scene.results().weightKg();
    List<ComparedDose> compared =
        scene.knowledge().limits().listDoseLimits(course.ingredient()).stream()
            .filter(limit -> limit.concernsWeight(weight))
            .map(limit -> new ComparedDose(course, concerned(all, limit), limit))
            .filter(each -> !each.orders().isEmpty())
            .toList();
    List<DoseFact> facts = new ArrayList<>();
    for (ComparedDose each : compared) {
      for (Bound bound : Bound.values()) {
        each.permitted(bound)
            .ifPresent(most -> facts.add(fact(each, bound, most, sameAtEveryAge(compared, bound))));
      }
    }
    return facts;
  }

  private List<ReadOrder> concerned(List<ReadOrder> all, DoseLimit limit) {
    return all.stream()
        .filter(each -> limit.concerns(each.route(), age))
        .filter(
            each -> Indications.concerns(limit.indication(), each.order().indication(), oncology))
        .toList();
  }

  /**
   * Whether limits of several ages, which together speak for every age the person may have, give
   * one answer: all are kept, or all are broken.
   */
  private boolean sameAtEveryAge(List<ComparedDose> compared, Bound bound) {
    double reached = age.low();
    List<Boolean> broken = new ArrayList<>();
    List<ComparedDose> byAge =
        compared.stream()
            .filter(each -> each.permitted(bound).isPresent())
            .filter(each -> each.limit().weightBelowKg().isEmpty())
            .sorted(Comparator.comparingDouble(each -> each.limit().ageFromYears()))
            .toList();
    for (ComparedDose each : byAge) {
      Optional<Double> ordered = each.ordered(bound);
      if (each.perKg() || ordered.isEmpty()) {
        return false;
      }
      double most = each.permitted(bound).orElseThrow();
      broken.add(bound == Bound.INTERVAL ? ordered.get() < most : ordered.get() > most);
      if (each.limit().ageFromYears() <= reached) {
        reached = Math.max(reached, each.limit().ageToYears());
      }
    }
    return reached > age.high() && broken.stream().distinct().count() == 1;
  }

  private DoseFact fact(ComparedDose compared, Bound bound, double permitted, boolean anyAge) {
    boolean perKg = compared.perKg() && bound != Bound.INTERVAL;
    Optional<Double> ordered = compared.ordered(bound);
    Optional<Double> weight = scene.results().weightKg();
    if (perKg && weight.isEmpty() && lightEnough(ordered, permitted)) {
      weight = Optional.of(LIGHT_ADULT_KG);
    }
    double most = permitted * (perKg ? weight.orElse(Double.NaN) : 1);
    Missing missing = Missing.NOTHING;
    if (ordered.isEmpty()) {
      missing = compared.told() ? Missing.AMOUNT : Missing.DOSE;
    } else if (!anyAge && !compared.limit().spans(age)) {
      missing = age.equals(AgeRange.ANY) ? Missing.AGE : Missing.DAY_OF_BIRTH;
    } else if (perKg && weight.isEmpty()) {
      missing = Missing.WEIGHT;
    }
    boolean weighed = !perKg || weight.isPresent();
    return new DoseFact(
        scene.name(compared.ingredient()),
        bound,
        missing,
        ordered.orElse(Double.NaN),
        weighed ? most : permitted,
        bound == Bound.INTERVAL ? "h" : weighed ? compared.unit().ucum() : "mg/kg",
        compared.tier(),
        grounds(compared, bound, most, ordered.filter(amount -> amount > most)));
  }

  private boolean lightEnough(Optional<Double> ordered, double permitted) {
    return age.low() >= ADULT
        && ordered.map(amount -> amount <= permitted * LIGHT_ADULT_KG).orElse(false);
  }

  private Grounds grounds(
      ComparedDose compared, Bound bound, double most, Optional<Double> beyond) {
    Optional<String> modelled =
        beyond
            .map(amount -> compared.course())
            .filter(course -> bound != Bound.INTERVAL && course.certain())
            .map(DrugCourse::ingredient)
            .filter(ModelledDrug::isModelled);
    String name = scene.name(compared.ingredient());
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, compared.course()));
    reasons.add(Reason.of("knowledge", DoseWording.limit(compared)));
    if (!age.exact() && !age.equals(AgeRange.ANY)) {
      reasons.add(
          Reason.of(
              "age",
              "age between "
                  + Figures.rounded(age.low(), 1)
                  + " and "
                  + Figures.rounded(age.high(), 1)
                  + " years: the day of birth is not known"));
    }
    return new Grounds(
        modelled.map(drug -> drug + "-effect").orElse(DuplicateFacts.hazard(compared.ingredient())),
        List.of(compared.ingredient()),
        compared.orders().stream().map(each -> each.order().orderId()).toList(),
        compared.limit().severity(),
        reasons,
        org.rxtwin.chart.Advice.of(
            DoseWording.advice(compared, name, bound, most)
                + "; call the prescriber before the next dose."
                + Indications.ask(compared.limit().indication(), compared.orders())),
        List.of(Wording.evidence(compared.limit().provenance())),
        false,
        modelled);
  }
}
