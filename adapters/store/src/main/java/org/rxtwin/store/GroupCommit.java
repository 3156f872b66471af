package org.rxtwin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that changes the database. What waits is committed together, each part behind its
 * own savepoint so that one conflict does not spoil the others; callers go on after the commit.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_TOGETHER = 64;
  private static final int MOST_WAITING = 4096;
  private static final int ATTEMPTS_ALONE = 3;

  private final Database database;
  private final LinkedBlockingQueue<PendingWork<?>> waiting =
      new LinkedBlockingQueue<>(MOST_WAITING);
  private final PendingWork<Boolean> end = new PendingWork<>("stop", sql -> Verdict.keep(true));
  private final Thread thread;
  private volatile boolean closed;

  GroupCommit(Database database) {
    this.database = database;
    this.thread = new Thread(this::run, "store-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs a change and returns once it is durable (or was undone). */
  <T> T commit(String task, Sql.Work<Verdict<T>> work) {
    PendingWork<T> pending = new PendingWork<>(task, work);
    submit(pending);
    return pending.await();
  }

  private void submit(PendingWork<?> pending) {
    if (closed) {
      throw PendingWork.storeClosed();
    }
    try {
      waiting.put(pending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PendingWork.interrupted(pending.task());
    }
    if (closed && !thread.isAlive()) {
      waiting.remove(pending);
      pending.fail(PendingWork.storeClosed());
    }
  }

  private void run() {
    List<PendingWork<?>> together = new ArrayList<>();
    boolean running = true;
    while (running) {
      try {
        together.add(waiting.take());
      } catch (InterruptedException e) {
        // Nobody interrupts this thread; close() sends the end through the queue.
        continue;
      }
      waiting.drainTo(together, MOST_TOGETHER - 1);
      running = !together.remove(end);
      commitTogether(together);
      together.clear();
    }
    waiting.forEach(each -> each.fail(PendingWork.storeClosed()));
  }

  private void commitTogether(List<PendingWork<?>> together) {
    if (together.isEmpty()) {
      return;
    }
    SQLException error = commitOnce(together);
    for (PendingWork<?> each : together) {
      if (!each.isDone() && together.size() == 1 && error != null && !isPassing(error)) {
        each.fail(StoreException.of(each.task(), error));
      } else if (!each.isDone()) {
        commitAlone(each);
      }
    }
  }

  private void commitAlone(PendingWork<?> pending) {
    SQLException error = null;
    for (int attempt = 0; attempt < ATTEMPTS_ALONE && !pending.isDone(); attempt++) {
      error = commitOnce(List.of(pending));
      if (error != null && !isPassing(error)) {
        break;
      }
    }
    if (!pending.isDone()) {
      pending.fail(
          error == null
              ? PendingWork.keepsLosing(pending.task())
              : StoreException.of(pending.task(), error));
    }
  }

  /** One transaction. Work that met a passing error, or all of it on an error, stays undone. */
  private @Nullable SQLException commitOnce(List<? extends PendingWork<?>> together) {
    try (Connection connection = database.writing()) {
      try (Sql sql = new Sql(connection)) {
        for (PendingWork<?> each : together) {
          each.attempt(sql);
        }
        connection.commit();
        together.forEach(PendingWork::acknowledge);
        return null;
      } catch (SQLException e) {
        connection.rollback();
        return e;
      }
    } catch (SQLException e) {
      return e;
    } catch (RuntimeException | Error e) {
      together.forEach(each -> each.fail(PendingWork.broken(each.task(), e)));
      return null;
    }
  }

  /** Serialization failure, deadlock, or SQLite's file held by another process. */
  static boolean isPassing(SQLException error) {
    String state = error.getSQLState();
    boolean sqliteBusy =
        error instanceof org.sqlite.SQLiteException busy
            && (busy.getResultCode().code & 0xff) == org.sqlite.SQLiteErrorCode.SQLITE_BUSY.code;
    return sqliteBusy || "40001".equals(state) || "40P01".equals(state);
  }

  /** Commits what waits, then stops. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      waiting.put(end);
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The answer of a change, and whether what it did is kept.
   *
   * @param answer what its caller gets
   * @param kept false: all it did is undone
   */
  record Verdict<T>(T answer, boolean kept) {
    static <T> Verdict<T> keep(T answer) {
      return new Verdict<>(answer, true);
    }

    static <T> Verdict<T> undo(T answer) {
      return new Verdict<>(answer, false);
    }
  }
}
