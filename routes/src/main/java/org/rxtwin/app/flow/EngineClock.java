package org.rxtwin.app.flow;

import java.time.Instant;
import java.util.Optional;

/** When the engine says a message was recorded. The evaluation time is this, and no other. */
public sealed interface EngineClock {
  /**
   * The time at which a message counts as recorded.
   *
   * @param journalled when it was journalled, by the machine's clock
   * @param sent what the message says of itself (MSH-7), where it could be read
   */
  Instant recordedAt(Instant journalled, Optional<Instant> sent);

  /** Whether wake-ups fall due by the messages' own times, between two messages. */
  boolean followsFeed();

  /** The machine's clock at journalling. */
  record Wall() implements EngineClock {
    @Override
    public Instant recordedAt(Instant journalled, Optional<Instant> sent) {
      return journalled;
    }

    @Override
    public boolean followsFeed() {
      return false;
    }
  }

  /** The messages' own times, never backwards. For demonstrations, checks and replays. */
  final class Feed implements EngineClock {
    private Instant latest;

    /** A clock that goes on from the latest time known. */
    public Feed(Instant latest) {
      this.latest = latest;
    }

    @Override
    public synchronized Instant recordedAt(Instant journalled, Optional<Instant> sent) {
      latest = sent.filter(each -> each.isAfter(latest)).orElse(latest);
      return latest;
    }

    @Override
    public boolean followsFeed() {
      return true;
    }
  }
}
