package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.quantity.Dose;

/**
 * One drug of a mixture.
 *
 * @param rxc where it stands
 * @param drug all codes and words that name it
 * @param dose how much of it
 * @param millilitres its volume, zero where none is told
 * @param fluid whether it is what the others are mixed into
 * @param troubles what could not be read of it
 */
record Component(
    Fields rxc,
    List<Coding> drug,
    DoseRange dose,
    double millilitres,
    boolean fluid,
    Troubles troubles) {
  /** Whether it is more of one drug, counted alike: of fluids, which differ by strength, never. */
  boolean addsUpWith(Component other) {
    return !fluid
        && !other.fluid
        && Mixture.same(drug, other.drug)
        && single().isPresent()
        && single().map(Dose::unit).equals(other.single().map(Dose::unit));
  }

  /** Both together. */
  Component plus(Component other) {
    double amount = single().orElseThrow().amount() + other.single().orElseThrow().amount();
    Dose sum = new Dose(amount, single().orElseThrow().unit());
    Troubles both = new Troubles();
    both.addAll(troubles);
    both.addAll(other.troubles);
    return new Component(
        rxc,
        drug,
        new DoseRange(Optional.of(sum), Optional.empty()),
        millilitres + other.millilitres,
        false,
        both);
  }

  private Optional<Dose> single() {
    return dose.most().isPresent() ? Optional.empty() : dose.least();
  }

  /** The same drug, its amount not known. */
  Component withoutAmount() {
    return new Component(rxc, drug, DoseRange.UNKNOWN, millilitres, fluid, troubles);
  }
}
