package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rxtwin.knowledge.QtRisk;
import org.rxtwin.knowledge.RouteGroup;

/** The drugs of a chart that lengthen QT, running or not yet washed out. */
final class QtDrugs {
  private final Scene scene;

  QtDrugs(Scene scene) {
    this.scene = scene;
  }

  /**
   * A drug that counts.
   *
   * @param risk the worst row that speaks for one of its orders
   */
  record Counted(DrugCourse course, QtRisk risk) {
    boolean known() {
      return risk.category() == QtRisk.Category.KNOWN;
    }

    boolean conditional() {
      return risk.category() == QtRisk.Category.CONDITIONAL;
    }

    String name(Scene scene) {
      String name = scene.name(course.ingredient());
      return risk.route() == RouteGroup.INTRAVENOUS ? name + " IV" : name;
    }
  }

  /**
   * All of them by name; of the candidates of one doubtful order only the worst.
   *
   * @param conditional whether those count that only harm where something else is wrong
   */
  List<Counted> list(boolean conditional) {
    List<Counted> all = new ArrayList<>();
    for (DrugCourse course : scene.drugs()) {
      if (course.systemic()) {
        worst(course)
            .filter(each -> lasts(course, each))
            .map(each -> new Counted(course, each))
            .filter(each -> conditional || !each.conditional())
            .ifPresent(all::add);
      }
    }
    return all.stream().filter(each -> each.course().certain() || isWorst(each, all)).toList();
  }

  private static boolean isWorst(Counted one, List<Counted> all) {
    return all.stream()
        .filter(each -> each.course().orderIds().equals(one.course().orderIds()))
        .min(
            Comparator.comparing((Counted each) -> each.risk().category())
                .thenComparing(each -> each.course().ingredient()))
        .filter(one::equals)
        .isPresent();
  }

  private boolean lasts(DrugCourse course, QtRisk risk) {
    return course.running()
        || course
            .ended()
            .map(end -> scene.days(end, scene.at()) < risk.washoutDays())
            .orElse(false);
  }

  private Optional<QtRisk> worst(DrugCourse course) {
    return course.orders().stream()
        .flatMap(each -> risk(course.ingredient(), each).stream())
        .min(Comparator.comparing(QtRisk::category).thenComparing(QtRisk::id));
  }

  private Optional<QtRisk> risk(String ingredient, ReadOrder order) {
    OptionalDouble daily =
        DailyDose.milligrams(order, ingredient)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty);
    return scene.knowledge().qt().find(ingredient, order.route(), daily);
  }

  /** When the first of some drugs began. */
  static Instant began(List<Counted> drugs) {
    return drugs.stream()
        .map(each -> each.course().since())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
