package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stories of the demonstration with each dose recorded by the ward in place of assumed ones.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DosesTheWardRecordsTest {
  private List<JsonNode> assumed = List.of();
  private List<JsonNode> recorded = List.of();

  @BeforeAll
  void theStoriesArePlayedBothWays(@TempDir Path first, @TempDir Path second) throws IOException {
    List<String> orders =
        Demonstration.messages().stream().filter(each -> !each.contains("|RAS^O17")).toList();
    List<String> withDoses = WardRecords.recorded(orders);
    assertThat(withDoses).hasSizeGreaterThan(orders.size() + 300);
    assumed = Demonstration.alerts(first, orders);
    recorded = Demonstration.alerts(second, withDoses);
  }

  @Test
  void theSamePeopleAreDisturbedForTheSameReasons() {
    assertThat(disturbances(recorded)).isEqualTo(disturbances(assumed));
  }

  @Test
  void theTwinSaysThatItReckonsWithDosesGiven() {
    assertThat(withDoses("given", recorded)).isPositive();
    assertThat(withDoses("given", assumed)).isZero();
  }

  private static long withDoses(String which, List<JsonNode> alerts) {
    return alerts.stream()
        .filter(each -> each.at("/twin/current/doses").asText().equals(which))
        .count();
  }

  private static Set<String> disturbances(List<JsonNode> alerts) {
    Set<String> all = new TreeSet<>();
    CheckedFeed.shown(alerts)
        .forEach(
            each ->
                all.add(
                    each.at("/patient/ref").asText()
                        + " "
                        + each.path("tier").asText()
                        + " "
                        + each.path("title").asText()));
    return all;
  }
}
