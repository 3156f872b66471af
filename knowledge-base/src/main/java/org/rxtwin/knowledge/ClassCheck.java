package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Classes that hold no drug or include themselves, and interactions that reach no pair. */
final class ClassCheck {
  private ClassCheck() {}

  static void emptyOrCircular(LocatedTables tables, List<KnowledgeProblem> problems) {
    List<DrugClass> classes = tables.plain().list(Subject.DRUG_CLASSES);
    Lookup<DrugClass> byId = Lookup.by(classes, DrugClass::id);
    Formulary drugs = new Formulary(tables.plain());
    for (DrugClass one : classes) {
      Place place = tables.place(Subject.DRUG_CLASSES, one.key());
      if (drugs.listMembers(one.id()).isEmpty()) {
        problems.add(
            KnowledgeProblem.refused(place, "members", "a class that expands to a drug", one.id()));
      }
      if (reaches(one, one.id(), byId, new LinkedHashSet<>())) {
        problems.add(
            KnowledgeProblem.refused(
                place, "includes", "classes that do not include this one", one.id()));
      }
    }
    pairless(tables, drugs, problems);
  }

  private static boolean reaches(
      DrugClass from, String target, Lookup<DrugClass> byId, Set<String> visited) {
    for (String inner : from.includes()) {
      if (inner.equals(target)) {
        return true;
      }
      if (visited.add(inner)
          && byId.find(inner).stream().anyMatch(c -> reaches(c, target, byId, visited))) {
        return true;
      }
    }
    return false;
  }

  private static void pairless(
      LocatedTables tables, Formulary drugs, List<KnowledgeProblem> problems) {
    for (Interaction row : tables.plain().list(Subject.INTERACTIONS)) {
      List<String> all = new ArrayList<>(drugs.listIngredientsOf(row.sideA()));
      all.addAll(drugs.listIngredientsOf(row.sideB()));
      if (all.stream().distinct().count() < 2) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.INTERACTIONS, row.key()),
                "side_a/side_b",
                "sides that expand to at least one pair of drugs",
                row.sideA() + " and " + row.sideB()));
      }
    }
  }
}
