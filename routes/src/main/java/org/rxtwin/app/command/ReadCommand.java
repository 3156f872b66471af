package org.rxtwin.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.ReadJson;
import org.rxtwin.hl7.reader.ReadMessage;
import org.rxtwin.hl7.segment.MessageFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read}: what the reader makes of messages. */
@Command(
    name = "read",
    description = {
      "Reads HL7 v2 messages, any number a file, and prints a line of JSON for each: what became"
          + " of it, what was repaired, what could not be read, and the events in it.",
      "With --orders a CSV instead, a row for each order: file,controlId,orderId,kind,drug,regimen,"
          + "route,refused.",
      "With --profile-report a CSV instead: application,facility,kind,segment,field,reason,count."
    })
final class ReadCommand implements Callable<Integer> {
  private static final int PROGRESS_EACH = 1_000;

  private final Site site;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "HL7; - or none: standard input.")
  private List<String> files = List.of();

  @ArgGroup(exclusive = true)
  private Form form = new Form();

  private int messages;
  private int exit;

  ReadCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    HL7Reader reader = new HL7Reader();
    ReadAnswer answer = form.answer(site);
    for (String file : files.isEmpty() ? List.of("-") : files) {
      int number = 0;
      for (byte[] bytes : messages(file)) {
        for (ReadMessage message :
            reader.readAll(bytes, site.settings().feeds(), site.terminal().clock().instant())) {
          tell(file, ++number, message);
          answer.add(file, message);
        }
      }
    }
    answer.end();
    return exit;
  }

  /** What is printed instead of a line of JSON for each message. */
  static final class Form {
    @Option(
        names = "--orders",
        description = "Lists every order with its regimen, or with why it was refused.")
    private boolean orders;

    @Option(
        names = "--profile-report",
        description = "Counts, for each sender, what could not be read and what was left unread.")
    private boolean report;

    ReadAnswer answer(Site site) {
      if (orders) {
        return new OrderList(site.terminal());
      }
      return report ? new ProfileReport(site.terminal()) : new JsonLines(site.terminal());
    }
  }

  /** A line of JSON for each message. */
  private record JsonLines(Terminal terminal, ReadJson json) implements ReadAnswer {
    JsonLines(Terminal terminal) {
      this(terminal, new ReadJson());
    }

    @Override
    public void add(String file, ReadMessage message) {
      terminal.out().print(json.write(message) + "\n");
    }

    /** Each line stands already. */
    @Override
    public void end() {}
  }

  /** A file that holds nothing is told as a message that cannot be used. */
  private List<byte[]> messages(String file) {
    byte[] bytes = InputText.bytes(site.terminal(), file);
    List<byte[]> split = MessageFile.split(bytes);
    return split.isEmpty() ? List.of(bytes) : split;
  }

  /** The message is named by its place: its own id is free text. */
  private void tell(String file, int number, ReadMessage message) {
    String place = (file.equals("-") ? "" : file + ": ") + "message " + number;
    if (!message.usable()) {
      site.terminal().err().println(place + " " + message.status().wire());
      exit = CommandLineRun.UNUSABLE;
    }
    for (ReadProblem problem : message.problems()) {
      site.terminal()
          .err()
          .println(
              place + ": " + problem.segment() + " " + problem.field() + ": " + problem.reason());
      exit = CommandLineRun.UNUSABLE;
    }
    if (++messages % PROGRESS_EACH == 0) {
      site.terminal().err().println(messages + " messages read");
    }
  }
}
