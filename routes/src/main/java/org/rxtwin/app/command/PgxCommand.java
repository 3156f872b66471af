package org.rxtwin.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pgx}: a group. */
@Command(name = "pgx", description = "Genes and what they mean.")
final class PgxCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    RootCommand.GroupUsage.refuse(spec);
  }
}
