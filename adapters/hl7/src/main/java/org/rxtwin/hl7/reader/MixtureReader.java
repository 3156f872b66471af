package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.quantity.Dose;
import org.rxtwin.quantity.DoseUnit;

/** Reads RXC: what is mixed into what. Each component is screened and dosed as a drug. */
final class MixtureReader {
  private static final int TYPE = 1;
  private static final Set<String> BASE = Set.of("B", "BASE", "D", "DILUENT");

  /** Fluids that only carry the others, by their English names and usual letters. */
  private static final Pattern CARRIER =
      Pattern.compile(
          "(?i).*\\b(?:sodium chloride|nacl|saline|dextrose|glucose|d5w|d10w|ringer|ringers"
              + "|lactated|water|wfi|swfi)\\b.*");

  private final DoseReader doses;
  private final AmountReader amounts;
  private final DrugReader drugs;

  MixtureReader(Reading reading) {
    this.doses = new DoseReader(reading);
    this.amounts = new AmountReader(reading);
    this.drugs = new DrugReader(reading);
  }

  /** The mixture of an order of that drug; {@link Mixture#NONE} where nothing is mixed. */
  Mixture read(OrderPart part, List<Coding> drug, Troubles troubles) {
    List<Component> components = new ArrayList<>();
    for (Fields rxc : part.components()) {
      component(rxc, troubles).ifPresent(components::add);
    }
    return components.isEmpty() ? Mixture.NONE : Mixture.of(drug, summed(components));
  }

  /** Several vials of one drug are one amount of it: all of it is given at once. */
  private static List<Component> summed(List<Component> components) {
    List<Component> summed = new ArrayList<>();
    for (Component each : components) {
      int before = 0;
      while (before < summed.size() && !summed.get(before).addsUpWith(each)) {
        before++;
      }
      if (before < summed.size()) {
        summed.set(before, summed.get(before).plus(each));
      } else {
        summed.add(each);
      }
    }
    return summed;
  }

  private Optional<Component> component(Fields rxc, Troubles troubles) {
    DoseFields at = DoseFields.of(rxc);
    List<Coding> drug = drugs.codings(at);
    if (drug.isEmpty()) {
      troubles.refuse(rxc, at.code(), "expected the drug of a component, came none");
      return Optional.empty();
    }
    Troubles noted = new Troubles();
    DoseRange dose = doses.read(at, noted);
    // a plain fluid that carries the others is no drug whose dose somebody must ask for
    boolean base = BASE.contains(rxc.text(TYPE).toUpperCase(Locale.ROOT));
    boolean carrier = CARRIER.matcher(Codes.words(rxc, at.code())).matches();
    Troubles kept = base && carrier ? new Troubles() : noted;
    return Optional.of(new Component(rxc, drug, dose, millilitres(at), base || carrier, kept));
  }

  /** The volume as told, whatever it holds. */
  private double millilitres(DoseFields at) {
    return amounts
        .read(at, new Troubles())
        .map(Told::range)
        .flatMap(DoseRange::least)
        .filter(each -> each.unit() == DoseUnit.ML)
        .map(Dose::amount)
        .orElse(0.0);
  }
}
