package org.rxtwin.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.app.settings.FeedTable;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.reader.HL7Reader;
import org.rxtwin.hl7.reader.ReadMessage;
import org.rxtwin.hl7.reader.UnmappedCode;

/**
 * What could not be read or mapped, counted for each sender, the most frequent first. Codes without
 * a meaning stand in the columns of a feed's tables, so that a site has but to add what they mean.
 */
final class ProfileReport implements ReadAnswer {
  /** Columns of the report; those of a feed's tables are among them. */
  static final List<String> COLUMNS =
      List.of(
          "application",
          "facility",
          "kind",
          "segment",
          "field",
          "reason",
          "count",
          "system",
          "code",
          "text",
          "means_system",
          "means_code");

  private final Terminal terminal;
  private final FeedProfiles feeds;
  private final HL7Reader reader = new HL7Reader();
  private final UnknownNames names;
  private final Optional<TablesToFill> tables;
  private final Map<ReportRow, Integer> counts = new LinkedHashMap<>();
  private int messages;
  private int unused;
  private int crooked;

  ProfileReport(
      Terminal terminal, FeedProfiles feeds, UnknownNames names, Optional<TablesToFill> tables) {
    this.terminal = terminal;
    this.feeds = feeds;
    this.names = names;
    this.tables = tables;
  }

  @Override
  public void addBytes(byte[] frame) {
    for (UnmappedCode each : reader.unmapped(frame, feeds)) {
      count(
          switch (each.kind()) {
            case UNIT -> ReportRow.ofCode(each, "unit", "no unit is known by it");
            case ROUTE -> ReportRow.ofCode(each, "route", "no route is known by it");
            case FREQUENCY -> ReportRow.ofCode(each, "frequency", "no schedule is known by it");
          });
    }
  }

  @Override
  public boolean tellsProblems() {
    return true;
  }

  @Override
  public void add(String file, ReadMessage message) {
    messages++;
    unused += message.usable() ? 0 : 1;
    crooked += message.usable() && !message.problems().isEmpty() ? 1 : 0;
    message.patients().forEach(each -> count(patient(message, each.primary().authority())));
    for (ReadProblem problem : message.problems()) {
      String segment = problem.segment().replaceAll("\\[\\d+\\]", "");
      count(told(message, "problem", segment, problem.field(), problem.reason()));
    }
    message.unread().forEach(segment -> count(told(message, "unread", segment, "", "")));
    message.repairs().forEach(repair -> count(told(message, "repair", "", "", repair)));
    names.list(message).forEach(this::count);
  }

  /** So that a site sees where one patient may go by two series of numbers. */
  private static ReportRow patient(ReadMessage message, String authority) {
    return new ReportRow(
        message.sendingApplication(),
        message.sendingFacility(),
        "patient",
        "PID",
        "PID-3",
        authority.contains("#")
            ? "patients are named by a series of its own; authorities joins it where it is another's"
            : "patients are named by numbers of this authority",
        authority,
        "",
        "");
  }

  private static ReportRow told(
      ReadMessage message, String kind, String segment, String field, String reason) {
    return new ReportRow(
        message.sendingApplication(),
        message.sendingFacility(),
        kind,
        segment,
        field,
        reason,
        "",
        "",
        "");
  }

  private void count(ReportRow row) {
    counts.merge(row, 1, Integer::sum);
  }

  @Override
  public void end() {
    CsvOutput out = new CsvOutput(terminal, COLUMNS);
    List<Map.Entry<ReportRow, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<ReportRow, Integer> each) -> -each.getValue())
            .thenComparing(each -> each.getKey().sorted()));
    sorted.forEach(each -> out.row(each.getKey().cells(each.getValue())));
    tables.ifPresent(each -> fill(each, sorted));
    summary();
  }

  private void summary() {
    List<String> kinds = Arrays.stream(FeedTable.values()).map(FeedTable::kind).toList();
    int open =
        counts.entrySet().stream()
            .filter(each -> kinds.contains(each.getKey().kind()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    terminal
        .err()
        .println(
            messages
                + " messages: "
                + unused
                + " not used, "
                + crooked
                + " used in part; a code without a meaning stands in "
                + open
                + " places");
  }

  private void fill(TablesToFill toFill, List<Map.Entry<ReportRow, Integer>> sorted) {
    for (FeedTable table : FeedTable.values()) {
      List<List<String>> rows =
          sorted.stream()
              .filter(each -> each.getKey().kind().equals(table.kind()))
              .map(each -> each.getKey().cells(each.getValue()))
              .toList();
      terminal.err().println(table.file() + ": " + toFill.add(table, rows) + " new rows to fill");
    }
  }
}
