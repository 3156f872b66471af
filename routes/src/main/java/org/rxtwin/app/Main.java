package org.rxtwin.app;

import org.rxtwin.app.command.CommandLineRun;
import org.rxtwin.app.command.Terminal;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    int exit = CommandLineRun.run(terminal, args);
    terminal.flush();
    System.exit(exit);
  }
}
