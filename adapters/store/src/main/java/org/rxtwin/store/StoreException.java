package org.rxtwin.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database could not do what was asked. Drivers print keys and values into their messages, so
 * neither their text nor they themselves are passed on: only SQLSTATE and the vendor's number.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** SQLSTATE classes: connection, resources, operator, system; and a server that only reads. */
  private static final List<String> AWAY_STATES = List.of("08", "53", "57", "58", "25006");

  private static final Set<SQLiteErrorCode> AWAY_CODES =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_CANTOPEN);

  private final boolean away;

  StoreException(String message) {
    this(message, false);
  }

  StoreException(String message, boolean away) {
    super(message);
    this.away = away;
  }

  /**
   * Whether the database as a whole can take nothing now: away, full, or read only. What was asked
   * is not at fault, and may be asked again later.
   */
  public boolean isAway() {
    return away;
  }

  static StoreException of(String task, SQLException error) {
    return new StoreException(
        "expected the database to "
            + task
            + ", came SQLSTATE "
            + error.getSQLState()
            + ", vendor code "
            + error.getErrorCode()
            + "\nMaybe the disk is full, the server is away or its settings changed.",
        isAway(error));
  }

  private static boolean isAway(SQLException error) {
    if (error instanceof SQLiteException sqlite) {
      int primary = sqlite.getResultCode().code & 0xff;
      return AWAY_CODES.stream().anyMatch(each -> each.code == primary);
    }
    String state = String.valueOf(error.getSQLState());
    return error instanceof SQLTransientConnectionException
        || AWAY_STATES.stream().anyMatch(state::startsWith);
  }
}
