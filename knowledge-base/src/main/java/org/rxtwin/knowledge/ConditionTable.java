package org.rxtwin.knowledge;

import java.util.List;
import java.util.Optional;

/** States of patients by name. */
public final class ConditionTable {
  private final List<ConditionGroup> all;
  private final Lookup<ConditionGroup> byId;

  ConditionTable(KnowledgeTables tables) {
    all = tables.list(Subject.CONDITION_GROUPS);
    byId = Lookup.by(all, ConditionGroup::id);
  }

  /** All groups. */
  public List<ConditionGroup> list() {
    return all;
  }

  /** The group with this id, if known. */
  public Optional<ConditionGroup> find(String id) {
    return byId.find(id);
  }
}
