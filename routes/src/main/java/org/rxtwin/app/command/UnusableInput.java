package org.rxtwin.app.command;

/** Something given to a command cannot be used; the message says what and what to do. */
final class UnusableInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableInput(String message) {
    super(message);
  }

  UnusableInput(String message, Throwable cause) {
    super(message, cause);
  }
}
