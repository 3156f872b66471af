package org.rxtwin.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Allele functions and function pairs speak the same words. */
final class GeneCheck {
  private GeneCheck() {}

  static void functions(LocatedTables tables, List<KnowledgeProblem> problems) {
    Set<String> used = new TreeSet<>();
    for (Allele allele : tables.plain().list(Subject.ALLELES)) {
      used.add(allele.gene() + "|" + allele.function());
      if (ActivityScore.scored(allele.gene())
          && allele.activityValue().isEmpty()
          && !allele.function().matches("(Uncertain|Unknown) function")) {
        problems.add(
            KnowledgeProblem.refused(
                tables.place(Subject.ALLELES, allele.key()),
                "activity_value",
                "a value, because " + allele.gene() + " is scored",
                allele.function()));
      }
    }
    for (PhenotypePair pair : tables.plain().list(Subject.PHENOTYPE_PAIRS)) {
      for (String function : List.of(pair.functionOne(), pair.functionTwo())) {
        if (!function.isEmpty() && !used.contains(pair.gene() + "|" + function)) {
          problems.add(
              KnowledgeProblem.refused(
                  tables.place(Subject.PHENOTYPE_PAIRS, pair.key()),
                  "function_1/function_2",
                  "a function that an allele of " + pair.gene() + " has",
                  function));
        }
      }
    }
  }
}
