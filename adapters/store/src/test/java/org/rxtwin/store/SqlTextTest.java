package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  private static final List<String> ODD =
      List.of(
          "",
          "plain",
          "\u0000",
          "\\",
          "\\u0000",
          "\\\\u0000\u0000",
          "\ud83d",
          "\ude00\ud83d",
          "\ud83d\ude00");

  @Test
  void everyTextComesBackAndNoTwoAreTheSame() {
    assertThat(ODD)
        .allSatisfy(text -> assertThat(SqlText.read(SqlText.write(text))).isEqualTo(text))
        .allSatisfy(text -> assertThat(SqlText.write(text)).doesNotContain("\u0000"));
    assertThat(ODD.stream().map(SqlText::key)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2026-03-02T08:00:00.000000001Z",
        "9999-12-31T23:59:59Z"
      })
  void everyInstantComesBackExactly(String text) {
    Instant instant = Instant.parse(text);

    assertThat(SqlTime.write(instant)).hasSize(30);
    assertThat(SqlTime.read(SqlTime.write(instant))).isEqualTo(instant);
  }

  @Test
  void instantsSortAsText() {
    List<Instant> instants = new ArrayList<>();
    for (String each :
        List.of(
            "0001-01-01T00:00:00Z",
            "1969-12-31T23:59:59.9Z",
            "1970-01-01T00:00:00.000000001Z",
            "2026-03-02T08:00:00.1Z",
            "2026-03-02T08:00:00.09Z",
            "9999-12-31T23:59:59Z")) {
      instants.add(Instant.parse(each));
    }
    List<String> sortedAsText = instants.stream().map(SqlTime::write).sorted().toList();
    Collections.sort(instants);

    assertThat(sortedAsText.stream().map(SqlTime::read)).containsExactlyElementsOf(instants);
  }

  @Test
  void aYearOfFiveDigitsIsRefused() {
    assertThatThrownBy(() -> SqlTime.write(Instant.parse("+10000-01-01T00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }
}
