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
  void oneFieldIsNotReadForTwo() {
    assertThatThrownBy(() -> FieldMoves.of(Map.of("RXE-3", "RXE-25", "RXE-10", "RXE-25")))
        .hasMessageContaining("each field to be read for one other only");
  }

  @ParameterizedTest
  @CsvSource({"PID-3,PID-2", "PID-3,PID-4", "PID-8,PID-9"})
  void thePatientsNumberMayStandWhereMessagesOfOldHaveIt(String read, String stands) {
    assertThat(FieldMoves.of(Map.of(read, stands)).written()).containsEntry(read, stands);
  }

  @ParameterizedTest
  @CsvSource({"PID-3,PID-18", "PID-3,PID-5", "PID-2,PID-3", "PID-8,PID-3", "PID-4,PID-18"})
  void nothingElseIsEverAPatientsNumber(String read, String stands) {
    assertThatThrownBy(() -> FieldMoves.of(Map.of(read, stands)))
        .hasMessageContaining("a patient's number from nowhere but PID-3");
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
        .hasMessageContaining("expected a field and where it stands, as RXE-2: RXE-3")
        .hasMessageContaining("Maybe");
  }
}
