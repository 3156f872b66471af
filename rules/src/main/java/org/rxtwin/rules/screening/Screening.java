package org.rxtwin.rules.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.RuleRef;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.rules.laboratory.Results;
import org.rxtwin.rules.question.RecordedOrders;
import org.rxtwin.rules.ruleset.Fired;
import org.rxtwin.rules.ruleset.Reported;
import org.rxtwin.rules.ruleset.RuleFailure;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.screening.fact.Grounds;
import org.rxtwin.rules.screening.fact.ScreeningFact;

/**
 * Screens a chart: computes the facts for this patient's drugs only, lets the rules decide, turns
 * what they report into findings. What cannot be evaluated becomes a visible finding of its own.
 * Safe for use by several threads.
 */
public final class Screening {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::tier)
          .thenComparing(Finding::kind)
          .thenComparing(each -> each.rule().id())
          .thenComparing(each -> String.join(",", each.ingredients()))
          .thenComparing(Finding::title)
          .thenComparing(each -> String.join(",", each.orderIds()))
          .thenComparing(each -> each.advice().text());

  private final Knowledge knowledge;
  private final String jurisdiction;
  private final OrderReading reading;
  private final Map<String, Function<Scene, List<? extends ScreeningFact>>> sources;

  /** Screening under the limits of the United States, where places differ. */
  public Screening(Knowledge knowledge) {
    this(knowledge, "US");
  }

  /**
   * Screening under the limits of one jurisdiction.
   *
   * @param jurisdiction as the knowledge rows write it: {@code US}, {@code UK}, {@code EU}
   */
  public Screening(Knowledge knowledge, String jurisdiction) {
    this.knowledge = knowledge;
    this.jurisdiction = jurisdiction;
    this.reading = new OrderReading(knowledge);
    this.sources = new LinkedHashMap<>();
    sources.put("facts/orders", OrderFacts::of);
    sources.put("facts/interactions", InteractionFacts::of);
    sources.put("facts/allergies", scene -> AllergyFacts.of(scene, reading));
    sources.put("facts/allergens", scene -> AllergenFacts.of(scene, reading));
    sources.put("facts/doses", DoseFacts::of);
    sources.put("facts/kidney", RenalFacts::of);
    sources.put("facts/genes", GeneFacts::of);
    sources.put("facts/gene-reports", GeneReportFacts::of);
    sources.put("facts/gene-tests", GeneTestFacts::of);
    sources.put("facts/results", LabFacts::of);
    sources.put("facts/monitoring", MonitoringFacts::of);
    sources.put("facts/promises", PromiseFacts::of);
    sources.put("facts/duplicates", DuplicateFacts::of);
    sources.put("facts/trends", TrendFacts::of);
    sources.put("facts/lifetime", LifetimeFacts::of);
    sources.put("facts/qt", QtFacts::of);
    sources.put("facts/opioids", OpioidFacts::of);
    sources.put("facts/pregnancy", PregnancyFacts::of);
  }

  /**
   * Screens a chart as it stands.
   *
   * @param rules the set this evaluation is pinned to
   * @param at evaluation time; nothing later is looked at
   */
  public Screened screen(Chart chart, RuleSet rules, Instant at) {
    Scene scene = scene(chart, at);
    List<RuleFailure> failures = new ArrayList<>();
    List<Finding> findings = findings(scene, rules, failures);
    return new Screened(findings, wakeUps(scene), failures);
  }

  /** Only what is found on a chart, as for one that is supposed: nobody looks at it again. */
  public List<Finding> findings(Chart chart, RuleSet rules, Instant at) {
    return findings(scene(chart, at), rules, new ArrayList<>());
  }

  private List<Finding> findings(Scene scene, RuleSet rules, List<RuleFailure> failures) {
    SceneFacts computed = facts(scene);
    failures.addAll(computed.failures());
    Fired fired = rules.fire(computed.facts());
    failures.addAll(fired.failures());
    List<Finding> findings = new ArrayList<>();
    fired.reported().forEach(each -> finding(each, findings, failures));
    failures.forEach(each -> findings.add(notScreened(scene, each)));
    return findings.stream().distinct().sorted(ORDER).toList();
  }

  /** The facts that rules are asked about, without asking them. */
  public SceneFacts facts(Chart chart, Instant at) {
    return facts(scene(chart, at));
  }

  private SceneFacts facts(Scene scene) {
    List<ScreeningFact> facts = new ArrayList<>();
    List<RuleFailure> failures = new ArrayList<>();
    sources.forEach(
        (name, source) -> {
          try {
            facts.addAll(source.apply(scene));
          } catch (RuntimeException e) {
            String error = e.getClass().getSimpleName();
            failures.add(new RuleFailure(new RuleRef(name, "built-in"), error));
          }
        });
    return new SceneFacts(facts, failures);
  }

  private Scene scene(Chart chart, Instant at) {
    OrderTimes times = new OrderTimes(chart);
    List<ReadOrder> orders =
        Mixtures.once(
            chart.orders().stream().map(each -> reading.read(each.at(at), times)).toList());
    return new Scene(
        chart,
        at,
        knowledge,
        jurisdiction,
        orders,
        times,
        Courses.of(orders, knowledge, at),
        new Results(knowledge.laboratory(), chart, at),
        reading,
        new RecordedOrders(chart, reading::certain).records());
  }

  private static void finding(
      Reported reported, List<Finding> findings, List<RuleFailure> failures) {
    Grounds grounds = reported.facts().get(0).grounds();
    String rule = reported.rule().id();
    try {
      findings.add(
          new Finding(
              FindingKind.ofWire(rule.substring(0, rule.indexOf('/'))),
              reported.rule(),
              grounds.severity(),
              reported.tier(),
              grounds.hazard(),
              grounds.ingredients(),
              grounds.orderIds(),
              reported.title(),
              reported.facts().stream()
                  .flatMap(e -> e.grounds().reasons().stream())
                  .distinct()
                  .toList(),
              advice(grounds.advice(), reported.advice()),
              reported.facts().stream()
                  .flatMap(e -> e.grounds().evidence().stream())
                  .distinct()
                  .toList(),
              grounds.harmIsExposure(),
              grounds.questionKey()));
    } catch (IllegalArgumentException e) {
      RuleFailure failure = new RuleFailure(reported.rule(), e.getClass().getSimpleName());
      if (!failures.contains(failure)) {
        failures.add(failure);
      }
    }
  }

  private static Advice advice(Advice row, String text) {
    return new Advice(text, row.test(), row.withinHours(), row.alternative());
  }

  private static Finding notScreened(Scene scene, RuleFailure failure) {
    return Unscreened.finding(
        failure,
        scene.running().stream().flatMap(each -> each.orderIds().stream()).distinct().toList());
  }

  private static List<WakeUp> wakeUps(Scene scene) {
    Map<String, WakeUp> byKey = new TreeMap<>();
    try {
      MonitoringFacts.wakeUps(scene).forEach(each -> byKey.put(each.key(), each));
      PromiseFacts.wakeUps(scene).forEach(each -> byKey.put(each.key(), each));
      int number = 0;
      for (Instant each : InteractionFacts.washedOut(scene).stream().sorted().toList()) {
        String key = "washed-out/" + number++;
        byKey.put(key, new WakeUp(key, each));
      }
      for (DrugCourse course : scene.running()) {
        course.orders().stream()
            .flatMap(each -> each.end().stream())
            .max(Comparator.naturalOrder())
            .ifPresent(end -> put(byKey, "order-ends/" + course.ingredient(), end));
      }
    } catch (RuntimeException e) {
      byKey.clear();
      put(byKey, "screen-again", scene.at().plusSeconds(24L * 3600));
    }
    return byKey.values().stream()
        .sorted(Comparator.comparing(WakeUp::due).thenComparing(WakeUp::key))
        .toList();
  }

  private static void put(Map<String, WakeUp> byKey, String key, Instant due) {
    byKey.put(key, new WakeUp(key, due));
  }
}
