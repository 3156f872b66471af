package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.EventJson;

/** Events as they were first stored. These files are never changed: a version adds a file. */
class GoldenEventsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final EventJson json = new EventJson();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void everyEventOfEachVersionIsReadForEver(int version) throws IOException {
    for (String line : golden(version)) {
      ObjectNode event = (ObjectNode) MAPPER.readTree(line);
      assertThat(event.path("v").asInt()).isEqualTo(version);
      event.put("v", EventJson.VERSION);
      assertHolds(json.write(json.read(line)), event.toString());
    }
  }

  @Test
  void everyKindOfEventHasItsLine() {
    assertThat(EveryEvent.list().stream().map(Object::getClass).distinct())
        .hasSize(ChartEvent.class.getPermittedSubclasses().length);
  }

  @Test
  void todaysVersionOnlyEverAddsFields() throws IOException {
    List<String> golden = golden(EventJson.VERSION);
    List<ChartEvent> events = EveryEvent.list();
    assertThat(golden).hasSameSizeAs(events);
    for (int each = 0; each < golden.size(); each++) {
      assertHolds(json.write(events.get(each)), golden.get(each));
    }
  }

  /** Every field of the golden line stands in the other with the same value. */
  private static void assertHolds(String today, String golden) throws IOException {
    assertHolds(MAPPER.readTree(today), MAPPER.readTree(golden), "");
  }

  private static void assertHolds(JsonNode today, JsonNode golden, String path) {
    if (golden.isObject()) {
      golden
          .properties()
          .forEach(
              field ->
                  assertHolds(
                      today.path(field.getKey()), field.getValue(), path + "/" + field.getKey()));
    } else if (golden.isArray()) {
      assertThat(today.size()).as(path).isEqualTo(golden.size());
      for (int each = 0; each < golden.size(); each++) {
        assertHolds(today.path(each), golden.path(each), path + "/" + each);
      }
    } else {
      assertThat(today).as(path).isEqualTo(golden);
    }
  }

  private static List<String> golden(int version) throws IOException {
    String name = "/golden/events-v" + version + ".jsonl";
    try (InputStream file = GoldenEventsTest.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
