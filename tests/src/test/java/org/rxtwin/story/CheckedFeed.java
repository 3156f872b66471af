package org.rxtwin.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.app.Engine;
import org.rxtwin.app.Wiring;
import org.rxtwin.app.flow.Arrival;
import org.rxtwin.app.flow.Outcome;
import org.rxtwin.app.home.Home;
import org.rxtwin.app.settings.Settings;
import org.rxtwin.app.settings.SettingsReader;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.AlertJson;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.KeyedHash;
import org.rxtwin.chart.Sha256;
import org.rxtwin.chart.port.Bytes;
import org.rxtwin.store.StoreSettings;

/**
 * The whole pipeline in memory, as {@code check} runs it: a message in, its alerts out, under the
 * clock of the feed. For the sockets and the broker there is {@link Hospital}.
 */
public final class CheckedFeed implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

  private final Engine engine;
  private final List<JsonNode> alerts = new ArrayList<>();

  private CheckedFeed(Engine engine) {
    this.engine = engine;
  }

  /** A feed with the shipped rules, knowledge and models, its home in that folder. */
  public static CheckedFeed open(Path folder) throws IOException {
    Home home = new Home(folder).create();
    Settings settings =
        new SettingsReader(home, Map.of()).read().settings().withClock(Settings.ClockKind.FEED);
    Engine engine =
        new Wiring(settings, home)
            .engine(
                StoreSettings.inMemory(),
                new KeyedHash("a key of 32 bytes for stories...".getBytes(StandardCharsets.UTF_8)),
                BEGAN);
    return new CheckedFeed(engine);
  }

  /** Processes a message; its alerts, closings included, those of wake-ups it let fall due too. */
  public List<JsonNode> send(String message) {
    Outcome outcome =
        engine
            .messages()
            .process(
                new Arrival(
                    id(message), BEGAN, Bytes.copyOf(message.getBytes(StandardCharsets.UTF_8))));
    if (!outcome.reading().usable()) {
      throw new AssertionError("expected a usable message, came " + outcome.reading().problems());
    }
    List<JsonNode> these = new ArrayList<>();
    for (Alert alert : outcome.alerts()) {
      these.add(json(alert));
    }
    alerts.addAll(these);
    return these;
  }

  /** Of its control id alone: what is drawn at random is the same however the rest is written. */
  private static String id(String message) {
    String controlId = message.split("\\|", 11)[9];
    return Sha256.hex(controlId.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  /**
   * Answers an alert, at the time of the last message; the reason is empty where it is accepted.
   */
  public void answer(JsonNode alert, String reason, String who) {
    String outcome =
        reason.isEmpty()
            ? "\"outcome\":\"accepted\""
            : "\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":\""
                + reason
                + "\"}}";
    engine
        .feedback()
        .take(
            "{\"feedback\":[{\"card\":\"%s\",\"version\":%d,%s,\"who\":\"%s\",\"outcomeTimestamp\":\"%s\"}]}"
                .formatted(
                    alert.path("alertId").asText(),
                    alert.path("version").asInt(),
                    outcome,
                    who,
                    alert.path("time").asText()));
  }

  /** Every alert until now. */
  public List<JsonNode> alerts() {
    return List.copyOf(alerts);
  }

  /** The twin's last word on a drug of a patient, stored whether an alert was sent or not. */
  public Optional<DoseVerdict> verdict(String patient, String drug) {
    return engine
        .parts()
        .store()
        .findChart(new Identifier("HOSP", patient))
        .flatMap(id -> engine.parts().store().load(id).findVerdict(drug));
  }

  /** Those of a list that speak of a drug's dose with the twin's word on it. */
  public static List<JsonNode> judging(String drug, List<JsonNode> alerts) {
    return alerts.stream()
        .filter(each -> each.has("twin"))
        .filter(each -> each.path("subjects").findValuesAsText("name").contains(drug))
        .toList();
  }

  /** Those of a list that disturb somebody: HARD_STOP and INTERRUPT. */
  public static List<JsonNode> shown(List<JsonNode> alerts) {
    return alerts.stream()
        .filter(each -> List.of("HARD_STOP", "INTERRUPT").contains(each.path("tier").asText()))
        .toList();
  }

  private static JsonNode json(Alert alert) {
    try {
      return JSON.readTree(new AlertJson().write(alert));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an alert that cannot be read", e);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
