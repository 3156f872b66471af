package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.DoseLimit;
import org.rxtwin.knowledge.DoseLimit.Unit;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.screening.fact.Bound;
import org.rxtwin.rules.screening.fact.DoseFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Missing;

/** What is ordered beside what may be given; the orders of one list are added up. */
final class DoseFacts {
  private static final double HOURS_PER_DAY = 24;
  private static final double HOURS_PER_WEEK = 168;

  private final Scene scene;

  private DoseFacts(Scene scene) {
    this.scene = scene;
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
        for (DoseLimit limit : scene.knowledge().limits().listDoseLimits(course.ingredient())) {
          facts.addAll(make.facts(course, orders, limit));
        }
      }
    }
    return facts;
  }

  private List<DoseFact> facts(DrugCourse course, List<ReadOrder> all, DoseLimit limit) {
    Optional<Double> age = scene.chart().ageYears(scene.at());
    List<ReadOrder> orders =
        all.stream()
            .filter(
                each ->
                    age.isEmpty()
                        ? limit.route().covers(each.route())
                        : limit.covers(each.route(), age.get()))
            .filter(each -> Indications.concerns(limit.indication(), each.order().indication()))
            .toList();
    List<DoseFact> facts = new ArrayList<>();
    if (orders.isEmpty()) {
      return facts;
    }
    Compared compared = new Compared(course, orders, limit, age.isPresent());
    add(facts, compared, Bound.SINGLE, limit.singleMax());
    add(facts, compared, Bound.DAILY, limit.dailyMax());
    add(facts, compared, Bound.WEEKLY, limit.weeklyMax());
    add(facts, compared, Bound.INTERVAL, limit.minIntervalHours());
    return facts;
  }

  /** One limit and the orders it speaks for. */
  private record Compared(
      DrugCourse course, List<ReadOrder> orders, DoseLimit limit, boolean ageKnown) {}

  private void add(List<DoseFact> facts, Compared compared, Bound bound, OptionalDouble permitted) {
    if (permitted.isEmpty()) {
      return;
    }
    boolean perKg = compared.limit().unit() == Unit.MG_PER_KG && bound != Bound.INTERVAL;
    Optional<Double> weight = scene.results().weightKg();
    Optional<Double> ordered = ordered(compared, bound);
    double factor = perKg ? weight.orElse(Double.NaN) : 1;
    Missing missing = Missing.NOTHING;
    if (ordered.isEmpty()) {
      missing = Missing.DOSE;
    } else if (!compared.ageKnown()) {
      missing = Missing.AGE;
    } else if (perKg && weight.isEmpty()) {
      missing = Missing.WEIGHT;
    }
    double most = permitted.getAsDouble() * factor;
    facts.add(
        new DoseFact(
            scene.name(compared.course().ingredient()),
            bound,
            missing,
            ordered.orElse(Double.NaN),
            most,
            bound == Bound.INTERVAL ? "h" : unit(compared.limit()).ucum(),
            tier(compared),
            grounds(compared, bound, most)));
  }

  /** Where the limit hangs on an indication that nobody recorded, the alert asks for it. */
  private static Tier tier(Compared compared) {
    Tier tier = compared.limit().tier();
    return Indications.unrecorded(compared.limit().indication(), compared.orders())
        ? tier.orWorse(Tier.INTERRUPT)
        : tier;
  }

  private static Optional<Double> ordered(Compared compared, Bound bound) {
    DoseUnit unit = unit(compared.limit());
    return switch (bound) {
      case SINGLE ->
          compared.orders().stream()
              .flatMap(each -> DailyDose.single(each, unit).stream())
              .max(Double::compare);
      case INTERVAL ->
          compared.orders().stream()
              .flatMap(each -> DailyDose.interval(each).stream())
              .min(Double::compare);
      case DAILY -> sum(compared.orders(), unit, HOURS_PER_DAY);
      case WEEKLY -> sum(compared.orders(), unit, HOURS_PER_WEEK);
    };
  }

  /** What could be read of it: where that alone is too much, the rest cannot make it less. */
  private static Optional<Double> sum(List<ReadOrder> orders, DoseUnit unit, double hours) {
    return orders.stream()
        .flatMap(each -> DailyDose.within(each, unit, hours).stream())
        .reduce(Double::sum);
  }

  private static DoseUnit unit(DoseLimit limit) {
    return switch (limit.unit()) {
      case MG, MG_PER_KG -> DoseUnit.MG;
      case MMOL -> DoseUnit.MMOL;
      case UNIT -> DoseUnit.UNIT;
    };
  }

  private Grounds grounds(Compared compared, Bound bound, double most) {
    String name = scene.name(compared.course().ingredient());
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, compared.course()));
    reasons.add(Reason.of("knowledge", "limit " + compared.limit().id()));
    String unit = bound == Bound.INTERVAL ? "hours" : unit(compared.limit()).ucum();
    String limit = Double.isNaN(most) ? "its limit" : Figures.rounded(most, 2) + " " + unit;
    String text =
        bound == Bound.INTERVAL
            ? "Give " + name + " no more often than every " + limit
            : "Limit " + name + " to " + limit + " " + per(bound);
    return new Grounds(
        "dose-range",
        List.of(compared.course().ingredient()),
        compared.orders().stream().map(each -> each.order().orderId()).toList(),
        compared.limit().severity(),
        reasons,
        org.rxtwin.chart.Advice.of(text + "; call the prescriber before the next dose."),
        List.of(Wording.evidence(compared.limit().provenance())),
        false,
        Optional.empty());
  }

  private static String per(Bound bound) {
    return switch (bound) {
      case SINGLE -> "a dose";
      case DAILY -> "a day";
      case WEEKLY -> "a week";
      case INTERVAL -> "";
    };
  }
}
