package org.rxtwin.app.home;

/** The home folder cannot be made or read. */
public final class HomeProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HomeProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
