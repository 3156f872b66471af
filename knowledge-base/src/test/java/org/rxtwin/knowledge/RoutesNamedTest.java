package org.rxtwin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesNamedTest {
  @ParameterizedTest
  @CsvSource({
    "intravenous infusion over an hour, INTRAVENOUS",
    "Intravenous route (qualifier value), INTRAVENOUS",
    "oral inhalation, INHALED",
    "inject in the muscle (IM), INTRAMUSCULAR",
    "静脉滴注, INTRAVENOUS"
  })
  void aPhraseNamesOneRoute(String phrase, RouteGroup route) {
    assertThat(RoutesNamed.in(phrase).only()).contains(route);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "give it at once", "in the os", "4711"})
  void aPhraseWithoutRouteNamesNone(String phrase) {
    assertThat(RoutesNamed.in(phrase).none()).isTrue();
  }

  @Test
  void severalRoutesAndWaysOfNoGroupAreNotOne() {
    assertThat(RoutesNamed.in("oral or rectal").groups())
        .containsExactly(RouteGroup.ORAL, RouteGroup.RECTAL);
    assertThat(RoutesNamed.in("oral or rectal").only()).isEmpty();
    assertThat(RoutesNamed.in("intrathecal or epidural").only()).isEmpty();
    assertThat(RoutesNamed.in("epidural").other()).isTrue();
  }
}
