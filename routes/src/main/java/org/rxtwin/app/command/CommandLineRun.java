package org.rxtwin.app.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rxtwin.app.broker.BrokerException;
import org.rxtwin.app.home.HomeProblem;
import org.rxtwin.app.home.SiteKeyException;
import org.rxtwin.app.settings.SettingsProblem;
import org.rxtwin.knowledge.KnowledgeRefused;
import org.rxtwin.rules.ruleset.RuleRefusedException;
import org.rxtwin.store.StoreException;
import org.rxtwin.twin.engine.Budget.BudgetSpent;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From arguments to an exit code. */
public final class CommandLineRun {
  /** Something in the input could not be used. */
  public static final int UNUSABLE = 1;

  static final String FAULT =
      "This should not have happened. Maybe report it with the lines below.";

  /** The program itself failed: no answer of it is whole. */
  static final int FAILED = 70;

  private CommandLineRun() {}

  /** Runs the command that the arguments name. */
  public static int run(Terminal terminal, String... args) {
    RootCommand root = new RootCommand();
    CommandLine line = new CommandLine(root);
    CommandList.register(line, new Site(terminal, root::config));
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    withHelp(line);
    line.setParameterExceptionHandler(CommandLineRun::wrongUsage);
    line.setExecutionExceptionHandler(CommandLineRun::failed);
    int exit = execute(line, args);
    terminal.flush();
    return written(terminal) ? exit : Math.max(exit, UNUSABLE);
  }

  /** A lack of memory and the like is no answer, and no refusal either. */
  private static int execute(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      line.getErr().println(FAULT + "\n" + e.getClass().getName());
      return FAILED;
    }
  }

  private static boolean written(Terminal terminal) {
    Optional<String> loss =
        terminal.out() instanceof AnswerStream answers ? answers.loss() : Optional.empty();
    loss.ifPresent(
        why ->
            terminal
                .err()
                .println(
                    "Expected to write the whole answer, came: "
                        + why
                        + "\nMaybe the disk is full: what was written is not whole."));
    return loss.isEmpty();
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this text.")
                .build());
    line.getSubcommands().values().forEach(CommandLineRun::withHelp);
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static int wrongUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(problem.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("Usage: " + command.getHelp().synopsis(0).strip());
    }
    err.println("Maybe look at: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean expected = expected(problem);
    if (expected) {
      err.println(problem.getMessage());
    } else {
      err.println(FAULT);
      problem.printStackTrace(err);
    }
    err.flush();
    return expected ? UNUSABLE : FAILED;
  }

  /** Problems whose message was written for the one who typed the command. */
  private static boolean expected(Exception problem) {
    return problem instanceof UnusableInput
        || problem instanceof SettingsProblem
        || problem instanceof HomeProblem
        || problem instanceof SiteKeyException
        || problem instanceof BrokerException
        || problem instanceof KnowledgeRefused
        || problem instanceof StoreException
        || problem instanceof RuleRefusedException
        || problem instanceof IllegalArgumentException
        || problem instanceof UncheckedIOException
        || problem instanceof BudgetSpent;
  }
}
