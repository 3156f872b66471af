package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.DispenseState;
import org.rxtwin.chart.Reason;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.rules.screening.fact.Reach;

/**
 * Whether a drug was taken after a reaction without a new one: given at least twice, or supplied
 * and taken home, after the date of the reaction (rule 11). An order alone shows nothing.
 */
final class Tolerance {
  private static final int TIMES = 2;

  /** An immediate reaction shows itself within hours of the dose. */
  private static final Duration SHOWN = Duration.ofHours(6);

  /** A supply was not taken on the day it left the pharmacy. */
  private static final Duration TAKEN = Duration.ofDays(3);

  private final Scene scene;

  Tolerance(Scene scene) {
    this.scene = scene;
  }

  /** What shows it; empty where nothing does. */
  Optional<Reason> since(Instant reaction, String ingredient) {
    List<Instant> given = given(reaction, ingredient);
    boolean shown = given.size() >= TIMES && !given.get(0).plus(SHOWN).isAfter(scene.at());
    if (shown) {
      return Optional.of(
          Reason.of(
              "administration",
              scene.name(ingredient)
                  + " was given "
                  + given.size()
                  + " times since, and no new reaction is recorded"));
    }
    return supplied(reaction, ingredient)
        ? Optional.of(
            Reason.of(
                "dispense",
                scene.name(ingredient) + " was dispensed since, and no new reaction is recorded"))
        : Optional.empty();
  }

  private List<Instant> given(Instant reaction, String ingredient) {
    List<Instant> times = new ArrayList<>();
    scene.given().stream()
        .filter(each -> each.reached() && scene.gave(each, ingredient))
        .filter(each -> systemic(ingredient, each.orderId(), each.route()))
        .map(each -> each.start().instant())
        .filter(each -> each.isAfter(reaction) && !each.isAfter(scene.at()))
        .sorted()
        .forEach(times::add);
    return times;
  }

  /**
   * Drops into an eye show nothing for an infusion: only doses that reach the circulation count.
   */
  private boolean systemic(String ingredient, String orderId, String route) {
    Optional<ReadOrder> order =
        scene.orders().stream().filter(each -> each.order().orderId().equals(orderId)).findFirst();
    RouteGroup by =
        RouteGroup.find(route).or(() -> order.map(ReadOrder::route)).orElse(RouteGroup.ANY);
    String form = order.map(each -> each.order().form()).orElse("");
    return scene
        .knowledge()
        .drugs()
        .reach(ingredient, by, form)
        .name()
        .equals(Reach.SYSTEMIC.name());
  }

  private boolean supplied(Instant reaction, String ingredient) {
    return scene.chart().dispenses().stream()
        .map(DispenseState::dispense)
        .filter(each -> !each.isReleaseToWard())
        .filter(each -> scene.supplied(each, ingredient))
        .filter(each -> systemic(ingredient, each.orderId(), ""))
        .map(each -> each.at().instant())
        .anyMatch(each -> each.isAfter(reaction) && !each.plus(TAKEN).isAfter(scene.at()));
  }
}
