package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.reader.ReadMessage;

/** What could not be mapped, counted for each sender; the most frequent first. */
final class ProfileReport implements ReadAnswer {
  private final Terminal terminal;
  private final Map<List<String>, Integer> counts = new LinkedHashMap<>();

  ProfileReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void add(String file, ReadMessage message) {
    for (ReadProblem problem : message.problems()) {
      count(
          message,
          "problem",
          problem.segment().replaceAll("\\[\\d+\\]", ""),
          problem.field(),
          problem.reason());
    }
    message.unread().forEach(segment -> count(message, "unread", segment, "", ""));
    message.repairs().forEach(repair -> count(message, "repair", "", "", repair));
  }

  private void count(ReadMessage message, String... what) {
    List<String> key = new ArrayList<>();
    key.add(message.sendingApplication());
    key.add(message.sendingFacility());
    key.addAll(List.of(what));
    counts.merge(key, 1, Integer::sum);
  }

  @Override
  public void end() {
    CsvOutput out =
        new CsvOutput(
            terminal,
            List.of("application", "facility", "kind", "segment", "field", "reason", "count"));
    counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<List<String>, Integer> e) -> -e.getValue())
                .thenComparing(e -> String.join("\u0000", e.getKey())))
        .forEach(
            e -> {
              List<String> row = new ArrayList<>(e.getKey());
              row.add(Integer.toString(e.getValue()));
              out.row(row);
            });
  }
}
