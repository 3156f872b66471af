package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The stories of the demonstration, their orders written as other pharmacy systems write them: the
 * same alerts come out, with the same doses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersInOtherStylesTest {
  private static final Pattern CODED_DRUG = Pattern.compile("\\|(\\d+)\\^[^|^]*\\^RXNORM");

  /** The name of another alert hangs on the message that opened it. */
  private static final Pattern ALERT_ID = Pattern.compile("[0-9a-f]{32}");

  private List<String> messages = List.of();
  private List<String> asWritten = List.of();

  @BeforeAll
  void theStoriesArePlayedAsTheyAreWritten(@TempDir Path home) throws IOException {
    messages = Demonstration.messages();
    asWritten = said(Demonstration.alerts(home, messages));
    assertThat(asWritten).hasSizeGreaterThan(80);
  }

  @ParameterizedTest
  @EnumSource(names = "LOCAL_CODES")
  void theSameAlertsComeOutInTheStyleThatNeedsAProfile(OrderStyle style, @TempDir Path home)
      throws IOException {
    theSameAlertsComeOut(style, home);
  }

  @ParameterizedTest
  @EnumSource(names = "LOCAL_CODES", mode = EnumSource.Mode.EXCLUDE)
  @Tag("full")
  void theSameAlertsComeOutInEachStyle(OrderStyle style, @TempDir Path home) throws IOException {
    theSameAlertsComeOut(style, home);
  }

  private void theSameAlertsComeOut(OrderStyle style, Path home) throws IOException {
    // given
    if (style == OrderStyle.LOCAL_CODES) {
      Files.writeString(home.resolve("rxtwin.yaml"), profile());
    }
    List<String> rewritten = messages.stream().map(style::rewrite).toList();

    // when
    List<String> alerts = said(Demonstration.alerts(home, rewritten));

    // then
    assertThat(rewritten).isNotEqualTo(messages);
    assertThat(without(alerts, asWritten)).isEmpty();
    assertThat(without(asWritten, alerts)).isEmpty();
  }

  private static List<String> said(List<JsonNode> alerts) {
    return alerts.stream().map(OrdersInOtherStylesTest::said).toList();
  }

  private static List<String> without(List<String> some, List<String> others) {
    return some.stream().filter(each -> !others.contains(each)).toList();
  }

  /** Whom it concerns, how loud it is and what it says. */
  private static String said(JsonNode alert) {
    return String.join(
        " / ",
        alert.at("/patient/ref").asText(),
        alert.path("time").asText(),
        alert.path("status").asText(),
        alert.path("tier").asText(),
        before(alert.path("title").asText(), ": expected"),
        ALERT_ID.matcher(before(alert.path("advice").asText(), ";")).replaceAll("ID"));
  }

  /** A twin's figures come behind; they follow draws that each message seeds anew. */
  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /** What is agreed with the sender of local codes. */
  private String profile() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("feeds:\n  - application: HAUS\n    timeZone: UTC\n    units: {MILLI: mg}\n");
    yaml.append("    routes: {HPO: PO, HIV: IV, HSC: SC, HBUC: BU}\n    frequencies:\n");
    for (String code : frequencies()) {
      yaml.append("      \"H-").append(code.replace(' ', '-')).append("\": \"");
      yaml.append(code).append("\"\n");
    }
    yaml.append("    codes:\n");
    for (String code : drugs()) {
      yaml.append("      \"H|H").append(code).append("\": \"RXNORM|").append(code).append("\"\n");
    }
    return yaml.toString();
  }

  private Set<String> frequencies() {
    return found(Pattern.compile("(?m)^TQ1\\|1\\|\\|([^|]+)\\|"));
  }

  private Set<String> drugs() {
    return found(CODED_DRUG);
  }

  private Set<String> found(Pattern pattern) {
    Set<String> all = new TreeSet<>();
    for (String message : messages) {
      Matcher each = pattern.matcher(message.replace('\r', '\n'));
      while (each.find()) {
        all.add(each.group(1));
      }
    }
    return all;
  }
}
