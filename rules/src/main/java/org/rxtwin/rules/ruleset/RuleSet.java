package org.rxtwin.rules.ruleset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * A compiled set of rules, immutable and named by its hash. An evaluation is pinned to one set; a
 * new set is another object. Safe for use by several threads: each evaluation has a session of its
 * own.
 */
public final class RuleSet {
  private final String hash;
  private final List<RuleTree> trees;
  private final List<RuleRef> rules;
  private final List<String> replaced;
  private final Map<String, Model> models;
  private final KieBase whole;
  private final Map<String, KieBase> alone = new ConcurrentHashMap<>();

  RuleSet(String hash, List<RuleTree> trees, List<String> replaced, List<Model> models) {
    this.hash = hash;
    this.trees = List.copyOf(trees);
    this.rules = trees.stream().map(each -> new RuleRef(each.id(), each.version())).toList();
    this.replaced = List.copyOf(replaced);
    this.models =
        Collections.unmodifiableMap(
            models.stream()
                .collect(
                    Collectors.toMap(
                        Model::getName, Function.identity(), (a, b) -> a, TreeMap::new)));
    this.whole = KieBaseBuilder.createKieBaseFromModel(models);
  }

  /** SHA-256 over the rules, their vocabulary and the engine's version, in hexadecimal digits. */
  public String hash() {
    return hash;
  }

  /** All rules, by id. */
  public List<RuleRef> rules() {
    return rules;
  }

  /** What a rule asks for, line by line. */
  public Optional<RuleTree> findTree(String id) {
    return trees.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Ids of shipped rules that a site's own replaced. */
  public List<String> replaced() {
    return replaced;
  }

  /**
   * Runs every rule on the facts in a session of its own. When a rule throws, nothing of that run
   * is kept: each rule is run alone, those that throw are named, the others count.
   */
  public Fired fire(List<? extends ScreeningFact> facts) {
    try {
      return new Fired(run(whole, facts), List.of());
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return oneByOne(facts);
    }
  }

  private Fired oneByOne(List<? extends ScreeningFact> facts) {
    List<Reported> reported = new ArrayList<>();
    List<RuleFailure> failures = new ArrayList<>();
    for (RuleRef rule : rules) {
      try {
        reported.addAll(run(alone(rule), facts));
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        failures.add(new RuleFailure(rule, origin(e).getClass().getSimpleName()));
      }
    }
    return new Fired(reported, failures);
  }

  private static Throwable origin(Throwable error) {
    Throwable origin = error;
    while (origin.getCause() != null && origin.getCause() != origin) {
      origin = origin.getCause();
    }
    return origin;
  }

  private KieBase alone(RuleRef rule) {
    return alone.computeIfAbsent(
        rule.id(),
        id -> {
          Model model = models.get(RuleWriter.packageOf(id));
          if (model == null) {
            throw new IllegalStateException("expected a model of rule " + id + ", came none");
          }
          return KieBaseBuilder.createKieBaseFromModel(model);
        });
  }

  private static List<Reported> run(KieBase base, List<? extends ScreeningFact> facts) {
    Reporting reporting = new Reporting();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal(RuleWriter.GLOBAL, reporting);
      facts.forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return reporting.list();
  }

  @Override
  public String toString() {
    return "RuleSet[" + hash.substring(0, 12) + ", " + rules.size() + " rules]";
  }
}
