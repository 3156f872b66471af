package org.rxtwin.app.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What passed the door since the start; for health pages and tests. */
public final class IntakeCounts {
  /** What is counted. */
  public enum Count {
    FRAMES,
    ACCEPTED,
    ERRORS,
    REJECTED,
    NOT_STORED,
    CUT_OFF,
    TOO_LONG,
    LEFT_UNFINISHED,
    STRAY_BYTES,
    /** Runs of bytes outside frames, each kept in quarantine. */
    NOT_BEGUN,
    /** Further runs of bytes outside frames, only counted. */
    NOT_KEPT,
    /** Acknowledgements that were sent to us; none is answered. */
    ANSWERS_TO_US,
    /** Batches and files that hold another number of messages than their ends say. */
    BATCHES_UNEVEN
  }

  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

  public IntakeCounts() {
    for (Count count : Count.values()) {
      counts.put(count, new LongAdder());
    }
  }

  public long get(Count count) {
    return adder(count).sum();
  }

  void add(Count count, long times) {
    adder(count).add(times);
  }

  private LongAdder adder(Count count) {
    LongAdder adder = counts.get(count);
    if (adder == null) {
      throw new IllegalStateException("no counter for " + count);
    }
    return adder;
  }
}
