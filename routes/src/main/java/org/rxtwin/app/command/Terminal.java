package org.rxtwin.app.command;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * What a command reads and writes.
 *
 * @param in standard input
 * @param out answers, UTF-8
 * @param err everything that is no answer, UTF-8
 * @param environment variables
 * @param userFolder the user's folder
 * @param typed whether a person types the input
 * @param clock the time where a message tells none
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    String userFolder,
    boolean typed,
    Clock clock) {
  private static final int BUFFER = 1 << 16;

  /** The streams of this process. */
  public static Terminal ofProcess() {
    return new Terminal(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER),
        new AnswerStream(new FileOutputStream(FileDescriptor.out)),
        errors(),
        System.getenv(),
        System.getProperty("user.home", "."),
        Boolean.getBoolean("rxtwin.typed"),
        Clock.systemUTC());
  }

  private static PrintStream errors() {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BUFFER),
        true,
        StandardCharsets.UTF_8);
  }

  /** Hands on what is still held back. */
  public void flush() {
    out.flush();
    err.flush();
  }

  @Override
  public String toString() {
    return "Terminal";
  }
}
