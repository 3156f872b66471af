package org.rxtwin.app.command;

import java.util.List;
import picocli.CommandLine;

/** Every command there is, in the order that help shows. A command not built is not here. */
final class CommandList {
  private CommandList() {}

  /** The commands by name; a group carries its own under it. */
  static void register(CommandLine root, Site site) {
    list(site).forEach(root::addSubcommand);
    root.addSubcommand(
        group(
            new KbCommand(),
            new KbFindCommand(site),
            new KbShowCommand(site),
            new KbValidateCommand(site)));
    root.addSubcommand(
        group(new PgxCommand(), new PgxPhenotypeCommand(site), new PgxRecommendCommand(site)));
    root.addSubcommand(
        group(
            new TwinCommand(),
            new TwinModelsCommand(site),
            new TwinShowCommand(site),
            new TwinSimulateCommand(site),
            new TwinEstimateCommand(site)));
  }

  private static List<Object> list(Site site) {
    return List.of(
        new ServeCommand(site),
        new CheckCommand(site),
        new ExplainCommand(site),
        new ReadCommand(site),
        new ResolveCommand(site),
        new InteractionsCommand(site),
        new ExposureCommand(site),
        new WarfarinCommand(site),
        new ConfigCommand(site));
  }

  private static CommandLine group(Object group, Object... commands) {
    CommandLine line = new CommandLine(group);
    for (Object command : commands) {
      line.addSubcommand(command);
    }
    return line;
  }
}
