package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;

/** Which drugs an allergy to one of them may concern. */
public final class AllergyTable {
  private final List<AllergyGroup> all;
  private final Lookup<AllergyGroup> byMember;

  AllergyTable(KnowledgeTables tables) {
    all = tables.list(Subject.ALLERGY_GROUPS);
    byMember = Lookup.byAll(all, AllergyGroup::members);
  }

  /** All groups. */
  public List<AllergyGroup> list() {
    return all;
  }

  /** The group with this id. */
  public Optional<AllergyGroup> find(String id) {
    return all.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** A group by its id or its name, as an allergy list may write it ("Penicillins"). */
  public Optional<AllergyGroup> findByText(String text) {
    String wanted = DrugText.normal(text);
    return all.stream()
        .filter(
            g -> DrugText.normal(g.name()).equals(wanted) || DrugText.normal(g.id()).equals(wanted))
        .findFirst();
  }

  /** Groups of one kind that hold both ingredients. */
  public List<AllergyGroup> shared(String one, String other, AllergyGroup.Kind kind) {
    return byMember.list(one).stream()
        .filter(g -> g.kind() == kind && g.members().contains(other))
        .toList();
  }
}
