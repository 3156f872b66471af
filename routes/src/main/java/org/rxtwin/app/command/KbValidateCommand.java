package org.rxtwin.app.command;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoad;
import org.rxtwin.knowledge.KnowledgeRow;
import org.rxtwin.knowledge.Subject;
import picocli.CommandLine.Command;

/** {@code kb validate}: checks the knowledge as the program would load it. */
@Command(
    name = "validate",
    description = "Checks the knowledge shipped and the site's own, and counts what is confirmed.")
final class KbValidateCommand implements Callable<Integer> {
  private final Site site;

  KbValidateCommand(Site site) {
    this.site = site;
  }

  @Override
  public Integer call() {
    KnowledgeLoad load = site.knowledgeLoad();
    load.problems().forEach(problem -> site.terminal().err().println(problem.text()));
    load.knowledge().ifPresent(this::count);
    if (load.refusals().isEmpty()) {
      return 0;
    }
    site.terminal().err().println(load.refusals().size() + " refusals: nothing would be loaded");
    return CommandLineRun.UNUSABLE;
  }

  private void count(Knowledge knowledge) {
    PrintStream out = site.terminal().out();
    out.printf("%-24s %6s %10s%n", "subject", "rows", "confirmed");
    for (Subject<?> subject : Subject.list()) {
      List<? extends KnowledgeRow> rows = knowledge.tables().list(subject);
      long confirmed = rows.stream().filter(r -> r.provenance().confirmed()).count();
      out.printf("%-24s %6d %10d%n", subject.id(), rows.size(), confirmed);
    }
    out.println("hash " + knowledge.hash());
  }
}
