package org.rxtwin.app.command;

import java.util.List;
import java.util.stream.Collectors;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.search.DrugCandidate;
import org.rxtwin.knowledge.search.DrugResolution;
import org.rxtwin.knowledge.search.DrugResolver;

/** Drugs as people and tables name them. */
final class DrugWords {
  private final Knowledge knowledge;
  private final DrugResolver resolver;

  DrugWords(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.resolver = DrugResolver.over(knowledge);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  DrugResolver resolver() {
    return resolver;
  }

  String names(List<String> ingredients) {
    return ingredients.stream()
        .map(i -> knowledge.drugs().getIngredient(i).name())
        .collect(Collectors.joining(";"));
  }

  String rxcuis(List<String> ingredients) {
    return ingredients.stream()
        .map(i -> knowledge.drugs().getIngredient(i).rxcui().orElse(""))
        .collect(Collectors.joining(";"));
  }

  String candidates(DrugResolution resolution) {
    return resolution.candidates().stream()
        .map(DrugCandidate::ingredients)
        .map(this::names)
        .distinct()
        .collect(Collectors.joining("|"));
  }

  /** The ingredients of a drug that must be certain. */
  List<String> certain(String column, String text) {
    DrugResolution resolution = resolver.resolve(text);
    if (resolution.match().certain()) {
      return resolution.ingredients();
    }
    throw new RowProblem(column + ": " + doubt(text, resolution));
  }

  /** Why a text is no answer. */
  String doubt(String text, DrugResolution resolution) {
    String candidates = candidates(resolution).replace("|", " or ");
    return candidates.isEmpty()
        ? "no drug is known by " + text
        : text + " is not certain, it may be " + candidates;
  }
}
