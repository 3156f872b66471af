package org.rxtwin.app.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A pharmacy system's end of the line: writes bytes as told, reads whole frames. */
final class MllpClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  MllpClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static String framed(String message) {
    return "\u000b" + message + "\u001c\r";
  }

  void write(String latin1) throws IOException {
    write(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends one message and waits for its answer. */
  String ask(String message) throws IOException {
    write(framed(message));
    return read();
  }

  /** The content of the next frame. */
  String read() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int start = in.read();
    if (start != 0x0b) {
      throw new IOException("expected a start mark, got " + start);
    }
    for (int b = in.read(); b != 0x1c; b = in.read()) {
      if (b < 0) {
        throw new IOException("the answer ended before its end mark");
      }
      content.write(b);
    }
    if (in.read() != '\r') {
      throw new IOException("expected 0D after the end mark");
    }
    return content.toString(StandardCharsets.ISO_8859_1);
  }

  List<String> read(int answers) throws IOException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      all.add(read());
    }
    return all;
  }

  /** Whether nothing comes within that time. */
  boolean isSilent(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return in.read() == -2;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(20_000);
    }
  }

  /** Whether the other side has closed. */
  boolean isClosedByPeer() throws IOException {
    return in.read() < 0;
  }

  /** Such as {@code AA M1}: acknowledgement code and echoed control id. */
  static String msa(String ack) {
    for (String segment : ack.split("\r")) {
      if (segment.startsWith("MSA")) {
        String[] fields = segment.split("\\|");
        return fields[1] + " " + (fields.length > 2 ? fields[2] : "");
      }
    }
    return "no MSA";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
