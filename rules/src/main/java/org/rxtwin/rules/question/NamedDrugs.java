package org.rxtwin.rules.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.DrugName;
import org.rxtwin.knowledge.Formulary;

/** Reads an order's drug by exact code or exact name only. */
public final class NamedDrugs implements OrderedDrugs {
  private final Formulary drugs;

  /** Names and codes from this formulary. */
  public NamedDrugs(Formulary drugs) {
    this.drugs = drugs;
  }

  @Override
  public List<String> certain(MedicationOrder order) {
    List<List<String>> told = new ArrayList<>();
    for (Coding coding : order.drug()) {
      byCode(coding).ifPresent(told::add);
      byName(coding).ifPresent(told::add);
    }
    List<List<String>> different = told.stream().distinct().toList();
    return different.size() == 1 ? different.get(0) : List.of();
  }

  private Optional<List<String>> byCode(Coding coding) {
    for (CodeSystem system : CodeSystem.values()) {
      if (system.name().equals(coding.system()) && !coding.code().isEmpty()) {
        return drugs
            .findCode(system, coding.code())
            .map(row -> sorted(row.ingredients()))
            .or(() -> byRxcui(system, coding.code()));
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> byRxcui(CodeSystem system, String code) {
    return system == CodeSystem.RXNORM
        ? drugs.findIngredientByRxcui(code).map(drug -> List.of(drug.id()))
        : Optional.empty();
  }

  private Optional<List<String>> byName(Coding coding) {
    return drugs
        .findName(coding.text())
        .filter(name -> name.kind() != DrugName.Kind.MISSPELLING)
        .map(name -> sorted(name.ingredients()));
  }

  private static List<String> sorted(List<String> ingredients) {
    return ingredients.stream().sorted().distinct().toList();
  }
}
