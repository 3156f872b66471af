package org.rxtwin.store;

import java.sql.SQLException;

/**
 * The database could not do what was asked. Drivers print keys and values into their messages, so
 * neither their text nor they themselves are passed on: only SQLSTATE and the vendor's number.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  static StoreException of(String task, SQLException error) {
    return new StoreException(
        "expected the database to "
            + task
            + ", came SQLSTATE "
            + error.getSQLState()
            + ", vendor code "
            + error.getErrorCode()
            + "\nMaybe the disk is full, the server is away or its settings changed.");
  }
}
