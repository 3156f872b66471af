package org.rxtwin.rules.question;

import java.util.List;
import org.rxtwin.chart.Coding;
import org.rxtwin.knowledge.DrugCode.CodeSystem;
import org.rxtwin.knowledge.search.DrugMatch;
import org.rxtwin.knowledge.search.DrugResolution;
import org.rxtwin.knowledge.search.DrugResolver;

/** Reads a drug where its codes and words leave no question. */
public final class NamedDrugs implements OrderedDrugs {
  private final DrugResolver resolver;

  /** Names and codes as this resolver reads them. */
  public NamedDrugs(DrugResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public List<String> certain(List<Coding> drug) {
    List<DrugResolution> read =
        drug.stream().map(this::resolve).filter(each -> each.match() != DrugMatch.NONE).toList();
    List<List<String>> told =
        read.stream()
            .filter(each -> each.match().certain())
            .map(DrugResolution::ingredients)
            .distinct()
            .toList();
    if (told.size() != 1 || read.stream().anyMatch(DrugResolution::codeContradictsText)) {
      return List.of();
    }
    List<String> product = told.get(0);
    boolean contradicted =
        read.stream().anyMatch(each -> !each.listToScreen().containsAll(product));
    return contradicted ? List.of() : product;
  }

  private DrugResolution resolve(Coding coding) {
    for (CodeSystem system : CodeSystem.values()) {
      if (system.name().equals(coding.system())) {
        return resolver.resolve(coding.text(), coding.code(), system);
      }
    }
    return resolver.resolve(coding.text());
  }
}
