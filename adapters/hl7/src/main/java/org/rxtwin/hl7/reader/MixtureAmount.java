package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/**
 * The amount that an order tells for the whole of a mixture: one bag, a volume, or what one of the
 * drugs in it weighs.
 *
 * @param at where it stands
 * @param told what could be read of it
 * @param mixture what RXC tells
 */
record MixtureAmount(DoseFields at, Optional<Told> told, Mixture mixture) {
  static final String EXPECTED = "expected the amount or volume of the mixture that RXC tells";
  private static final double CLOSE = 0.01;

  /** Whether it is that of one mixture, or of that part of it. */
  boolean agreesWith(Component part) {
    String written = at.segment().text(at.least());
    return told.map(each -> agrees(each, part)).orElse(written.isEmpty() || written.equals("1"));
  }

  /** Whether it is that of one mixture, or of any drug in it. A rate is no amount. */
  boolean agreesWithAny() {
    boolean nobodyTells = mixture.all().stream().allMatch(each -> each.dose().least().isEmpty());
    return nobodyTells
        || told.filter(Told::perHour).isPresent()
        || mixture.all().stream()
            .filter(each -> each.dose().least().isPresent())
            .anyMatch(this::agreesWith);
  }

  private boolean agrees(Told amount, Component part) {
    Optional<Double> only = amount.only().map(each -> each * amount.measure().factor());
    DoseUnit unit = amount.measure().unit();
    Dose dose = part.dose().least().orElseThrow();
    return switch (unit) {
      case PIECE -> only.filter(each -> each == 1).isPresent();
      case ML -> only.filter(this::isVolume).isPresent();
      default -> unit == dose.unit() && only.filter(each -> close(each, dose.amount())).isPresent();
    };
  }

  /** That of the whole or of a part; where that of the whole is not told, more than the parts'. */
  private boolean isVolume(double millilitres) {
    boolean whole =
        mixture
            .millilitres()
            .map(each -> close(millilitres, each))
            .orElse(millilitres > mixture.millilitresTold());
    return whole || mixture.all().stream().anyMatch(each -> close(millilitres, each.millilitres()));
  }

  private static boolean close(double one, double other) {
    return Math.abs(one - other) <= CLOSE * Math.max(one, other);
  }
}
