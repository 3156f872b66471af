package org.rxtwin.app.intake;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.rxtwin.app.broker.Addresses;

/**
 * Prints how fast the door is: acknowledgement times at a fixed rate, each counted from the moment
 * the message was due (no coordinated omission), and the pipelined throughput of one connection.
 *
 * <p>Arguments: messages a second, seconds, ack-waiting connections, messages to pipeline, 1 or 0:
 * whether somebody takes the messages from the broker meanwhile.
 */
final class IntakeLoad {
  private static final long SECOND = 1_000_000_000L;

  private final OpenDoor door;

  private IntakeLoad(OpenDoor door) {
    this.door = door;
  }

  public static void main(String[] args) throws Exception {
    int rate = number(args, 0, 400);
    int seconds = number(args, 1, 20);
    int connections = number(args, 2, 8);
    int pipelined = number(args, 3, 50_000);
    Path home = Files.createTempDirectory("intake-load");
    try (OpenDoor door = new OpenDoor(home)) {
      IntakeLoad load = new IntakeLoad(door);
      if (number(args, 4, 1) == 1) {
        load.takeBehind();
      }
      load.fixedRate(rate, Math.max(2, seconds / 4), connections);
      print(rate, connections, load.fixedRate(rate, seconds, connections), "");
      load.pipelined(pipelined / 10);
      System.out.printf("pipelined, one connection: %.0f messages/s%n", load.pipelined(pipelined));
      ExecutorService beside = Executors.newSingleThreadExecutor();
      Future<Double> stream = beside.submit(() -> load.pipelined(pipelined));
      long[] times = load.fixedRate(rate, seconds, connections);
      print(rate, connections, times, " beside a pipelined stream");
      System.out.printf("that stream meanwhile: %.0f messages/s%n", stream.get());
      beside.shutdown();
      System.out.println("accepted in all: " + door.counts.get(IntakeCounts.Count.ACCEPTED));
    }
  }

  private static void print(int rate, int connections, long[] nanos, String note) {
    Arrays.sort(nanos);
    System.out.printf(
        "%d/s over %d connections%s: ACK p50 %.2f ms, p99 %.2f ms, max %.2f ms, n %d%n",
        rate,
        connections,
        note,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        nanos.length);
  }

  private long[] fixedRate(int rate, int seconds, int connections) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(connections);
    List<Future<long[]>> all = new ArrayList<>();
    long start = System.nanoTime() + SECOND / 10;
    int each = rate * seconds / connections;
    for (int c = 0; c < connections; c++) {
      long first = start + c * SECOND / rate;
      all.add(senders.submit(() -> onePace(first, SECOND * connections / rate, each)));
    }
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> one : all) {
      parts.add(one.get());
    }
    senders.shutdown();
    return parts.stream().flatMapToLong(Arrays::stream).toArray();
  }

  private long[] onePace(long first, long period, int count) throws IOException {
    long[] taken = new long[count];
    try (MllpClient client = door.client()) {
      for (int i = 0; i < count; i++) {
        long due = first + i * period;
        LockSupport.parkNanos(due - System.nanoTime());
        client.ask(Samples.result("R" + i, "" + i % 500));
        taken[i] = System.nanoTime() - due;
      }
    }
    return taken;
  }

  private double pipelined(int count) throws Exception {
    try (MllpClient client = door.client()) {
      ExecutorService writer = Executors.newSingleThreadExecutor();
      long start = System.nanoTime();
      Future<?> writing =
          writer.submit(
              () -> {
                for (int i = 0; i < count; i++) {
                  client.write(MllpClient.framed(Samples.result("P" + i, "" + i % 500)));
                }
                return null;
              });
      for (int i = 0; i < count; i++) {
        String msa = MllpClient.msa(client.read());
        if (!msa.equals("AA P" + i)) {
          throw new IllegalStateException("expected AA P" + i + ", got " + msa);
        }
      }
      writing.get();
      writer.shutdown();
      return count / ((System.nanoTime() - start) / 1e9);
    }
  }

  private void takeBehind() {
    Thread taker =
        new Thread(
            () -> {
              try (Connection connection = door.broker.connectionFactory().createConnection()) {
                connection.start();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer in = session.createConsumer(session.createQueue(Addresses.HL7_IN));
                for (int i = 1; in.receive() != null; i++) {
                  if (i % 50 == 0) {
                    session.commit();
                  }
                }
              } catch (JMSException e) {
                System.out.println("taker ended: " + e.getClass().getSimpleName());
              }
            });
    taker.setDaemon(true);
    taker.start();
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }
}
