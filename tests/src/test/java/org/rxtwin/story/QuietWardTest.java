package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.hl7.envelope.MessageFile;

/**
 * Five days of an ordinary hospital: sixty invented patients of surgery, medicine, maternity and
 * children's wards, prescribed as good practice does, with the small imperfections of every feed.
 * The file was committed before any rule was tuned on it. Whoever is disturbed here must be able to
 * say why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuietWardTest {
  private static final Pattern PATIENT = Pattern.compile("(?m)^PID\\|1\\|\\|([0-9]+)");
  private static final Pattern NEW_ORDER = Pattern.compile("(?m)^ORC\\|NW\\|([0-9-]+)");
  private static final int MOST_INTERRUPTS = 6;

  /** Patient and drugs of each interruption that is worth its noise, and why. */
  private static final Map<String, String> DEFENDED =
      Map.of(
          "700112 paracetamol",
          "The drip goes on beside the new tablets: 8 g a day stand ordered, a slip of this ward.",
          "700110 donepezil + ondansetron",
          "She is 84 with heart failure and a loop diuretic, two drugs lengthen QT, no ECG is known.",
          "700304 enalapril",
          "The feed tells pre-eclampsia and never a birth: whether she is still pregnant must be asked.",
          "700315 enalapril",
          "The feed tells a pregnancy with hypertension and never a birth: it must be asked.");

  private final List<String> feed = new ArrayList<>();
  private final List<JsonNode> alerts = new ArrayList<>();

  @BeforeAll
  void theWardIsPlayed(@TempDir Path home) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(QuietWardTest.class.getResourceAsStream("/ward/quiet-ward.hl7"))) {
      for (byte[] message : MessageFile.split(file.readAllBytes())) {
        feed.add(new String(message, StandardCharsets.UTF_8));
      }
    }
    try (CheckedFeed engine = CheckedFeed.open(home)) {
      feed.forEach(message -> alerts.addAll(engine.send(message.replace('\n', '\r'))));
    }
  }

  @Test
  void theWardHasSixtyPatientsAndSixHundredOrders() {
    assertThat(found(PATIENT)).hasSize(60);
    assertThat(found(NEW_ORDER)).hasSizeGreaterThanOrEqualTo(600);
  }

  @Test
  void nobodyIsStoppedHard() {
    assertThat(sent("HARD_STOP")).isEmpty();
  }

  @Test
  void atMostSixTimesSomebodyIsDisturbed() {
    assertThat(sent("INTERRUPT")).hasSizeLessThanOrEqualTo(MOST_INTERRUPTS);
  }

  @Test
  void eachDisturbanceIsDefendedAndNoDefenceIsLeftOver() {
    assertThat(sent("INTERRUPT")).containsExactlyInAnyOrderElementsOf(DEFENDED.keySet());
    assertThat(DEFENDED.values()).allSatisfy(why -> assertThat(why).hasSizeGreaterThan(40));
  }

  @Test
  void everyDrugOfTheWardIsKnown() {
    List<String> unknown =
        alerts.stream()
            .filter(alert -> rules(alert).contains("data-quality/unresolved-drug"))
            .map(QuietWardTest::whomAndWhat)
            .toList();

    assertThat(unknown).isEmpty();
  }

  /** Episodes that were ever sent at that tier. */
  private List<String> sent(String tier) {
    Map<String, String> episodes = new TreeMap<>();
    alerts.stream()
        .filter(alert -> alert.path("tier").asText().equals(tier))
        .filter(alert -> !alert.path("status").asText().equals("closed"))
        .forEach(each -> episodes.putIfAbsent(each.path("alertId").asText(), whomAndWhat(each)));
    return List.copyOf(episodes.values());
  }

  private static String whomAndWhat(JsonNode alert) {
    String drugs =
        alert.path("subjects").findValuesAsText("name").stream()
            .distinct()
            .sorted()
            .collect(Collectors.joining(" + "));
    return alert.at("/patient/ref").asText() + " " + drugs;
  }

  private static List<String> rules(JsonNode alert) {
    List<String> rules = new ArrayList<>();
    alert.path("findings").forEach(each -> rules.add(each.at("/rule/id").asText()));
    return rules;
  }

  private Set<String> found(Pattern pattern) {
    Set<String> all = new TreeSet<>();
    for (String message : feed) {
      Matcher each = pattern.matcher(message);
      while (each.find()) {
        all.add(each.group(1));
      }
    }
    return all;
  }
}
