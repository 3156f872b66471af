package org.rxtwin.app.flow;

/** A chart that was changed by others each time a step wanted to write to it. */
public final class ContentionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContentionException(String messageId, int attempts) {
    super(
        "expected to write message "
            + messageId
            + " in "
            + attempts
            + " attempts, came a conflict each time\nMaybe one patient's messages arrive on many"
            + " connections at once; it is tried again.");
  }
}
