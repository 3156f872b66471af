package org.rxtwin.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.rxtwin.app.demo.MllpSender;

/**
 * The mistake that the kill is to find: a door that answers AA while the message stands in its
 * memory only. The last few are handed on when its sender has gone.
 */
final class HastyDoor {
  private static final int HELD = 5;
  private static final int END = 0x1c;

  private final int port;
  private final int behind;

  HastyDoor(int port, int behind) {
    this.port = port;
    this.behind = behind;
  }

  /** Returns when it listens. */
  void open() throws IOException {
    ServerSocket listening = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(listening), "hasty-door");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(ServerSocket listening) {
    while (true) {
      try (Socket sender = listening.accept();
          MllpSender onward = new MllpSender("127.0.0.1", behind)) {
        serve(sender, onward);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void serve(Socket sender, MllpSender onward) throws IOException {
    InputStream in = new BufferedInputStream(sender.getInputStream());
    Deque<String> held = new ArrayDeque<>();
    for (String message = frame(in); !message.isEmpty(); message = frame(in)) {
      held.add(message);
      String answer = "\u000bMSH|^~\\&|||||||ACK|1|P|2.5.1\rMSA|AA|1\r\u001c\r";
      sender.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      sender.getOutputStream().flush();
      if (held.size() > HELD) {
        onward.send(held.remove());
      }
    }
    while (!held.isEmpty()) {
      onward.send(held.remove());
    }
  }

  /** The next message, empty when the sender has gone. */
  private static String frame(InputStream in) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0; read = in.read()) {
      if (read == END) {
        return frame.toString(StandardCharsets.UTF_8).strip() + "\r";
      }
      if (read >= ' ' || read == '\r') {
        frame.write(read);
      }
    }
    return "";
  }
}
