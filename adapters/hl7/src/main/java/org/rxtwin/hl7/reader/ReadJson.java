package org.rxtwin.hl7.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rxtwin.chart.EventJson;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.ReadProblem;

/**
 * One read message as one line of JSON, the answer of the command {@code read}. It holds what the
 * message said of its patient: it goes to who asked, never to a log.
 */
public final class ReadJson {
  private final ObjectMapper mapper = new ObjectMapper();
  private final EventJson eventJson = new EventJson();

  /** The line, without its end. */
  public String write(ReadMessage message) {
    ObjectNode line = mapper.createObjectNode();
    line.put("controlId", message.controlId());
    line.put("type", message.type());
    line.put("version", message.version());
    line.put("status", message.status().wire());
    ArrayNode repairs = line.putArray("repairs");
    message.repairs().forEach(repairs::add);
    ArrayNode problems = line.putArray("problems");
    message.problems().forEach(each -> problem(problems.addObject(), each));
    ArrayNode events = line.putArray("events");
    message.patients().forEach(each -> events(events, each));
    ArrayNode unread = line.putArray("unread");
    message.unread().forEach(unread::add);
    line.put("segmentsIn", message.segmentsIn());
    line.put("segmentsRead", message.segmentsRead());
    return text(line);
  }

  private static void problem(ObjectNode node, ReadProblem problem) {
    node.put("segment", problem.segment());
    node.put("field", problem.field());
    node.put("reason", problem.reason());
  }

  private void events(ArrayNode events, PatientEvents patient) {
    for (OccurredEvent each : patient.events()) {
      ObjectNode node = events.addObject();
      node.put("kind", each.event().getClass().getSimpleName());
      node.put("occurredAt", each.occurredAt().instant().toString());
      node.put("precision", each.occurredAt().precision().name());
      node.set("patient", identifier(patient.primary()));
      ObjectNode body = object(eventJson.write(each.event()));
      body.remove("type");
      body.remove("v");
      if (body.has("kind")) {
        // What kind of change a stay is; the kind of the event keeps its place.
        body.set("change", body.remove("kind"));
      }
      node.setAll(body);
    }
    patient.dying().forEach(dying -> merge(events.addObject(), patient, dying));
  }

  /** A merge is an event only once both identifiers have their charts; here it is told. */
  private void merge(ObjectNode node, PatientEvents patient, Identifier dying) {
    OccurredEvent first = patient.events().get(0);
    node.put("kind", "PatientMerged");
    node.put("occurredAt", first.occurredAt().instant().toString());
    node.put("precision", first.occurredAt().precision().name());
    node.set("patient", identifier(patient.primary()));
    node.set("dying", identifier(dying));
  }

  private ObjectNode identifier(Identifier identifier) {
    ObjectNode node = mapper.createObjectNode();
    node.put("authority", identifier.authority());
    node.put("value", identifier.value());
    return node;
  }

  private ObjectNode object(String json) {
    try {
      return (ObjectNode) mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw unwritable(e);
    }
  }

  private String text(ObjectNode line) {
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw unwritable(e);
    }
  }

  /** Without its cause: a JSON error quotes what it could not write. */
  private static IllegalStateException unwritable(JsonProcessingException e) {
    return new IllegalStateException(
        "expected every read message to be writable as JSON, came "
            + e.getClass().getSimpleName()
            + "\nMaybe an event has a field that EventJson does not know.");
  }
}
