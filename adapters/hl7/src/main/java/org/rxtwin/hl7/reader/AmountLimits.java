package org.rxtwin.hl7.reader;

import java.util.Map;
import org.rxtwin.hl7.value.DoseUnits.Measure;
import org.rxtwin.quantity.DoseUnit;

/** How much can be given at once. */
final class AmountLimits {
  /** Amounts beyond any that is given at once: a code or a count stands in the amount's place. */
  private static final Map<DoseUnit, Double> MOST =
      Map.of(
          DoseUnit.MG, 500_000.0,
          DoseUnit.ML, 20_000.0,
          DoseUnit.UNIT, 1e8,
          DoseUnit.MMOL, 10_000.0,
          DoseUnit.MEQ, 10_000.0,
          DoseUnit.PIECE, 1_000.0);

  /** A tenth of them is still given now and then. */
  private static final double SELDOM = 0.1;

  private static final double THOUSAND = 1000;

  private AmountLimits() {}

  /** Whether an amount is more than can be given at once. */
  static boolean exceeds(double largest, Measure measure) {
    return largest > MOST.getOrDefault(measure.unit(), 0.0);
  }

  /** Whether a thousand times as much can be given too: a point may part thousands. */
  static boolean mayBeThousands(double largest, Measure measure) {
    return !exceeds(largest * THOUSAND / SELDOM, measure);
  }
}
