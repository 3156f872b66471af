package org.rxtwin.chart.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.StoredEvent;

/**
 * Where charts live. Events are append-only; a step is all or nothing; two steps that saw the same
 * state of a chart cannot both be written.
 */
public interface ChartStore extends AutoCloseable {
  /** The living chart an identifier leads to, through aliases and merges. */
  Optional<ChartId> findChart(Identifier identifier);

  /** The chart that a chart id leads to today: itself, or what it was merged into. */
  ChartId survivor(ChartId chart);

  /** The chart with all its events, those of charts merged into it included; empty when unknown. */
  Chart load(ChartId chart);

  /** Whether a message was seen before. */
  Seen seen(IntakeKey key);

  /** Writes a step durably. */
  Written write(Step step);

  /** Wake-ups due at or before that instant, earliest first, then by chart. */
  List<DueWakeUp> listDue(Instant until, int limit);

  /** Latest {@code recordedAt} of all events; a feed's clock goes on from there. */
  Optional<Instant> lastRecordedAt();

  /** A message as it came. */
  Optional<RawMessage> findMessage(String messageId);

  /** Every event of every chart that was recorded in the period, in order of recording. */
  List<StoredEvent> listEvents(Instant from, Instant to);

  @Override
  void close();

  /** Whether a message was seen. */
  enum Seen {
    /** Never. */
    NEW,
    /** The same id and the same bytes: drop it. */
    SAME,
    /** The same id with other bytes: a new message, and a data-quality alert. */
    OTHER_BYTES
  }

  /** How a write ended. */
  enum Written {
    /** It is durable. */
    DONE,
    /** Somebody else was first: load again, fold again. */
    CONFLICT,
    /** The message had been processed before; nothing was written. */
    DUPLICATE
  }

  /** A wake-up that has fallen due. */
  record DueWakeUp(ChartId chart, String key, Instant due) {}
}
