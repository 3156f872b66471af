package org.rxtwin.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code twin}: a group. */
@Command(name = "twin", description = "Models of patients under drugs.")
final class TwinCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    RootCommand.GroupUsage.refuse(spec);
  }
}
