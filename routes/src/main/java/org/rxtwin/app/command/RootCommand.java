package org.rxtwin.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code rxtwin} itself: it does nothing without a command. */
@Command(
    name = "rxtwin",
    description = "Watches a pharmacy's HL7 feed, tests doses on a twin of the patient, and warns.",
    footer = {
      "",
      "Settings: rxtwin.yaml in $RXTWIN_HOME (default ~/.rxtwin), RXTWIN_* over it.",
      "Exit code: 0 done, 1 something in the input could not be used, 2 wrong usage."
    })
final class RootCommand implements Runnable {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Settings to use instead of rxtwin.yaml in the home folder.")
  private @Nullable Path config;

  @Spec private @Nullable CommandSpec spec;

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  @Override
  public void run() {
    GroupUsage.refuse(spec);
  }

  /** Says that a command is missing. */
  static final class GroupUsage {
    private GroupUsage() {}

    static void refuse(@Nullable CommandSpec spec) {
      if (spec != null) {
        throw new ParameterException(spec.commandLine(), "Expected a command, came none.");
      }
    }
  }
}
