package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.OpioidFactor;
import org.rxtwin.knowledge.RouteGroup;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.rules.screening.fact.Uncounted;

/**
 * One opioid order in milligrams of oral morphine a day.
 *
 * @param order the order
 * @param ingredient which of its ingredients
 * @param factor the row that speaks for it
 * @param mme most in a day, where it could be calculated
 * @param why why it could not
 */
record MorphineEquivalent(
    ReadOrder order,
    String ingredient,
    Optional<OpioidFactor> factor,
    Optional<Double> mme,
    Optional<Uncounted> why) {
  private static final double MCG_PER_MG = 1000;

  /** {@code 25 mcg/hr} in the name of a patch, {@code 0.025 mg/hr} in RxNorm's. */
  private static final Pattern RATE =
      Pattern.compile(
          "([0-9]+(?:\\.[0-9]+)?)\\s*(mg|mcg|ug|microgram[s]?)\\s*(?:/|per)\\s*(?:h|hr|hour)\\b");

  /** Words of a patch where the route is missing, or "topical". */
  private static final Pattern PATCH = Pattern.compile("\\b(?:patch(?:es)?|transdermal)\\b");

  private static final Pattern PUMPED =
      Pattern.compile("\\b(?:infusion|drip|pump|continuous|pca)\\b");
  private static final Pattern SWALLOWED =
      Pattern.compile("\\b(?:tab|tabs|tablets?|cap|caps|capsules?|oral|syrup|tbso|tber)\\b");

  static MorphineEquivalent of(Scene scene, ReadOrder order, String ingredient) {
    RouteGroup route = route(order);
    Optional<OpioidFactor> factor =
        scene.knowledge().opioids().find(ingredient, route, words(order));
    if (factor.isEmpty() || factor.get().basis() == OpioidFactor.Basis.NOT_COUNTED) {
      return without(order, ingredient, factor, Uncounted.FACTOR);
    }
    double by = factor.get().factor().orElseThrow();
    Optional<Double> amount =
        factor.get().basis() == OpioidFactor.Basis.MCG_PER_HOUR
            ? microgramsPerHour(order)
            : DailyDose.milligrams(order, ingredient);
    if (amount.isPresent()) {
      return new MorphineEquivalent(
          order, ingredient, factor, amount.map(each -> each * by), Optional.empty());
    }
    return without(order, ingredient, factor, lacks(order));
  }

  /** A patch is none for the skin below it; where no route came the form may tell it. */
  private static RouteGroup route(ReadOrder order) {
    RouteGroup route = order.route();
    String words = words(order).toLowerCase(Locale.ROOT);
    boolean open = route == RouteGroup.ANY || route == RouteGroup.TOPICAL;
    boolean patch = PATCH.matcher(words).find() || RATE.matcher(words).find();
    if (open && patch && !PUMPED.matcher(words).find()) {
      return RouteGroup.TRANSDERMAL;
    }
    return route == RouteGroup.ANY && SWALLOWED.matcher(words).find() ? RouteGroup.ORAL : route;
  }

  /** What had to be assumed of the order, where anything had. */
  String assumed() {
    String drug = order.doubt().isEmpty() ? "" : "; its drug is not certain";
    boolean open = order.route() == RouteGroup.ANY;
    String by = factor.map(row -> row.route().name().toLowerCase(Locale.ROOT)).orElse("");
    return drug + (open ? "; its route is not known, taken for " + by : "");
  }

  /** All together, in mg of oral morphine a day. */
  static double sum(List<MorphineEquivalent> some) {
    return some.stream().mapToDouble(each -> each.mme().orElse(0.0)).sum();
  }

  /** What of them runs at one time in the list that counts most. */
  static List<MorphineEquivalent> fullestList(List<MorphineEquivalent> some) {
    return Overlap.fullestList(some, MorphineEquivalent::order, each -> each.mme().orElse(0.0));
  }

  private static MorphineEquivalent without(
      ReadOrder order, String ingredient, Optional<OpioidFactor> factor, Uncounted why) {
    return new MorphineEquivalent(order, ingredient, factor, Optional.empty(), Optional.of(why));
  }

  private static Uncounted lacks(ReadOrder order) {
    if (order.order().dose().isEmpty() && order.order().doseMax().isEmpty()) {
      return Uncounted.DOSE;
    }
    return order.order().timing().mostPerDay().isEmpty() ? Uncounted.INTERVAL : Uncounted.AMOUNT;
  }

  /** All words of an order in which a form or a way of giving may stand. */
  static String words(ReadOrder order) {
    return Stream.concat(
            order.order().drug().stream().map(Coding::text),
            Stream.of(
                order.order().form(), order.order().route(), order.order().timing().original()))
        .collect(Collectors.joining(" "));
  }

  /** Whether its label allows it only to those who are used to opioids. */
  boolean forTolerantOnly() {
    return factor.filter(row -> row.tolerantFromMme().isPresent()).isPresent();
  }

  /** Given only as needed, or once: what is written is a ceiling. */
  boolean ceiling() {
    Timing.Kind kind = order.order().timing().kind();
    return kind == Timing.Kind.AS_NEEDED || kind == Timing.Kind.ONCE;
  }

  /**
   * A patch: by the rate in its name, else a dose in micrograms, which people write for the rate.
   */
  private static Optional<Double> microgramsPerHour(ReadOrder order) {
    Optional<Dose> dose = order.order().doseMax().or(() -> order.order().dose());
    Matcher named = RATE.matcher(words(order).toLowerCase(Locale.ROOT));
    if (named.find()) {
      double patches =
          dose.filter(each -> each.unit() == DoseUnit.PIECE).map(Dose::amount).orElse(1.0);
      double by = named.group(2).equals("mg") ? MCG_PER_MG : 1;
      return Optional.of(Double.parseDouble(named.group(1)) * by * patches);
    }
    return dose.filter(each -> each.unit() == DoseUnit.MG).map(each -> each.amount() * MCG_PER_MG);
  }
}
