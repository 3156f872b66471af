package org.rxtwin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Which failures are the database's own, so that what was asked may be asked again. */
class StoreExceptionTest {
  @ParameterizedTest(name = "SQLSTATE {0}: away {1}")
  @CsvSource({
    "08006, true", // the connection failed
    "53100, true", // the disk is full
    "57P01, true", // the server is being stopped
    "58030, true", // input or output failed
    "25006, true", // the server only reads
    "23505, false", // a key stands already
    "22001, false", // a value is too long
    "42P01, false" // there is no such table
  })
  void postgresqlIsAwayByTheClassOfItsState(String state, boolean away) {
    SQLException error = new SQLException("words of the driver", state);

    assertThat(StoreException.of("write", error).isAway()).isEqualTo(away);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_FULL", "SQLITE_IOERR_FSYNC", "SQLITE_BUSY", "SQLITE_READONLY"})
  void sqliteIsAwayWhenItsFileTakesNothing(SQLiteErrorCode code) {
    assertThat(StoreException.of("write", new SQLiteException("words", code)).isAway()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_TOOBIG", "SQLITE_CORRUPT"})
  void sqliteIsThereWhenItRefusesWhatWasAsked(SQLiteErrorCode code) {
    assertThat(StoreException.of("write", new SQLiteException("words", code)).isAway()).isFalse();
  }

  @Test
  void aPoolWithoutAConnectionIsAway() {
    SQLException error = new SQLTransientConnectionException("no connection in time");

    assertThat(StoreException.of("read", error).isAway()).isTrue();
  }
}
