package org.rxtwin.twin.level;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.twin.Twin;

/** How long a warm verdict takes on the machine at hand. */
final class Speed {
  private static final int WARM = 60;
  private static final int TAKEN = 41;

  /** Time of the processor spent by this thread: what others do on the machine does not count. */
  private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();

  private Speed() {}

  /**
   * Prints the median and refuses a fastest verdict over four times the goal, so that a busy
   * machine fails no build.
   */
  static void of(String what, Twin twin, DoseQuestion question, double goalMillis) {
    for (int i = 0; i < WARM; i++) {
      twin.judge(question);
    }
    long[] nanos = new long[TAKEN];
    for (int i = 0; i < TAKEN; i++) {
      long start = TIME.getCurrentThreadCpuTime();
      twin.judge(question);
      nanos[i] = TIME.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    System.out.println(
        "warm verdict ("
            + what
            + "): median "
            + nanos[TAKEN / 2] / 1000
            + " us, fastest "
            + nanos[0] / 1000
            + " us");
    assertThat(nanos[0] / 1e6).as(what).isLessThan(4 * goalMillis);
  }
}
