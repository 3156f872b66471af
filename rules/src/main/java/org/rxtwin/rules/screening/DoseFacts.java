package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.DoseLimit;
import org.rxtwin.knowledge.DoseLimit.Unit;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.quantity.Figures;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.Bound;
import org.rxtwin.rules.screening.fact.DoseFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Missing;

/** What is ordered beside what may be given; the orders of one list are added up. */
final class DoseFacts {
  private static final double HOURS_PER_DAY = 24;
  private static final double HOURS_PER_WEEK = 168;

  private final Scene scene;
  private final AgeRange age;

  private DoseFacts(Scene scene) {
    this.scene = scene;
    this.age = scene.chart().age(scene.at()).orElse(AgeRange.ANY);
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
    List<Compared> compared =
        scene.knowledge().limits().listDoseLimits(course.ingredient()).stream()
            .map(limit -> new Compared(course, concerned(all, limit), limit))
            .filter(each -> !each.orders().isEmpty())
            .toList();
    List<DoseFact> facts = new ArrayList<>();
    for (Compared each : compared) {
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
        .filter(each -> Indications.concerns(limit.indication(), each.order().indication()))
        .toList();
  }

  /** One limit and the orders it speaks for. */
  private record Compared(DrugCourse course, List<ReadOrder> orders, DoseLimit limit) {
    OptionalDouble permitted(Bound bound) {
      return switch (bound) {
        case SINGLE -> limit.singleMax();
        case DAILY -> limit.dailyMax();
        case WEEKLY -> limit.weeklyMax();
        case INTERVAL -> limit.minIntervalHours();
      };
    }
  }

  /**
   * Whether limits of several ages, which together speak for every age the person may have, give
   * one answer: all are kept, or all are broken.
   */
  private boolean sameAtEveryAge(List<Compared> compared, Bound bound) {
    double reached = age.low();
    List<Boolean> broken = new ArrayList<>();
    List<Compared> byAge =
        compared.stream()
            .filter(each -> each.permitted(bound).isPresent())
            .sorted(Comparator.comparingDouble(each -> each.limit().ageFromYears()))
            .toList();
    for (Compared each : byAge) {
      Optional<Double> ordered = ordered(each, bound);
      if (each.limit().unit() == Unit.MG_PER_KG || ordered.isEmpty()) {
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

  private DoseFact fact(Compared compared, Bound bound, double permitted, boolean anyAge) {
    boolean perKg = compared.limit().unit() == Unit.MG_PER_KG && bound != Bound.INTERVAL;
    Optional<Double> weight = scene.results().weightKg();
    Optional<Double> ordered = ordered(compared, bound);
    double factor = perKg ? weight.orElse(Double.NaN) : 1;
    Missing missing = Missing.NOTHING;
    if (ordered.isEmpty()) {
      missing = told(compared) ? Missing.AMOUNT : Missing.DOSE;
    } else if (!anyAge && !compared.limit().spans(age)) {
      missing = age.equals(AgeRange.ANY) ? Missing.AGE : Missing.DAY_OF_BIRTH;
    } else if (perKg && weight.isEmpty()) {
      missing = Missing.WEIGHT;
    }
    double most = permitted * factor;
    boolean weighed = !perKg || weight.isPresent();
    return new DoseFact(
        scene.name(compared.course().ingredient()),
        bound,
        missing,
        ordered.orElse(Double.NaN),
        weighed ? most : permitted,
        bound == Bound.INTERVAL ? "h" : weighed ? unit(compared.limit()).ucum() : "mg/kg",
        tier(compared),
        grounds(compared, bound, most, ordered.filter(amount -> amount > most)));
  }

  /** Where the limit hangs on an indication that nobody recorded, the alert asks for it. */
  /** Whether an order tells a dose, though not in the limit's unit or not of one drug alone. */
  private static boolean told(Compared compared) {
    DoseUnit unit = unit(compared.limit());
    return compared.orders().stream()
        .anyMatch(
            each -> each.order().dose().isPresent() && DailyDose.single(each, unit).isEmpty());
  }

  /** Whether the limit forbids the route itself, whatever the dose. */
  private static boolean never(Compared compared) {
    return compared.limit().singleMax().orElse(1) == 0;
  }

  private static Tier tier(Compared compared) {
    boolean unknownRoute =
        compared.orders().stream().allMatch(each -> each.route() == RouteGroup.ANY);
    if (never(compared) && unknownRoute) {
      return Tier.QUEUE;
    }
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

  private Grounds grounds(Compared compared, Bound bound, double most, Optional<Double> beyond) {
    Optional<String> modelled =
        beyond
            .map(amount -> compared.course())
            .filter(course -> bound != Bound.INTERVAL && course.certain())
            .map(DrugCourse::ingredient)
            .filter(ModelledDrug::isModelled);
    String name = scene.name(compared.course().ingredient());
    List<Reason> reasons = new ArrayList<>(Wording.orders(scene, compared.course()));
    reasons.add(Reason.of("knowledge", limit(compared)));
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
    String text = never(compared) ? notThere(compared, name) : held(compared, name, bound, most);
    return new Grounds(
        modelled.map(drug -> drug + "-effect").orElse("dose-range"),
        List.of(compared.course().ingredient()),
        compared.orders().stream().map(each -> each.order().orderId()).toList(),
        compared.limit().severity(),
        reasons,
        org.rxtwin.chart.Advice.of(
            text
                + "; call the prescriber before the next dose."
                + Indications.ask(compared.limit().indication(), compared.orders())),
        List.of(Wording.evidence(compared.limit().provenance())),
        false,
        modelled);
  }

  private static String held(Compared compared, String name, Bound bound, double most) {
    return tier(compared) == Tier.HARD_STOP
        ? "Hold "
            + name
            + " until the prescriber has confirmed dose and rhythm: at most "
            + whole(compared)
        : keep(compared, name, bound, most);
  }

  private static String notThere(Compared compared, String name) {
    String route = compared.limit().route().name().toLowerCase(Locale.ROOT);
    return tier(compared) == Tier.QUEUE
        ? "Confirm today that the route of " + name + " is not " + route
        : "Stop this order of " + name + " now: never " + route;
  }

  /** The limit in words: a pharmacist knows no names of rows. */
  private static String limit(Compared compared) {
    DoseLimit limit = compared.limit();
    String route =
        limit.route() == RouteGroup.ANY
            ? "any route"
            : limit.route().name().toLowerCase(Locale.ROOT);
    return "limit ("
        + route
        + ", ages "
        + Figures.rounded(limit.ageFromYears(), 2)
        + " to "
        + Figures.rounded(limit.ageToYears(), 2)
        + limit.indication().map(each -> ", " + each.replace('-', ' ')).orElse("")
        + "): "
        + (never(compared) ? "never" : "at most " + whole(compared));
  }

  private static String keep(Compared compared, String name, Bound bound, double most) {
    String unit = bound == Bound.INTERVAL ? "hours" : unit(compared.limit()).ucum();
    String limit = Double.isNaN(most) ? "its limit" : Figures.rounded(most, 2) + " " + unit;
    return bound == Bound.INTERVAL
        ? "Give " + name + " no more often than every " + limit
        : "Limit " + name + " to " + limit + " " + per(bound);
  }

  /**
   * Every bound of a limit: who stops an order must know all of them, not the one it broke first.
   */
  private static String whole(Compared compared) {
    DoseLimit limit = compared.limit();
    String unit = limit.unit() == Unit.MG_PER_KG ? "mg/kg" : unit(limit).ucum();
    List<String> bounds = new ArrayList<>();
    double wider = Double.NaN;
    for (Bound bound : List.of(Bound.WEEKLY, Bound.DAILY, Bound.SINGLE)) {
      double most = compared.permitted(bound).orElse(Double.NaN);
      if (!Double.isNaN(most) && most != wider) {
        bounds.add(Figures.rounded(most, 2) + " " + unit + " " + per(bound));
        wider = most;
      }
    }
    limit
        .minIntervalHours()
        .ifPresent(
            hours -> bounds.add("no closer than every " + Figures.rounded(hours, 2) + " hours"));
    return String.join(", ", bounds);
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
