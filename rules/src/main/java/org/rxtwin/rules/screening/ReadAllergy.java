package org.rxtwin.rules.screening;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.AllergenKind;
import org.rxtwin.chart.AllergyState;
import org.rxtwin.chart.Coding;
import org.rxtwin.knowledge.AllergyGroup;
import org.rxtwin.knowledge.AllergyTable;
import org.rxtwin.knowledge.OtherAllergen;
import org.rxtwin.rules.screening.fact.Match;

/**
 * A recorded allergy with what its words mean. A family is certain by its name; a word that is
 * known to be no drug is not taken for a name that resembles it.
 *
 * @param state the allergy
 * @param culprits the drug it names, or every plausible candidate (rule 12)
 * @param family the family of drugs it names
 * @param other what it names that is no drug
 * @param doubt why no certain drug or family is read from it
 */
record ReadAllergy(
    AllergyState state,
    List<String> culprits,
    Optional<AllergyGroup> family,
    Optional<OtherAllergen> other,
    Optional<Match> doubt) {
  private static final int SHOWN = 40;

  ReadAllergy {
    culprits = List.copyOf(culprits);
  }

  static ReadAllergy of(AllergyState state, OrderReading reading, AllergyTable table) {
    List<Coding> substance = state.allergy().substance();
    OrderReading.Reading read = reading.read(substance);
    Optional<AllergyGroup> family =
        substance.stream().flatMap(each -> table.findByText(each.text()).stream()).findFirst();
    Optional<OtherAllergen> other =
        substance.stream()
            .flatMap(each -> table.findOther(each.text()).stream())
            .filter(each -> each.provenance().confirmed())
            .findFirst();
    boolean noDrug = other.isPresent() && family.isEmpty() && !named(read);
    return new ReadAllergy(
        state,
        noDrug ? List.of() : read.ingredients(),
        family,
        noDrug ? other : Optional.empty(),
        family.isPresent() ? Optional.empty() : read.doubt());
  }

  /** Whether a code or an equal name says which drug, or two of them contradict. */
  private static boolean named(OrderReading.Reading read) {
    return read.doubt().isEmpty() || read.doubt().get() == Match.CONFLICT;
  }

  /** Food and surroundings, as the sender says. */
  boolean saidToBeNoDrug() {
    return state
        .allergy()
        .kind()
        .map(each -> each == AllergenKind.FOOD || each == AllergenKind.ENVIRONMENT)
        .orElse(false);
  }

  /** The allergen as it was written, as far as it is shown. */
  String words() {
    return state.allergy().substance().stream()
        .map(each -> each.text().isBlank() ? each.code() : each.text())
        .filter(each -> !each.isBlank())
        .findFirst()
        .map(each -> each.length() > SHOWN ? each.substring(0, SHOWN) : each)
        .orElse("a substance");
  }
}
