package org.rxtwin.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.rxtwin.chart.port.ChartStore.Written;
import org.rxtwin.chart.port.Step;

/**
 * A process that writes until it is killed and says on standard output what is durable: {@code
 * thread:number} a line. Its second argument makes it say so before it is true.
 */
public final class CrashingWriter {
  static final int THREADS = 4;
  static final int EVENTS = 3;

  private CrashingWriter() {}

  /** Arguments: directory of the database; {@code after} or {@code before} the commit. */
  public static void main(String[] arguments) {
    JdbcStore store = JdbcStore.open(StoreSettings.sqlite(Path.of(arguments[0])));
    boolean tooEarly = arguments[1].equals("before");
    for (int thread = 0; thread < THREADS; thread++) {
      int own = thread;
      new Thread(() -> writeForEver(store, own, tooEarly)).start();
    }
  }

  static Step step(int thread, int number) {
    String name = thread + ":" + number;
    return Patients.message(
        Patients.key(name, "ab"),
        Patients.raw("m" + name),
        List.of(Patients.alert(name, 1, Patients.chart("t" + thread))),
        Patients.results("t" + thread, (long) number * EVENTS, EVENTS));
  }

  private static void writeForEver(JdbcStore store, int thread, boolean tooEarly) {
    for (int number = 0; ; number++) {
      if (tooEarly) {
        say(thread, number);
      }
      if (store.write(step(thread, number)) != Written.DONE) {
        throw new IllegalStateException("expected to be the only writer");
      }
      if (!tooEarly) {
        say(thread, number);
      }
    }
  }

  private static void say(int thread, int number) {
    PrintStream out = System.out;
    synchronized (out) {
      out.println(thread + ":" + number);
      out.flush();
    }
  }
}
