package org.rxtwin.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/**
 * What of an alert makes a reader read again: tier, rules, drugs with orders and doses, the facts
 * that were measured or reported, the kind of verdict and the regimen it proposes. A forecast that
 * moves with time alone, a deadline or an age in words does not.
 */
final class AlertContent {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  /** Facts whose words change with the hour of the evaluation. */
  private static final List<String> MOVING = List.of("age", "obligation", "covariate");

  private AlertContent() {}

  static ObjectNode of(Alert alert) {
    ObjectNode node = NODES.objectNode();
    node.put("tier", alert.tier().name());
    node.put("closed", alert.status() == Alert.Status.CLOSED);
    subjects(node.putArray("subjects"), alert.subjects());
    findings(node.putArray("findings"), alert.findings());
    alert.twin().ifPresent(twin -> node.set("twin", twin(twin)));
    return node;
  }

  private static void subjects(ArrayNode array, List<Alert.Subject> subjects) {
    subjects.stream()
        .map(each -> each.name() + " " + each.orderId().orElse(""))
        .distinct()
        .sorted()
        .forEach(array::add);
  }

  private static void findings(ArrayNode array, List<Finding> findings) {
    findings.stream()
        .sorted(
            Comparator.comparing((Finding each) -> each.rule().id())
                .thenComparing(each -> String.join(" ", each.ingredients()))
                .thenComparing(each -> String.join(" ", each.orderIds())))
        .forEach(each -> array.add(finding(each)));
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = NODES.objectNode();
    node.put("rule", finding.rule().id());
    node.put("severity", finding.severity().wire());
    ArrayNode reasons = node.putArray("reasons");
    finding.reasons().stream()
        .filter(each -> !MOVING.contains(each.fact()))
        .map(
            each ->
                String.join(
                    "|",
                    each.fact(),
                    each.text(),
                    each.value(),
                    each.unit(),
                    each.time().map(Object::toString).orElse("")))
        .sorted()
        .forEach(reasons::add);
    return node;
  }

  private static ObjectNode twin(Alert.Twin twin) {
    ObjectNode node = NODES.objectNode();
    node.put("verdict", twin.verdict());
    twin.recommended().ifPresent(best -> node.set("proposed", TwinJson.regimen(best.regimen())));
    return node;
  }
}
