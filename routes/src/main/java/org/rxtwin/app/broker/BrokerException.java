package org.rxtwin.app.broker;

/** The broker could not be started, stopped or reached. */
public final class BrokerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One whose message says it all. */
  BrokerException(String message) {
    super(message);
  }

  public BrokerException(String message, Throwable cause) {
    super(message, cause);
  }
}
