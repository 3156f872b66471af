package org.rxtwin.hl7.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMovesTest {
  @Test
  void aFieldIsReadWhereItStandsAndWhereItStandsNothingElseIs() {
    FieldMoves moves = FieldMoves.of(Map.of("RXE-2", "RXE-3"));

    assertThat(moves.source("RXE", 2)).isEqualTo(3);
    assertThat(moves.source("RXE", 3)).isZero();
    assertThat(moves.source("RXE", 5)).isEqualTo(5);
    assertThat(moves.source("RXO", 2)).isEqualTo(2);
  }

  @Test
  void fieldsThatAreAllShiftedByOneAreMovedOneByOne() {
    FieldMoves moves = FieldMoves.of(Map.of("RXE-2", "RXE-3", "RXE-3", "RXE-4"));

    assertThat(moves.source("RXE", 2)).isEqualTo(3);
    assertThat(moves.source("RXE", 3)).isEqualTo(4);
    assertThat(moves.source("RXE", 4)).isZero();
  }

  @Test
  void oneFieldThatHoldsTwoThingsIsReadForBothWhereThatIsSaid() {
    FieldMoves moves = FieldMoves.of(Map.of("PID-3", "PID-2", "PID-2", "PID-2"));

    assertThat(moves.source("PID", 2)).isEqualTo(2);
    assertThat(moves.source("PID", 3)).isEqualTo(2);
  }

  @Test
  void onlySegmentsWithMovesAreConcerned() {
    assertThat(FieldMoves.of(Map.of("RXE-2", "RXE-3")).concern("RXE")).isTrue();
    assertThat(FieldMoves.of(Map.of("RXE-2", "RXE-3")).concern("RXO")).isFalse();
    assertThat(FieldMoves.of(Map.of())).isSameAs(FieldMoves.NONE);
  }

  @ParameterizedTest
  @CsvSource({"RXE-2,RXO-1", "MSH-9,MSH-8", "RXE-0,RXE-2", "RXE.2,RXE-3", "RXE-2,RXE-3.1"})
  void fieldsOfTwoSegmentsOrOfOnesThatAreNotMovedAreRefused(String read, String stands) {
    assertThatThrownBy(() -> FieldMoves.of(Map.of(read, stands)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected two fields of one segment")
        .hasMessageContaining("Maybe a field and where it stands, as RXE-2: RXE-3");
  }
}
