package org.rxtwin.app.command;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output, UTF-8, which remembers why it could not be written. */
final class AnswerStream extends PrintStream {
  private static final int BUFFER = 1 << 16;
  private static final String READER_GONE = "Broken pipe";

  private final Watched watched;

  AnswerStream(OutputStream out) {
    this(new Watched(out));
  }

  private AnswerStream(Watched watched) {
    super(new BufferedOutputStream(watched, BUFFER), false, StandardCharsets.UTF_8);
    this.watched = watched;
  }

  /**
   * Why an answer is not whole; empty where it is, and where its reader ended before it, as {@code
   * head} does.
   */
  Optional<String> loss() {
    return checkError()
        ? Optional.of(watched.fault).filter(fault -> !fault.equals(READER_GONE))
        : Optional.empty();
  }

  /** Hands everything on and keeps the first fault. */
  private static final class Watched extends FilterOutputStream {
    private String fault = "";

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        fault = fault.isEmpty() ? String.valueOf(e.getMessage()) : fault;
        throw e;
      }
    }
  }
}
