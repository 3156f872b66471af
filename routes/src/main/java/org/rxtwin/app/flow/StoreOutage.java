package org.rxtwin.app.flow;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.rxtwin.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits while the store as a whole can take nothing: then no message is at fault, and none may die
 * of it. What waits holds its place, so the order within a patient's group stays. Any other failure
 * passes at once.
 */
public final class StoreOutage {
  private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);
  private static final long PAUSE_MILLIS = 250;

  /** At a stop: what is given back before its consumer is closed would come again at once. */
  private static final long HELD_MILLIS = 4_000;

  private final AtomicBoolean away = new AtomicBoolean();
  private final CountDownLatch ending = new CountDownLatch(1);

  /**
   * Does the work, and again until the store takes it.
   *
   * @throws StoreException when the program is stopped meanwhile
   */
  public <T> T outlast(Supplier<T> work) {
    while (true) {
      try {
        T done = work.get();
        back();
        return done;
      } catch (StoreException e) {
        if (!e.isAway()) {
          throw e;
        }
        gone();
        if (isEnding()) {
          hold();
          throw e;
        }
      }
    }
  }

  /** From now on what waits is given up, for the broker to keep; true where the store is away. */
  public boolean end() {
    ending.countDown();
    return away.get();
  }

  private void gone() {
    if (away.compareAndSet(false, true)) {
      LOG.error("store_away: messages wait until the database takes them");
    }
  }

  private void back() {
    if (away.compareAndSet(true, false)) {
      LOG.info("store_back");
    }
  }

  private boolean isEnding() {
    try {
      return ending.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void hold() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(HELD_MILLIS));
  }
}
