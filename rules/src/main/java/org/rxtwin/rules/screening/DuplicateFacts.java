package org.rxtwin.rules.screening;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Evidence;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.DuplicateClass;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.rules.question.ModelledDrug;
import org.rxtwin.rules.screening.fact.DuplicateFact;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Reach;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * The same ingredient, or the same class, in several running orders. The three lists are no
 * duplicates of one another (rule 21), and a hidden component counts (rule 22).
 */
final class DuplicateFacts {
  /** An order that ends within so many hours makes room for the next, where no row says more. */
  private static final double SWITCH_HOURS = 24;

  private static final int SHOWN = 40;

  private final Scene scene;

  private DuplicateFacts(Scene scene) {
    this.scene = scene;
  }

  static List<ScreeningFact> of(Scene scene) {
    DuplicateFacts make = new DuplicateFacts(scene);
    List<ScreeningFact> facts = new ArrayList<>();
    scene.running().forEach(each -> facts.addAll(make.ingredient(each)));
    facts.addAll(new ClassDuplicates(scene).facts());
    return facts;
  }

  /** The hazard of too much of one ingredient: dose and duplicate are one problem. */
  static String hazard(String ingredient) {
    return ingredient + "-dose";
  }

  /** Whether an order still counts when the one that follows it has begun. */
  static boolean goesOn(ReadOrder order, double graceHours, Scene scene) {
    Duration grace = Duration.ofMinutes(Math.round(graceHours * 60));
    boolean ends = order.end().map(end -> !end.isAfter(scene.at().plus(grace))).orElse(false);
    return !ends && order.order().timing().kind() != Timing.Kind.ONCE;
  }

  private List<DuplicateFact> ingredient(DrugCourse course) {
    Map<ListKind, List<ReadOrder>> lists = new LinkedHashMap<>();
    course
        .orders()
        .forEach(
            each -> lists.computeIfAbsent(each.order().list(), k -> new ArrayList<>()).add(each));
    List<DuplicateFact> facts = new ArrayList<>();
    lists.values().stream()
        .filter(each -> each.size() > 1)
        .forEach(each -> facts.add(fact(course, each, true)));
    if (facts.isEmpty() && course.orders().size() > 1) {
      facts.add(fact(course, course.orders(), false));
    }
    return facts;
  }

  private DuplicateFact fact(DrugCourse course, List<ReadOrder> orders, boolean sameList) {
    String ingredient = course.ingredient();
    Optional<DuplicateClass> row = scene.knowledge().limits().findDuplicates(ingredient);
    double grace = row.map(DuplicateClass::graceHours).orElse(SWITCH_HOURS);
    List<ReadOrder> counted =
        orders.stream()
            .filter(each -> goesOn(each, grace, scene))
            .filter(each -> systemic(ingredient, each))
            .toList();
    Optional<ReadOrder> hiding =
        counted.size() > 1
            ? counted.stream().filter(ReadOrder::combination).findFirst()
            : Optional.empty();
    boolean intended = hiding.isEmpty() && meant(counted, row.map(DuplicateClass::most).orElse(1));
    return new DuplicateFact(
        scene.name(ingredient),
        sameList,
        orders.size(),
        intended,
        hiding.isPresent(),
        hiding.map(DuplicateFacts::product).orElse(""),
        course.reach(),
        grounds(course, orders, row));
  }

  private boolean systemic(String ingredient, ReadOrder order) {
    boolean local =
        List.of(
                RouteGroup.TOPICAL,
                RouteGroup.OPHTHALMIC,
                RouteGroup.OTIC,
                RouteGroup.NASAL,
                RouteGroup.INHALED,
                RouteGroup.VAGINAL)
            .contains(order.route());
    return !local && Courses.reach(scene.knowledge(), ingredient, order) == Reach.SYSTEMIC;
  }

  /**
   * Whether no more regular orders run than are meant, and by one route no more than one as needed.
   */
  private static boolean meant(List<ReadOrder> counted, int most) {
    Map<RouteGroup, Integer> needed = new LinkedHashMap<>();
    int regular = 0;
    for (ReadOrder each : counted) {
      if (each.order().timing().kind() == Timing.Kind.AS_NEEDED) {
        needed.merge(each.route(), 1, Integer::sum);
      } else {
        regular++;
      }
    }
    return regular <= most && needed.values().stream().allMatch(each -> each <= most);
  }

  /** The product as it was written, as far as it is shown. */
  private static String product(ReadOrder order) {
    return order.order().drug().stream()
        .map(Coding::text)
        .filter(each -> !each.isBlank())
        .max(Comparator.comparingInt(String::length))
        .map(each -> each.length() > SHOWN ? each.substring(0, SHOWN) : each)
        .orElse("a product of several ingredients");
  }

  private Grounds grounds(DrugCourse course, List<ReadOrder> orders, Optional<DuplicateClass> row) {
    String name = scene.name(course.ingredient());
    List<Evidence> evidence =
        row.map(each -> List.of(Wording.evidence(each.provenance()))).orElse(List.of());
    return new Grounds(
        ModelledDrug.isModelled(course.ingredient())
            ? course.ingredient() + "-effect"
            : hazard(course.ingredient()),
        List.of(course.ingredient()),
        orders.stream().map(each -> each.order().orderId()).toList(),
        row.map(DuplicateClass::severity).orElse(Severity.MODERATE),
        Wording.orders(scene, course),
        row.map(each -> Wording.advice(each.advice(), name))
            .orElse(
                Advice.of(
                    "Confirm today which order of " + name + " is to go on, and stop the other.")),
        evidence,
        false,
        Optional.empty());
  }
}
