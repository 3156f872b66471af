package org.rxtwin.knowledge;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would hide an allergy: a word for something that is no drug and is the name of one, and a
 * family that lacks a drug of the class it is named after.
 */
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

  /** A drug that joins a class later joins the family of the same name with it. */
  static void familiesBelowTheirClass(LocatedTables tables, List<KnowledgeProblem> problems) {
    Formulary drugs = new Formulary(tables.plain());
    for (AllergyGroup one : tables.plain().list(Subject.ALLERGY_GROUPS)) {
      List<String> members = one.listDrugs(drugs);
      for (String drug : drugs.listMembers(one.id())) {
        if (!members.contains(drug)) {
          problems.add(
              KnowledgeProblem.refused(
                  tables.place(Subject.ALLERGY_GROUPS, one.key()),
                  "members",
                  "every drug of the class " + one.id() + ", " + drug + " among them",
                  String.join(";", one.members())));
        }
      }
    }
  }
}
