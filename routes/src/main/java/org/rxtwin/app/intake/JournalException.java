package org.rxtwin.app.intake;

import org.jspecify.annotations.Nullable;

/** A message could not be journalled: its sender gets AE and is to send it again. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalException(String message) {
    this(message, null);
  }

  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
