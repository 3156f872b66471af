package org.rxtwin.knowledge;

import java.util.List;

/**
 * Drugs that an allergy to one of them may concern.
 *
 * @param kind CLASS: the whole family; NAMED: a family whose members are told apart by their side
 *     chains or structure, so that an allergy to one seldom concerns another; SIDE_CHAIN: the same
 *     or a like side chain, across families; WIDER: all that a severe delayed reaction forbids
 * @param words what allergy lists write for the family besides its name
 * @param members ingredients, and classes of them as {@code class:penicillins}
 */
public record AllergyGroup(
    String id,
    String name,
    Kind kind,
    List<String> words,
    List<String> members,
    Provenance provenance)
    implements KnowledgeRow {
  /** What its members share. */
  public enum Kind {
    CLASS,
    NAMED,
    SIDE_CHAIN,
    WIDER
  }

  public AllergyGroup {
    Must.slug("group", id);
    Must.text("name", name);
    words = List.copyOf(words);
    members = Must.some("members", members);
  }

  @Override
  public String key() {
    return id;
  }

  /** The same group with each class of its members told drug by drug. */
  AllergyGroup expanded(Formulary drugs) {
    return new AllergyGroup(id, name, kind, words, listDrugs(drugs), provenance);
  }

  /** Its members drug by drug; a class that is not known holds none. */
  List<String> listDrugs(Formulary drugs) {
    return members.stream()
        .flatMap(each -> drugs.listIngredientsOf(DrugRef.parse(each)).stream())
        .distinct()
        .toList();
  }

  @Override
  public List<Reference> references() {
    return members.stream().map(each -> DrugRef.parse(each).in("members")).toList();
  }
}
