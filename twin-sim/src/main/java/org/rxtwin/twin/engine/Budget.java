package org.rxtwin.twin.engine;

import java.util.function.BooleanSupplier;

/**
 * Counted work: simulations and evaluations of a model, the same on every machine. The fuse is the
 * wall clock's last word for work that hangs; it is asked seldom.
 */
public final class Budget {
  private static final int ASK_FUSE_EACH = 256;

  private final long allowed;
  private final BooleanSupplier fuse;
  private long spent;
  private long untilFuse = ASK_FUSE_EACH;

  /**
   * @param allowed units of work
   * @param fuse true once the time is over
   */
  public Budget(long allowed, BooleanSupplier fuse) {
    this.allowed = allowed;
    this.fuse = fuse;
  }

  /** Only counted, without a fuse. */
  public static Budget of(long allowed) {
    return new Budget(allowed, () -> false);
  }

  /** For work a person waits for at a command line. */
  public static Budget unlimited() {
    return of(Long.MAX_VALUE);
  }

  /** Takes {@code units}; throws where they are used up or the fuse has blown. */
  public void spend(long units) {
    spent += units;
    if (spent > allowed) {
      throw new BudgetSpent("the budget of " + allowed + " evaluations is used up", false);
    }
    untilFuse -= units;
    if (untilFuse <= 0) {
      untilFuse = ASK_FUSE_EACH;
      if (fuse.getAsBoolean()) {
        throw new BudgetSpent("the time for the twin is over", true);
      }
    }
  }

  /** Units taken so far. */
  public long spent() {
    return spent;
  }

  /** The work was stopped before it was done. */
  public static final class BudgetSpent extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean byFuse;

    BudgetSpent(String message, boolean byFuse) {
      super(message + "\nMaybe raise the twin's budget in the settings");
      this.byFuse = byFuse;
    }

    /** Whether the clock stopped it, which a replay has to obey. */
    public boolean byFuse() {
      return byFuse;
    }
  }
}
