package org.rxtwin.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("mllp.port", "mllp.host", "timeZone");

  @ParameterizedTest
  @CsvSource({"mllp.prot, mllp.port", "MLLP.HOST, mllp.host", "timezome, timeZone"})
  void the_name_with_the_fewest_wrong_letters_is_found(String written, String meant) {
    assertThat(NearestName.find(written, KNOWN)).contains(meant);
  }

  @Test
  void of_two_names_as_near_the_first_by_alphabet_is_found() {
    assertThat(NearestName.find("mllp.xost", List.of("mllp.most", "mllp.host")))
        .contains("mllp.host");
  }

  @Test
  void nothing_is_near_where_more_than_half_of_the_letters_differ() {
    assertThat(NearestName.find("warfarin", KNOWN)).isEmpty();
  }

  @Test
  void advice_names_all_that_is_known_where_nothing_is_near() {
    assertThat(NearestName.advice("warfarin", KNOWN))
        .isEqualTo("use one of mllp.port, mllp.host, timeZone");
  }
}
