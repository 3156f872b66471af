package org.rxtwin.app.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends one message at a time over MLLP and waits for its acknowledgement, as a pharmacy system
 * does.
 */
public final class MllpSender implements AutoCloseable {
  private static final int START = 0x0b;
  private static final int END = 0x1c;
  private static final int RETURN = 0x0d;
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  private final Socket socket;
  private final InputStream in;

  /** Connects. */
  public MllpSender(String host, int port) throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a message; gives the acknowledgement's text. */
  public String send(String message) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(START);
    frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
    frame.write(END);
    frame.write(RETURN);
    socket.getOutputStream().write(frame.toByteArray());
    socket.getOutputStream().flush();
    return reply();
  }

  private String reply() throws IOException {
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    int read = in.read();
    while (read != END) {
      if (read < 0) {
        throw new EOFException("the listener closed the connection before it answered");
      }
      if (read != START) {
        reply.write(read);
      }
      read = in.read();
    }
    in.mark(1);
    if (in.read() != RETURN) {
      in.reset();
    }
    return reply.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
