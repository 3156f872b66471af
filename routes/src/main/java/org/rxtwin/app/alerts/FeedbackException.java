package org.rxtwin.app.alerts;

/** An answer that cannot be used. */
public final class FeedbackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FeedbackException(String expected, String came) {
    super(
        "expected "
            + expected
            + ", came "
            + came
            + "\nMaybe the receiver does not use the CDS Hooks feedback form that the README shows.");
  }
}
