package org.rxtwin.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Recorder;

/**
 * One connection that sends each message when it is due, or, where it waits for each
 * acknowledgement, as soon after as it can: what is late counts from when it was due.
 */
final class Sender {
  private static final int PATIENCE_MILLIS = 60_000;

  private final LoadPlan plan;
  private final List<TimedMessage> messages;
  private final long startNanos;
  private final Recorder acks;
  private final LongAdder acknowledged;
  private final Socket socket = new Socket();

  Sender(
      LoadPlan plan,
      List<TimedMessage> messages,
      int port,
      long startNanos,
      Recorder acks,
      LongAdder acknowledged)
      throws IOException {
    this.plan = plan;
    this.messages = messages;
    this.startNanos = startNanos;
    this.acks = acks;
    this.acknowledged = acknowledged;
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Waits for each acknowledgement; gives how many messages were refused. */
  Callable<Integer> waiting() {
    return () -> {
      try (Socket open = socket) {
        InputStream in = new BufferedInputStream(open.getInputStream());
        int refused = 0;
        for (TimedMessage each : messages) {
          await(each);
          each.frame().writeTo(open.getOutputStream());
          refused += answered(in, each);
        }
        return refused;
      }
    };
  }

  /** Sends without waiting; a second task reads the acknowledgements. */
  Callable<Integer> pipelinedWriter() {
    return () -> {
      for (TimedMessage each : messages) {
        await(each);
        each.frame().writeTo(socket.getOutputStream());
      }
      return 0;
    };
  }

  /** Reads what the pipelined messages are answered with, in order. */
  Callable<Integer> pipelinedReader() {
    return () -> {
      try (Socket open = socket) {
        InputStream in = new BufferedInputStream(open.getInputStream());
        int refused = 0;
        for (TimedMessage each : messages) {
          refused += answered(in, each);
        }
        return refused;
      }
    };
  }

  private int answered(InputStream in, TimedMessage message) throws IOException {
    boolean accepted = Frame.acceptedBy(in);
    if (plan.counts(message.number())) {
      acks.recordValue(Math.max(0, System.nanoTime() - startNanos - message.dueNanos()) / 1_000);
    }
    acknowledged.increment();
    return accepted ? 0 : 1;
  }

  private void await(TimedMessage message) {
    long due = startNanos + message.dueNanos();
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
