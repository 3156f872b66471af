package org.rxtwin.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A change that waits for its turn, and its caller. */
final class PendingWork<T> {
  private final String task;
  private final Sql.Work<GroupCommit.Verdict<T>> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private GroupCommit.@Nullable Verdict<T> verdict;

  PendingWork(String task, Sql.Work<GroupCommit.Verdict<T>> work) {
    this.task = task;
    this.work = work;
  }

  String task() {
    return task;
  }

  boolean isDone() {
    return answer.isDone();
  }

  /** Runs behind a savepoint; on an error or a conflict everything it did is undone. */
  void attempt(Sql sql) throws SQLException {
    verdict = null;
    sql.update("SAVEPOINT step");
    GroupCommit.Verdict<T> reached = null;
    try {
      reached = work.run(sql);
    } catch (SQLException e) {
      if (!GroupCommit.isPassing(e)) {
        answer.completeExceptionally(StoreException.of(task, e));
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(broken(task, e));
    }
    if (reached == null || !reached.kept()) {
      sql.update("ROLLBACK TO SAVEPOINT step");
    }
    sql.update("RELEASE SAVEPOINT step");
    verdict = reached;
  }

  /** Lets the caller go on. Called after the commit, never before. */
  void acknowledge() {
    if (verdict != null) {
      answer.complete(verdict.answer());
    }
  }

  void fail(StoreException why) {
    answer.completeExceptionally(why);
  }

  T await() {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(task);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StoreException store
          ? new StoreException(String.valueOf(store.getMessage()), store.isAway())
          : broken(task, e);
    }
  }

  static StoreException storeClosed() {
    return new StoreException(
        "expected an open store, came a closed one\nMaybe the program is stopping.");
  }

  static StoreException interrupted(String task) {
    return new StoreException(
        "expected to wait until the store has been able to "
            + task
            + ", came an interrupt\nMaybe the program is stopping; whether it was written is not"
            + " known.");
  }

  static StoreException keepsLosing(String task) {
    return new StoreException(
        "expected the database to "
            + task
            + ", came the same passing error again and again\nMaybe another process holds a lock"
            + " for long.",
        true);
  }

  static StoreException broken(String task, Throwable error) {
    return new StoreException(
        "expected the store to "
            + task
            + ", came "
            + error.getClass().getSimpleName()
            + "\nMaybe this is a fault of the program.");
  }
}
