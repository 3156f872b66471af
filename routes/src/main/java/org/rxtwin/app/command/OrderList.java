package org.rxtwin.app.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.reader.OrderText;
import org.rxtwin.hl7.reader.ReadMessage;

/**
 * Every order of the messages as a row: what was read of it, and what was refused. It is made to be
 * read beside the messages, and so it holds what they say.
 */
final class OrderList implements ReadAnswer {
  private static final Set<String> OF_DRUGS = Set.of("RXO", "RXE");

  private final CsvOutput out;

  OrderList(Terminal terminal) {
    this.out =
        new CsvOutput(
            terminal,
            List.of("file", "controlId", "orderId", "kind", "drug", "regimen", "route", "refused"));
  }

  @Override
  public void add(String file, ReadMessage message) {
    if (message.patients().isEmpty()) {
      unused(file, message);
    }
    message.patients().stream()
        .flatMap(patient -> patient.events().stream())
        .forEach(each -> add(file, message, each.event()));
  }

  private void add(String file, ReadMessage message, ChartEvent event) {
    if (event instanceof ChartEvent.MedicationOrdered ordered) {
      order(file, message, "ordered", ordered.order());
    } else if (event instanceof ChartEvent.OrderChanged changed) {
      order(file, message, "changed", changed.order());
    } else if (event instanceof ChartEvent.OrderConfirmed confirmed) {
      order(file, message, "confirmed", confirmed.order());
    } else if (event instanceof ChartEvent.OrderDiscontinued ended) {
      out.row(List.of(file, message.controlId(), ended.orderId(), "discontinued"));
    } else if (event instanceof ChartEvent.OrderHeld held) {
      String kind = held.held() ? "held" : "released";
      out.row(List.of(file, message.controlId(), held.orderId(), kind));
    } else if (event instanceof ChartEvent.ReadingTroubled troubled) {
      withoutDrug(file, message, troubled.problems());
    }
  }

  /** An order of which not even the drug could be read: its place stands for its number. */
  private void withoutDrug(String file, ReadMessage message, List<ReadProblem> problems) {
    if (problems.stream().anyMatch(OrderText::unused)) {
      String places =
          problems.stream().map(ReadProblem::segment).distinct().collect(Collectors.joining(" "));
      out.row(
          List.of(
              file,
              message.controlId(),
              "",
              "refused",
              "",
              "",
              "",
              places + ": " + reasons(problems)));
    }
  }

  private void order(String file, ReadMessage message, String kind, MedicationOrder order) {
    out.row(
        List.of(
            file,
            message.controlId(),
            order.orderId(),
            kind,
            drug(order.drug()),
            OrderText.regimen(order),
            order.route(),
            reasons(order.problems())));
  }

  /** A message that would have told orders, had it been used. */
  private void unused(String file, ReadMessage message) {
    if (message.unread().stream().anyMatch(OF_DRUGS::contains)) {
      out.row(
          List.of(
              file,
              message.controlId(),
              "",
              message.status().wire(),
              "",
              "",
              "",
              reasons(message.problems())));
    }
  }

  private static String drug(List<Coding> codings) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (Coding each : codings) {
      String system = each.system().isEmpty() ? "" : each.system() + "|";
      names.add((system + each.code() + " " + each.text()).strip());
    }
    return String.join("; ", names);
  }

  private static String reasons(List<ReadProblem> problems) {
    return problems.stream()
        .map(each -> each.field() + ": " + each.reason())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** The rows stand already. */
  @Override
  public void end() {}
}
