package org.rxtwin.app.intake;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.rxtwin.app.broker.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is acknowledged stands here first. Without a connection every message fails at once, and its
 * sender is told; the connection is tried again every second.
 */
public final class IntakeJournal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeJournal.class);

  private final Broker broker;
  private final IntakeSettings settings;
  private final ScheduledExecutorService mending =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "intake-journal"));
  private volatile @Nullable Linked linked;
  private volatile boolean closed;

  public IntakeJournal(Broker broker, IntakeSettings settings) {
    this.broker = broker;
    this.settings = settings;
  }

  /** Connects; the broker must have been started. */
  public void start() {
    try {
      link(connect());
    } catch (JMSException e) {
      throw new JournalException(
          "expected a connection to the broker\nMaybe broker.start() was not called.", e);
    }
  }

  /** Done when the message is on disk. One sender's messages take the same lane, in order. */
  CompletableFuture<Void> store(int lane, JournalEntry entry) {
    try {
      return lane(lane).send(entry);
    } catch (JournalException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Returns when all are on disk; waits for what the lane sent before. */
  CompletableFuture<Void> storeTogether(int lane, List<JournalEntry> entries) {
    try {
      lane(lane).sendTogether(entries);
      return CompletableFuture.completedFuture(null);
    } catch (JournalException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    mending.shutdownNow();
    Linked last = linked;
    linked = null;
    if (last != null) {
      last.close();
    }
  }

  private JournalLane lane(int number) {
    Linked current = linked;
    if (current == null) {
      throw new JournalException("expected a connection to the broker, there is none now");
    }
    if (broker.isFull()) {
      throw new JournalException("the broker's disk is at its limit");
    }
    return current.lanes.get(Math.floorMod(number, current.lanes.size()));
  }

  private Linked connect() throws JMSException {
    Connection connection = broker.journallingConnectionFactory().createConnection();
    try {
      List<JournalLane> lanes = new ArrayList<>();
      for (int i = 0; i < settings.journalLanes(); i++) {
        lanes.add(new JournalLane(connection, settings.storeTimeout()));
      }
      Linked made = new Linked(connection, List.copyOf(lanes));
      connection.setExceptionListener(lost -> lost(made));
      connection.start();
      return made;
    } catch (JMSException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection that was lost before it stood here is mended like any other. */
  private void link(Linked made) {
    linked = made;
    if (made.isLost.get()) {
      lost(made);
    }
  }

  private void lost(Linked gone) {
    gone.isLost.set(true);
    if (closed || linked != gone) {
      return;
    }
    linked = null;
    LOG.warn("journal.lost the connection to the broker is gone; senders get AE until it is back");
    gone.lanes.forEach(JournalLane::abandon);
    run(() -> mend(gone));
  }

  private void mend(Linked gone) {
    gone.close();
    try {
      link(connect());
      LOG.info("journal.connected again");
    } catch (JMSException | RuntimeException e) {
      LOG.debug("journal.unreachable {}", e.getClass().getSimpleName());
      if (!closed) {
        run(() -> mend(gone));
      }
    }
  }

  private void run(Runnable task) {
    if (!mending.isShutdown()) {
      ScheduledFuture<?> unused = mending.schedule(task, 1, TimeUnit.SECONDS);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static final class Linked {
    private final Connection connection;
    private final List<JournalLane> lanes;
    private final AtomicBoolean isLost = new AtomicBoolean();

    private Linked(Connection connection, List<JournalLane> lanes) {
      this.connection = connection;
      this.lanes = lanes;
    }

    private void close() {
      try {
        connection.close();
      } catch (JMSException | RuntimeException e) {
        LOG.debug("journal.close {}", e.getClass().getSimpleName());
      }
      lanes.forEach(JournalLane::abandon);
    }
  }
}
