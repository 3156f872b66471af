package org.rxtwin.hl7.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rxtwin.hl7.value.TimingPhrase.Amount;

/**
 * Amounts of one dose that a sentence tells: one, or the same in two units, as {@code 2 tablets
 * (1000 mg)}. Beside several pieces, a mass outside brackets may be what one of them holds.
 */
final class AmountsTold {
  private static final Set<String> MASSES = Set.of("mg", "mcg", "g");

  private final List<Amount> all = new ArrayList<>();

  /**
   * Takes one more.
   *
   * @param joiner what stands before it
   * @return whether it may be the same amount as the one before
   */
  boolean take(Amount amount, String joiner) {
    if (all.contains(amount)) {
      return true;
    }
    boolean fits = all.isEmpty() || (all.size() == 1 && sameAs(all.get(0), amount, joiner));
    all.add(amount);
    return fits;
  }

  private static boolean sameAs(Amount first, Amount second, String joiner) {
    char one = kind(first);
    char other = kind(second);
    if (one == other) {
      return false;
    }
    boolean onePiece = (one == 'P' && single(first)) || (other == 'P' && single(second));
    boolean volume = one == 'V' || other == 'V';
    return onePiece || (joiner.equals("(") && (one == 'P' || volume));
  }

  private static boolean single(Amount amount) {
    return amount.least() == 1 && amount.most() == 1;
  }

  /** Mass, volume, units or pieces. */
  private static char kind(Amount amount) {
    if (MASSES.contains(amount.unit())) {
      return 'M';
    }
    return switch (amount.unit()) {
      case "ml" -> 'V';
      case "unit" -> 'U';
      default -> 'P';
    };
  }

  List<Amount> all() {
    return List.copyOf(all);
  }
}
