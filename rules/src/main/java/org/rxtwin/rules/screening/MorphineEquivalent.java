package org.rxtwin.rules.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.OpioidFactor;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;
import org.rxtwin.rules.screening.fact.Uncounted;

/**
 * One opioid order in milligrams of oral morphine a day.
 *
 * @param order the order
 * @param ingredient which of its ingredients
 * @param factor the row that speaks for it
 * @param mme most in a day, where it could be reckoned
 * @param why why it could not
 */
record MorphineEquivalent(
    ReadOrder order,
    String ingredient,
    Optional<OpioidFactor> factor,
    Optional<Double> mme,
    Optional<Uncounted> why) {
  private static final double MCG_PER_MG = 1000;

  /** {@code 25 mcg/hr} in the name of a patch. */
  private static final Pattern RATE =
      Pattern.compile(
          "([0-9]+(?:\\.[0-9]+)?)\\s*(?:mcg|ug|microgram[s]?)\\s*(?:/|per)\\s*(?:h|hr|hour)\\b");

  static MorphineEquivalent of(Scene scene, ReadOrder order, String ingredient) {
    Optional<OpioidFactor> factor =
        scene.knowledge().opioids().find(ingredient, order.route(), words(order));
    if (factor.isEmpty() || factor.get().basis() == OpioidFactor.Basis.NOT_COUNTED) {
      return without(order, ingredient, factor, Uncounted.FACTOR);
    }
    double by = factor.get().factor().orElseThrow();
    Optional<Double> amount =
        factor.get().basis() == OpioidFactor.Basis.MCG_PER_HOUR
            ? microgramsPerHour(order)
            : DailyDose.milligrams(order, ingredient)
                .or(() -> NamedStrength.daily(scene, order, ingredient));
    if (amount.isPresent()) {
      return new MorphineEquivalent(
          order, ingredient, factor, amount.map(each -> each * by), Optional.empty());
    }
    return without(order, ingredient, factor, lacks(order));
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
      return Optional.of(Double.parseDouble(named.group(1)) * patches);
    }
    return dose.filter(each -> each.unit() == DoseUnit.MG).map(each -> each.amount() * MCG_PER_MG);
  }
}
