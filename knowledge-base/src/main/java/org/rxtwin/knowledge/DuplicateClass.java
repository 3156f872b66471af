package org.rxtwin.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;

/**
 * Drugs of which only so many are meant to run beside one another.
 *
 * @param id slug; also the hazard of the problem
 * @param name as shown, in the plural
 * @param drugs the class, or one ingredient where its own orders are counted
 * @param most how many may run
 * @param graceHours an order that ends within so many hours is a switch in progress, h
 * @param intended pairs that are meant to run together, each {@code one+other}
 * @param advice what to do about it
 */
public record DuplicateClass(
    String id,
    String name,
    DrugRef drugs,
    int most,
    double graceHours,
    List<String> intended,
    Severity severity,
    Tier tier,
    RecommendedAct advice,
    Provenance provenance)
    implements KnowledgeRow {
  public DuplicateClass {
    Must.slug("duplicate", id);
    Must.text("name", name);
    Must.within("most", most, 1, 20);
    Must.within("grace_hours", graceHours, 0, 24 * 28);
    intended = List.copyOf(intended);
    for (String pair : intended) {
      Must.be(pair.split("\\+").length == 2, "intended", "pairs as one+other", pair);
    }
  }

  /** Whether these two are meant to run together. */
  public boolean intends(String one, String other) {
    return intended.contains(one + "+" + other) || intended.contains(other + "+" + one);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public List<Reference> references() {
    List<Reference> all = new ArrayList<>(List.of(drugs.in("drugs")));
    for (String pair : intended) {
      all.addAll(Reference.ingredients("intended", List.of(pair.split("\\+"))));
    }
    return all;
  }
}
