package org.rxtwin.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A program the launcher can start: it tells what reached it. */
public final class LaunchedProgram {
  private LaunchedProgram() {}

  /** Does what the first argument says. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    switch (args.length == 0 ? "" : args[0]) {
      case "exit" -> System.exit(Integer.parseInt(args[1]));
      case "cat" -> System.in.transferTo(out);
      case "property" -> out.print(System.getProperty(args[1]) + "\n");
      case "wait" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> out.print("told to end\n")));
        out.print("ready\n");
        new CountDownLatch(1).await();
      }
      default -> out.print(String.join("|", args) + "\n");
    }
    out.flush();
  }
}
