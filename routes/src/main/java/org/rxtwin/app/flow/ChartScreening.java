package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.OrderParts;
import org.rxtwin.chart.OrderState;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Timing;
import org.rxtwin.chart.WakeUp;
import org.rxtwin.chart.port.OrderCheck;
import org.rxtwin.rules.question.OrderedDrugs;
import org.rxtwin.rules.ruleset.RuleSet;
import org.rxtwin.rules.screening.Screened;
import org.rxtwin.rules.screening.Screening;

/** Screens a chart as it is, as it would be with one more order, or under a proposed regimen. */
public final class ChartScreening implements OrderCheck {
  /** What advice says beside the name of a drug: in its own dose, where the culture allows. */
  private static final Pattern MANNER =
      Pattern.compile(" (?:(?:instead of|in its|where|at|on|up to|for|by)\\b|\\d).*$");

  /** What goes between a drug and what is given, or measured, beside it. */
  private static final Pattern BESIDE = Pattern.compile(" with ");

  private final Screening screening;
  private final Supplier<RuleSet> rules;
  private final OrderedDrugs drugs;

  /** Screening under the rule set that is in force when it is asked. */
  public ChartScreening(Screening screening, Supplier<RuleSet> rules, OrderedDrugs drugs) {
    this.screening = screening;
    this.rules = rules;
    this.drugs = drugs;
  }

  /**
   * What screening says of a chart.
   *
   * @param findings sorted, failures included
   * @param wakeUps when to look again
   */
  record Result(List<Finding> findings, List<WakeUp> wakeUps) {}

  Result screen(Chart chart, Instant at) {
    Screened screened = screening.screen(chart, rules.get(), at);
    return new Result(screened.findings(), screened.wakeUps());
  }

  private List<Finding> findings(Chart supposed, Instant at) {
    return screening.findings(supposed, rules.get(), at);
  }

  @Override
  public List<Finding> check(Chart chart, MedicationOrder draft, Instant at) {
    return findings(with(chart, new ChartEvent.MedicationOrdered(draft), at), at);
  }

  List<Finding> screenProposal(Chart chart, Regimen proposed, Instant at) {
    Chart changed = chart;
    boolean first = true;
    for (OrderState state : chart.orders()) {
      if (state.runsAt(at) && drugs.certain(state.order()).contains(proposed.drug())) {
        changed = with(changed, change(state.order(), proposed, first), at);
        first = false;
      }
    }
    return findings(changed, at);
  }

  /**
   * What would be found of another drug, of unknown dose, in place of the orders it would replace.
   * Empty where the words do not name a drug for certain.
   *
   * @param words as advice names it: "azithromycin instead of the macrolide"
   * @param replaced ingredients it would be given for; none where advice does not say which
   * @param orders orders it would be given for, though their drug may not be certain
   */
  Optional<List<Finding>> screenAlternative(
      Chart chart, String words, List<String> replaced, List<String> orders, Instant at) {
    List<MedicationOrder> drafts = drafts(words);
    if (drafts.isEmpty()) {
      return Optional.empty();
    }
    Chart changed = without(chart, replaced, orders, at);
    for (MedicationOrder each : drafts) {
      changed = with(changed, new ChartEvent.MedicationOrdered(each), at);
    }
    List<String> own = drafts.stream().map(MedicationOrder::orderId).toList();
    List<String> ingredients =
        drafts.stream().flatMap(each -> drugs.certain(each).stream()).toList();
    return Optional.of(
        findings(changed, at).stream()
            .filter(each -> concerns(each, own, ingredients))
            .filter(each -> !doseUnread(each, own))
            .toList());
  }

  /**
   * One order for each drug that the words name: "metoclopramide with naproxen" is two, "warfarin
   * with INR" is one. None where the first is not named for certain.
   */
  private List<MedicationOrder> drafts(String words) {
    List<MedicationOrder> drafts = new ArrayList<>();
    for (String each : BESIDE.split(words)) {
      MedicationOrder draft =
          draft("alternative-" + drafts.size(), MANNER.matcher(each).replaceFirst("").strip());
      if (!drugs.certain(draft).isEmpty()) {
        drafts.add(draft);
      } else if (drafts.isEmpty()) {
        return List.of();
      }
    }
    return drafts;
  }

  private Chart without(Chart chart, List<String> replaced, List<String> orders, Instant at) {
    Chart changed = chart;
    for (OrderState state : chart.orders()) {
      String order = state.order().orderId();
      boolean ends =
          orders.contains(order)
              || drugs.certain(state.order()).stream().anyMatch(replaced::contains);
      if (state.runsAt(at) && ends) {
        changed = with(changed, new ChartEvent.OrderDiscontinued(order, "proposal"), at);
      }
    }
    return changed;
  }

  /** What the end of the replaced drug brings is no objection to the one that takes its place. */
  private static boolean concerns(
      Finding finding, List<String> orderIds, List<String> ingredients) {
    return finding.kind() == FindingKind.NOT_SCREENED
        || finding.orderIds().stream().anyMatch(orderIds::contains)
        || finding.ingredients().stream().anyMatch(ingredients::contains);
  }

  /** That the dose of a draft is not told is no objection to its drug. */
  private static boolean doseUnread(Finding finding, List<String> orderIds) {
    return finding.kind() == FindingKind.DATA_QUALITY
        && !finding.orderIds().isEmpty()
        && orderIds.containsAll(finding.orderIds());
  }

  private static MedicationOrder draft(String orderId, String name) {
    return new MedicationOrder(
        orderId,
        List.of(Coding.ofText(name)),
        Optional.empty(),
        Optional.empty(),
        Timing.of(Timing.Kind.UNKNOWN, ""),
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        MedicationOrder.ListKind.INPATIENT,
        false,
        Optional.empty(),
        List.of());
  }

  /** The first running order of the drug takes the proposed regimen; others of it would end. */
  private static ChartEvent change(MedicationOrder order, Regimen proposed, boolean first) {
    if (!first) {
      return new ChartEvent.OrderDiscontinued(order.orderId(), "proposal");
    }
    return new ChartEvent.OrderChanged(
        order.dosed(
            Optional.of(proposed.dose()),
            Optional.empty(),
            Timing.everyHours(proposed.intervalHours(), "proposed")));
  }

  private static Chart with(Chart chart, ChartEvent event, Instant at) {
    return chart.with(
        new StoredEvent(
            chart.id(),
            chart.lastSeq() + 1,
            ClinicalTime.exact(at),
            at,
            OrderParts.PROPOSAL,
            event));
  }
}
