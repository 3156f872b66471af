package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteGroupTest {
  @ParameterizedTest
  @CsvSource({
    "PO, ORAL",
    "p.o., ORAL",
    "C38288, ORAL",
    "iv-push, INTRAVENOUS",
    "静滴, INTRAVENOUS",
    "47625008, INTRAVENOUS",
    "subkutan, SUBCUTANEOUS",
    "Sous-cutanée, SUBCUTANEOUS",
    "20066000, SUBCUTANEOUS",
    "intramuskulär, INTRAMUSCULAR",
    "NS, NASAL",
    "*, ANY",
    "intrathecal, INTRATHECAL"
  })
  void codesAndWordsOfManyTablesNameARoute(String written, RouteGroup route) {
    assertThat(RouteGroup.find(written)).contains(route);
  }

  /** IHA is the artery of the liver, and no inhalation. */
  @ParameterizedTest
  @ValueSource(strings = {"", "IHA", "OTH", "OS", "epidural", "4711", "somewhere"})
  void whatIsNotKnownIsNoRoute(String written) {
    assertThat(RouteGroup.find(written)).isEmpty();
  }

  @Test
  void eachRouteIsFoundByItsOwnCodeAndName() {
    for (RouteGroup each : RouteGroup.values()) {
      assertThat(RouteGroup.find(each.code())).contains(each);
      assertThat(RouteGroup.find(each.name())).contains(each);
    }
  }
}
