package org.rxtwin.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An alert as the contract {@code rxtwin.alert/1} writes it: fields in a fixed order, times in ISO
 * 8601, absent values left out.
 */
public final class AlertJson {
  /** Name and version of the contract. */
  public static final String SCHEMA = "rxtwin.alert/1";

  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);
  private static final Pattern AFTER_WARD = Pattern.compile("[\\^&,/; ].*");

  private final TwinJson twins = new TwinJson();

  /** The alert as one line of JSON. */
  public String write(Alert alert) {
    return tree(alert).toString();
  }

  /**
   * The alert without what may differ between two runs over the same messages: internal message
   * ids. Two runs are compared by this text.
   */
  public String canonical(Alert alert) {
    return comparable(alert).toString();
  }

  /** What a reader must know: a next version is issued only when this text differs. */
  public String content(Alert alert) {
    return AlertContent.of(alert).toString();
  }

  /** The same JSON over many lines, for people. */
  public String pretty(Alert alert) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(tree(alert));
    } catch (JsonProcessingException e) {
      throw new EventFormatException("an alert to write", e);
    }
  }

  /** JMS properties: enough to select by, nothing about the person. */
  public static Map<String, String> properties(Alert alert) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("alertId", alert.alertId());
    properties.put("version", Integer.toString(alert.version()));
    properties.put("tier", alert.tier().name());
    properties.put("kind", alert.kind().wire());
    properties.put(
        "ruleId", alert.findings().stream().map(f -> f.rule().id()).findFirst().orElse(""));
    properties.put("basis", alert.basis());
    properties.put("ward", AFTER_WARD.matcher(alert.location()).replaceFirst(""));
    properties.put("schema", SCHEMA);
    return Collections.unmodifiableMap(properties);
  }

  private ObjectNode comparable(Alert alert) {
    ObjectNode node = tree(alert);
    ((ObjectNode) node.get("trigger")).remove("messageId");
    node.get("findings")
        .forEach(
            finding ->
                finding.get("reasons").forEach(reason -> ((ObjectNode) reason).remove("message")));
    return node;
  }

  private ObjectNode tree(Alert alert) {
    ObjectNode node = NODES.objectNode();
    node.put("schema", SCHEMA);
    node.put("alertId", alert.alertId());
    node.put("version", alert.version());
    node.put("status", alert.status().wire());
    node.put("time", alert.time().toString());
    node.put("tier", alert.tier().name());
    node.put("severity", alert.severity().wire());
    node.put("kind", alert.kind().wire());
    node.set("patient", patient(alert.patient()));
    ArrayNode subjects = node.putArray("subjects");
    alert.subjects().forEach(each -> subjects.add(subject(each)));
    node.put("title", alert.title());
    node.put("advice", alert.advice());
    ArrayNode findings = node.putArray("findings");
    alert.findings().forEach(each -> findings.add(finding(each)));
    ArrayNode evidence = node.putArray("evidence");
    alert.findings().stream()
        .flatMap(each -> each.evidence().stream())
        .distinct()
        .forEach(each -> evidence.add(evidence(each)));
    alert.twin().ifPresent(each -> node.set("twin", twins.tree(each)));
    texts(node, "actions", alert.actions());
    texts(node, "overrideReasons", alert.overrideReasons());
    ArrayNode obligations = node.putArray("obligations");
    alert.obligations().forEach(each -> obligations.add(obligation(each)));
    node.putObject("trigger")
        .put("messageId", alert.trigger().messageId())
        .put("type", alert.trigger().type());
    text(node, "location", alert.location());
    texts(node, "roles", alert.roles());
    texts(node, "notes", alert.notes());
    node.put("basis", alert.basis());
    return node;
  }

  private static ObjectNode patient(Alert.Patient patient) {
    ObjectNode node = NODES.objectNode();
    patient.ref().ifPresent(ref -> node.put("ref", ref.value()));
    patient.ref().ifPresent(ref -> text(node, "authority", ref.authority()));
    return node;
  }

  private static ObjectNode subject(Alert.Subject subject) {
    ObjectNode node = NODES.objectNode();
    node.put("name", subject.name());
    subject.rxcui().ifPresent(code -> node.put("rxcui", code));
    subject.orderId().ifPresent(id -> node.put("orderId", id));
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = NODES.objectNode();
    node.put("kind", finding.kind().wire());
    node.putObject("rule").put("id", finding.rule().id()).put("version", finding.rule().version());
    node.put("severity", finding.severity().wire());
    node.put("title", finding.title());
    ArrayNode reasons = node.putArray("reasons");
    finding.reasons().forEach(each -> reasons.add(reason(each)));
    return node;
  }

  private static ObjectNode reason(Reason reason) {
    ObjectNode node = NODES.objectNode();
    node.put("fact", reason.fact());
    node.put("text", reason.text());
    text(node, "value", reason.value());
    text(node, "unit", reason.unit());
    reason.when(Instant::toString).ifPresent(when -> node.put("time", when));
    text(node, "message", reason.messageId());
    return node;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = NODES.objectNode();
    node.put("source", evidence.source());
    text(node, "ref", evidence.ref());
    if (evidence.year() != 0) {
      node.put("year", evidence.year());
    }
    text(node, "grade", evidence.grade());
    node.put("confirmed", evidence.confirmed());
    return node;
  }

  private static ObjectNode obligation(Alert.Obligation obligation) {
    ObjectNode node = NODES.objectNode();
    node.put("analyte", obligation.analyte());
    node.put("by", obligation.by().toString());
    return node;
  }

  static void texts(ObjectNode node, String field, List<String> texts) {
    ArrayNode array = node.putArray(field);
    texts.forEach(array::add);
  }

  static void text(ObjectNode node, String field, String text) {
    if (!text.isEmpty()) {
      node.put(field, text);
    }
  }

  static void time(ObjectNode node, String field, Optional<Instant> time) {
    time.ifPresent(each -> node.put(field, each.toString()));
  }
}
