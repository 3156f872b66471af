package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderState;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.rules.screening.fact.Match;

/**
 * An order with the ingredients it is screened as.
 *
 * @param state the order
 * @param ingredients the product's, or every plausible candidate's
 * @param doubt why the drug is not certain
 * @param heldSince since when it is on hold, where it is
 * @param pieceMg milligrams of each ingredient in one piece, as far as the product's name tells
 * @param valences charges of the ions among the ingredients, for doses told in equivalents
 * @param requested ingredients of the drug that was asked for, where the encoding names another
 */
record ReadOrder(
    OrderState state,
    List<String> ingredients,
    Optional<Match> doubt,
    Optional<Instant> heldSince,
    Map<String, Double> pieceMg,
    Map<String, Double> valences,
    List<String> requested) {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  ReadOrder {
    ingredients = List.copyOf(ingredients);
    requested = List.copyOf(requested);
    pieceMg = Collections.unmodifiableMap(new TreeMap<>(pieceMg));
    valences = Collections.unmodifiableMap(new TreeMap<>(valences));
  }

  MedicationOrder order() {
    return state.order();
  }

  /** Ingredients of the drug as the pharmacy encoded it. */
  List<String> encoded() {
    List<String> encoded = new ArrayList<>(ingredients);
    encoded.removeAll(requested);
    return encoded.isEmpty() ? ingredients : encoded;
  }

  RouteGroup route() {
    return RouteGroup.find(order().route()).orElse(RouteGroup.ANY);
  }

  /** Whether doses are due at that time; while the order is on hold none is. */
  boolean runsAt(Instant at) {
    return !at.isBefore(started()) && end().map(at::isBefore).orElse(true);
  }

  /** First dose; an order for later is screened from the moment it is known. */
  Instant started() {
    return state.startedAt().isBefore(state.changedAt()) ? state.startedAt() : state.changedAt();
  }

  /** When doses ceased or will cease: by a stop, a hold, or a day after a single dose. */
  Optional<Instant> end() {
    Optional<Instant> end = endByOrder();
    return heldSince.filter(hold -> end.map(hold::isBefore).orElse(true)).or(() -> end);
  }

  /** Whether it is known that doses cease at that time or before. */
  boolean endsBy(Instant at) {
    return end().map(end -> !end.isAfter(at)).orElse(false);
  }

  private Optional<Instant> endByOrder() {
    boolean once = order().timing().kind() == Timing.Kind.ONCE;
    return state.endedAt().or(() -> once ? Optional.of(onceEnds()) : Optional.empty());
  }

  private Instant onceEnds() {
    return state.startedAt().plus(ONE_DAY);
  }

  /** A product of several ingredients: its dose is not the dose of each. */
  boolean combination() {
    return doubt.isEmpty() && ingredients.size() > 1;
  }
}
