package org.rxtwin.app.command;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** The table a command answers, shared by all that answer one. */
final class TableFile {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "CSV; - or none: standard input.")
  private String file = "-";

  /** Answers it; 0, or 1 where a row has a problem. */
  int answer(Site site, CsvAnswers columns, Function<CsvRow, Map<String, String>> answerer) {
    return columns.answer(site.terminal(), file, answerer);
  }
}
