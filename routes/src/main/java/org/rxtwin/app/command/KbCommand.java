package org.rxtwin.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kb}: a group. */
@Command(name = "kb", description = "What is known of drugs.")
final class KbCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    RootCommand.GroupUsage.refuse(spec);
  }
}
