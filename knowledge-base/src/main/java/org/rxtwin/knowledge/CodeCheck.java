package org.rxtwin.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Codes and names that would name two drugs at once. */
final class CodeCheck {
  private CodeCheck() {}

  static void conflicts(LocatedTables tables, List<KnowledgeProblem> problems) {
    Map<String, String> byRxcui = new TreeMap<>();
    Map<String, String> byName = new TreeMap<>();
    for (Ingredient one : tables.plain().list(Subject.INGREDIENTS)) {
      Place place = tables.place(Subject.INGREDIENTS, one.key());
      one.rxcui().ifPresent(c -> taken(place, "rxcui", byRxcui, c, one.id(), problems));
      taken(place, "name", byName, DrugText.normal(one.name()), one.id(), problems);
    }
    for (DrugCode code : tables.plain().list(Subject.DRUG_CODES)) {
      String owner = byRxcui.get(code.code());
      if (code.system() == DrugCode.CodeSystem.RXNORM
          && owner != null
          && !code.ingredients().equals(List.of(owner))) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.DRUG_CODES, code.key()),
                "ingredients",
                owner + ", whose rxcui this is in ingredients.csv",
                String.join(";", code.ingredients())));
      }
    }
    names(tables, byName, problems);
  }

  private static void taken(
      Place place,
      String column,
      Map<String, String> owners,
      String value,
      String id,
      List<KnowledgeProblem> problems) {
    String owner = owners.putIfAbsent(value, id);
    if (owner != null) {
      problems.add(
          KnowledgeProblem.refused(
              place, column, "a " + column + " that " + owner + " has not taken", value));
    }
  }

  private static void names(
      LocatedTables tables, Map<String, String> byName, List<KnowledgeProblem> problems) {
    for (DrugName name : tables.plain().list(Subject.DRUG_NAMES)) {
      String owner = byName.get(name.key());
      if (owner != null && !name.ingredients().equals(List.of(owner))) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.DRUG_NAMES, name.key()),
                "ingredients",
                owner + ", whose own name this is",
                String.join(";", name.ingredients())));
      }
    }
  }
}
