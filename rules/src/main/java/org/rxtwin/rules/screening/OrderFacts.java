package org.rxtwin.rules.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Infusion;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.rules.screening.fact.ActiveDrug;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.Match;
import org.rxtwin.rules.screening.fact.Phase;
import org.rxtwin.rules.screening.fact.Reach;
import org.rxtwin.rules.screening.fact.ScreeningFact;
import org.rxtwin.rules.screening.fact.UnreadDose;
import org.rxtwin.rules.screening.fact.UnresolvedDrug;

/** Facts about the orders themselves: what runs, and what could not be read. */
final class OrderFacts {
  private final Scene scene;

  private OrderFacts(Scene scene) {
    this.scene = scene;
  }

  static List<ScreeningFact> of(Scene scene) {
    OrderFacts make = new OrderFacts(scene);
    List<ScreeningFact> facts = new ArrayList<>();
    for (DrugCourse course : scene.running()) {
      course.orders().forEach(each -> facts.add(make.active(course, each)));
    }
    for (ReadOrder each : scene.orders()) {
      if (each.runsAt(scene.at())) {
        each.doubt()
            .filter(doubt -> each.requested().isEmpty())
            .ifPresent(doubt -> facts.add(make.unresolved(each, doubt)));
        if (each.doubt().isEmpty() && unread(each)) {
          facts.add(make.unreadDose(each));
        }
      }
    }
    facts.addAll(EncodingFacts.of(scene));
    return facts;
  }

  /** A running infusion of which the rate is told needs no dose. */
  private static boolean unread(ReadOrder each) {
    boolean rated = each.order().infusion().flatMap(Infusion::perHour).isPresent();
    return !each.order().problems().isEmpty() || (each.order().dose().isEmpty() && !rated);
  }

  private ActiveDrug active(DrugCourse course, ReadOrder order) {
    Optional<Double> daily = DailyDose.milligrams(order, course.ingredient());
    return new ActiveDrug(
        course.ingredient(),
        order.order().orderId(),
        Phase.RUNNING,
        course.reach(),
        order.order().list(),
        scene.days(course.since(), scene.at()),
        daily.isPresent(),
        daily.orElse(Double.NaN),
        order.doubt().isEmpty(),
        new Grounds(
            "order",
            List.of(course.ingredient()),
            List.of(order.order().orderId()),
            Severity.MINOR,
            Wording.orders(scene, course),
            Advice.of("Read the order of " + scene.name(course.ingredient()) + " again today."),
            List.of(),
            false,
            Optional.empty()));
  }

  private UnresolvedDrug unresolved(ReadOrder order, Match doubt) {
    String tag = Integer.toHexString(order.order().orderId().hashCode());
    String names = Wording.names(scene, order.ingredients());
    String screened =
        order.ingredients().isEmpty()
            ? "nothing could be screened for it"
            : "it was screened as " + names;
    return new UnresolvedDrug(
        order.order().orderId(),
        doubt,
        order.ingredients().size(),
        order.ingredients().isEmpty()
            ? "an order names a drug that is not known; " + screened
            : "an order names a drug that is not certain; " + screened,
        new Grounds(
            "unresolved-drug-" + tag,
            order.ingredients(),
            List.of(order.order().orderId()),
            Severity.MODERATE,
            List.of(
                new Reason(
                    "order",
                    "the drug of this order is " + doubt(doubt) + "; " + screened,
                    "",
                    "",
                    Optional.of(order.started()),
                    order.state().messageId())),
            Advice.of(
                "Ask the prescriber within 4 hours which drug is meant and send the order again"
                    + " with its code; "
                    + screened),
            List.of(),
            false,
            Optional.empty()));
  }

  private static String doubt(Match doubt) {
    return switch (doubt) {
      case NONE -> "not known";
      case FUZZY -> "only like a known name";
      case AMBIGUOUS -> "one of several";
      case CONFLICT -> "told differently by code and words";
    };
  }

  private UnreadDose unreadDose(ReadOrder order) {
    String names = Wording.names(scene, order.ingredients());
    List<Reason> reasons = new ArrayList<>();
    for (ReadProblem each : order.order().problems()) {
      reasons.add(Reason.of("unread", each.segment() + " " + each.field() + ": " + each.reason()));
    }
    Reach reach =
        scene.drugs().stream()
            .filter(each -> order.ingredients().contains(each.ingredient()))
            .map(DrugCourse::reach)
            .min(java.util.Comparator.naturalOrder())
            .orElse(Reach.SYSTEMIC);
    return new UnreadDose(
        names,
        order.order().orderId(),
        order.order().isDosed() ? "end, route or another part" : "dose",
        order.order().problems().size(),
        reach,
        new Grounds(
            "unread-dose",
            order.ingredients(),
            List.of(order.order().orderId()),
            Severity.MODERATE,
            reasons,
            Advice.of(
                order.order().isDosed()
                    ? "Read the order of "
                        + names
                        + " within 12 hours as it was sent and have its unread part sent again;"
                        + " drug, dose and interval were read and screened"
                    : "Ask the prescriber within 4 hours for dose and interval of "
                        + names
                        + "; what needs no dose was screened, dose limits were not"),
            List.of(),
            false,
            Optional.empty()));
  }
}
