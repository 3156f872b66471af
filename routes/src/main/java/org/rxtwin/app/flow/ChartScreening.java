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
  private static final Pattern OTHER = Pattern.compile(",? or |, ");
  private static final Pattern PURPOSE = Pattern.compile(" instead of .*$");

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

  @Override
  public List<Finding> check(Chart chart, MedicationOrder draft, Instant at) {
    return screen(with(chart, new ChartEvent.MedicationOrdered(draft), at), at).findings();
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
    return screen(changed, at).findings();
  }

  /**
   * What would be found with another drug, of unknown dose, beside all that runs: nothing is taken
   * away, since advice does not say which order it would replace. Empty where the words do not name
   * drugs for certain.
   *
   * @param words as advice names them: "azithromycin instead of the macrolide", "A or B"
   */
  Optional<List<Finding>> screenAlternative(Chart chart, String words, Instant at) {
    Chart changed = chart;
    List<String> orderIds = new ArrayList<>();
    for (String name : OTHER.split(PURPOSE.matcher(words).replaceFirst(""))) {
      MedicationOrder draft = draft("alternative " + orderIds.size(), name.strip());
      if (drugs.certain(draft).isEmpty()) {
        return Optional.empty();
      }
      orderIds.add(draft.orderId());
      changed = with(changed, new ChartEvent.MedicationOrdered(draft), at);
    }
    return Optional.of(
        screen(changed, at).findings().stream()
            .filter(each -> !doseUnread(each, orderIds))
            .toList());
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
        new MedicationOrder(
            order.orderId(),
            order.drug(),
            Optional.of(proposed.dose()),
            Optional.empty(),
            Timing.everyHours(proposed.intervalHours(), "proposed"),
            order.route(),
            order.form(),
            order.start(),
            order.stop(),
            order.list(),
            order.stat(),
            order.indication(),
            order.problems()));
  }

  private static Chart with(Chart chart, ChartEvent event, Instant at) {
    return chart.with(
        new StoredEvent(
            chart.id(), chart.lastSeq() + 1, ClinicalTime.exact(at), at, "proposal", event));
  }
}
