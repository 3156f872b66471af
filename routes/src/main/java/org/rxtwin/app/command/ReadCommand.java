package org.rxtwin.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.envelope.BatchCounts;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.MessageFile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.ReadMessage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read}: what the reader makes of messages. */
@Command(
    name = "read",
    description = {
      "Reads HL7 v2 messages, any number a file, and prints a line of JSON for each: what became"
          + " of it, what was repaired, what could not be read, and the events in it.",
      "With --orders a CSV instead, a row for each order: file,controlId,orderId,kind,drug,regimen,"
          + "route,refused.",
      "With --profile-report a CSV instead, the most frequent first: application,facility,kind,"
          + "segment,field,reason,count,system,code,text,means_system,means_code. Its kinds are"
          + " problem, unread (segments), repair, patient (whose numbers name them), and for codes without a meaning drug,"
          + " laboratory, unit, route, frequency.",
      "To fill a feed's tables: let --tables write them into a folder (or save the rows of a kind as"
          + " drugs.csv, laboratory.csv, units.csv, routes.csv, frequencies.csv), write into"
          + " means_system and means_code what each code means (RXNORM 11289, or nothing and"
          + " warfarin; a LOINC; a UCUM unit; a route of table 0162; a pattern as Q6H or plain"
          + " words), name the folder under `tables` of the feed in rxtwin.yaml, and run the report"
          + " again. Rows left empty mean nothing yet; a meaning that is not known is refused with"
          + " its line.",
      "Codes and words stand there as they were sent: words may be a patient's. Keep it at home."
    })
final class ReadCommand implements Callable<Integer> {
  private static final int PROGRESS_EACH = 1_000;

  private final Site site;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "HL7; - or none: standard input.")
  private List<String> files = List.of();

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  @Option(
      names = "--tables",
      paramLabel = "FOLDER",
      description =
          "With --profile-report: also writes the codes without a meaning into drugs.csv,"
              + " laboratory.csv, units.csv, routes.csv and frequencies.csv there; rows that are"
              + " there already stay as they are.")
  private @Nullable Path tables;

  @Spec private @Nullable CommandSpec spec;

  private int messages;
  private int number;
  private int exit;

  ReadCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    HL7Reader reader = new HL7Reader();
    FeedProfiles feeds = site.settings().feeds();
    Optional<TablesToFill> toFill = Optional.ofNullable(tables).map(TablesToFill::new);
    if (toFill.isPresent() && !form.report && spec != null) {
      throw new ParameterException(spec.commandLine(), "--tables goes with --profile-report.");
    }
    ReadAnswer answer = form.answer(site, toFill);
    Instant now = site.terminal().clock().instant();
    for (String file : files.isEmpty() ? List.of("-") : files) {
      for (byte[] bytes : messages(file)) {
        read(each -> reader.readAll(each, feeds, now), file, bytes, answer);
      }
    }
    answer.end();
    return exit;
  }

  /** Whatever one message does to the program, the others are read; the exit tells of it. */
  private void read(
      Function<byte[], List<ReadMessage>> reader, String file, byte[] bytes, ReadAnswer answer) {
    try {
      answer.addBytes(bytes);
      for (ReadMessage message : reader.apply(bytes)) {
        number++;
        if (answer.tellsProblems()) {
          count(message);
        } else {
          tell(file, message);
        }
        answer.add(file, message);
      }
    } catch (RuntimeException e) {
      site.terminal().err().println(place(file, ++number) + ": " + CommandLineRun.FAULT);
      e.printStackTrace(site.terminal().err());
      exit = CommandLineRun.FAILED;
    }
  }

  /** What is printed instead of a line of JSON for each message. */
  static final class Form {
    @Option(
        names = "--orders",
        description = "Lists every order with its regimen, or with why it was refused.")
    private boolean orders;

    @Option(
        names = "--profile-report",
        description =
            "Counts, for each sender, what could not be read or mapped and what was left unread.")
    private boolean report;

    ReadAnswer answer(Site site, Optional<TablesToFill> tables) {
      if (orders) {
        return new OrderList(site.terminal());
      }
      return report
          ? new ProfileReport(
              site.terminal(), site.settings().feeds(), new UnknownNames(site.knowledge()), tables)
          : new JsonLines(site.terminal());
    }
  }

  /**
   * A file that holds nothing is told as a message that cannot be used; one that cannot be read is
   * named, and the others are read.
   */
  private List<byte[]> messages(String file) {
    number = 0;
    try {
      byte[] bytes = InputText.bytes(site.terminal(), file);
      for (String uneven : BatchCounts.of(MessageBytes.copyOf(bytes))) {
        site.terminal().err().println((file.equals("-") ? "" : file + ": ") + uneven);
        unusable();
      }
      List<byte[]> split = MessageFile.split(bytes);
      return split.isEmpty() ? List.of(bytes) : split;
    } catch (UnusableInput e) {
      site.terminal().err().println(e.getMessage());
      unusable();
      return List.of();
    }
  }

  private void unusable() {
    exit = Math.max(exit, CommandLineRun.UNUSABLE);
  }

  private static String place(String file, int number) {
    return (file.equals("-") ? "" : file + ": ") + "message " + number;
  }

  /** The message is named by its place: its own id is free text. */
  private void tell(String file, ReadMessage message) {
    String place = place(file, number);
    if (!message.usable()) {
      site.terminal().err().println(place + " " + message.status().wire());
    }
    for (ReadProblem problem : message.problems()) {
      site.terminal()
          .err()
          .println(
              place + ": " + problem.segment() + " " + problem.field() + ": " + problem.reason());
    }
    count(message);
  }

  private void count(ReadMessage message) {
    if (!message.usable() || !message.problems().isEmpty()) {
      unusable();
    }
    if (++messages % PROGRESS_EACH == 0) {
      site.terminal().err().println(messages + " messages read");
    }
  }
}
