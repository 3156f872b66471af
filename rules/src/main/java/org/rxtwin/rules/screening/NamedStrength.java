package org.rxtwin.rules.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * The amount of one drug in a product that names each drug with its strength, as RxNorm does:
 * {@code acetaminophen 325 MG / oxycodone hydrochloride 10 MG Oral Tablet}.
 */
final class NamedStrength {
  private NamedStrength() {}

  /** Most milligrams a day of pieces of such a product. */
  static Optional<Double> daily(Scene scene, ReadOrder order, String ingredient) {
    Optional<Double> pieces =
        order
            .order()
            .doseMax()
            .or(() -> order.order().dose())
            .filter(each -> each.unit() == DoseUnit.PIECE)
            .map(Dose::amount);
    Optional<Double> times =
        order.order().timing().kind() == Timing.Kind.ONCE
            ? Optional.of(1.0)
            : order.order().timing().mostPerDay();
    Optional<Double> strength =
        order.order().drug().stream()
            .flatMap(each -> strength(each.text(), scene.name(ingredient)).stream())
            .findFirst();
    return pieces.flatMap(count -> times.flatMap(often -> strength.map(mg -> count * often * mg)));
  }

  private static Optional<Double> strength(String text, String name) {
    Matcher told =
        Pattern.compile(
                "\\b"
                    + Pattern.quote(DrugText.normal(name))
                    + "[a-z ]{0,24}? ?([0-9]+(?:\\.[0-9]+)?) ?mg\\b")
            .matcher(text.toLowerCase(Locale.ROOT));
    return told.find() ? Optional.of(Double.parseDouble(told.group(1))) : Optional.empty();
  }
}
