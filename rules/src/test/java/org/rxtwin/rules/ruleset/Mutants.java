package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.rules.ruleset.RuleTree.AnyOf;
import org.rxtwin.rules.ruleset.RuleTree.Bind;
import org.rxtwin.rules.ruleset.RuleTree.Condition;
import org.rxtwin.rules.ruleset.RuleTree.Element;

/** A rule with one condition taken out: a case that nobody misses would let it pass. */
final class Mutants {
  private Mutants() {}

  static List<RuleTree> of(RuleTree rule) {
    List<RuleTree> mutants = new ArrayList<>();
    for (int line = 0; line < rule.when().size(); line++) {
      Element element = rule.when().get(line);
      for (int i = 0; i < element.all().size(); i++) {
        for (List<Condition> less : without(element.all(), i)) {
          Element changed = new Element(element.presence(), element.type(), element.bind(), less);
          List<Element> when = new ArrayList<>(rule.when());
          when.set(line, changed);
          String id = rule.id() + "-without-" + mutants.size();
          mutants.add(new RuleTree(id, rule.version(), when, rule.then()));
        }
      }
    }
    return mutants;
  }

  /** The conditions without the one at that place, and without each part of a choice there. */
  private static List<List<Condition>> without(List<Condition> all, int place) {
    List<List<Condition>> lists = new ArrayList<>();
    Condition condition = all.get(place);
    if (condition instanceof Bind) {
      return lists;
    }
    List<Condition> dropped = new ArrayList<>(all);
    dropped.remove(place);
    lists.add(dropped);
    if (condition instanceof AnyOf any) {
      for (Condition part : any.parts()) {
        List<Condition> fewer = new ArrayList<>(any.parts());
        fewer.remove(part);
        List<Condition> changed = new ArrayList<>(all);
        changed.set(place, fewer.size() == 1 ? fewer.get(0) : new AnyOf(fewer));
        lists.add(changed);
      }
    }
    return lists;
  }
}
