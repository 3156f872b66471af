package org.rxtwin.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A word for something that is no drug must not be the name of one: it would hide an allergy. */
final class AllergenCheck {
  private AllergenCheck() {}

  static void drugsAmongOthers(LocatedTables tables, List<KnowledgeProblem> problems) {
    KnowledgeTables plain = tables.plain();
    Set<String> drugs = new TreeSet<>();
    plain.list(Subject.INGREDIENTS).forEach(one -> drugs.add(DrugText.normal(one.name())));
    plain.list(Subject.DRUG_NAMES).forEach(one -> drugs.add(DrugText.normal(one.text())));
    plain.list(Subject.ALLERGY_GROUPS).forEach(one -> drugs.addAll(AllergyTable.words(one)));
    for (OtherAllergen one : plain.list(Subject.OTHER_ALLERGENS)) {
      for (String word : AllergyTable.words(one)) {
        if (drugs.contains(word)) {
          problems.add(
              KnowledgeProblem.refused(
                  tables.place(Subject.OTHER_ALLERGENS, one.key()),
                  "words",
                  "words that name no drug and no family of drugs",
                  word));
        }
      }
    }
  }
}
