package org.rxtwin.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One MLLP frame, as it goes over the wire. */
final class Frame {
  private static final int START = 0x0b;
  private static final int END = 0x1c;
  private static final int RETURN = 0x0d;

  private final byte[] bytes;

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  static Frame of(String message) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[text.length + 3];
    bytes[0] = START;
    System.arraycopy(text, 0, bytes, 1, text.length);
    bytes[text.length + 1] = END;
    bytes[text.length + 2] = RETURN;
    return new Frame(bytes);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Reads one frame; whether it accepts the message. */
  static boolean acceptedBy(InputStream in) throws IOException {
    StringBuilder reply = new StringBuilder();
    int read = in.read();
    while (read != END) {
      if (read < 0) {
        throw new EOFException("the engine closed the connection before it answered");
      }
      reply.append((char) read);
      read = in.read();
    }
    if (in.read() != RETURN) {
      throw new IOException("expected a carriage return after the end of the frame");
    }
    return reply.indexOf("MSA|AA|") > 0;
  }
}
