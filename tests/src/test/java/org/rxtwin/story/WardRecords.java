package org.rxtwin.story;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.story.OrderStyle.Order;

/**
 * A ward that records each dose as it falls due: between the messages of a feed it puts the
 * administrations (RAS) of the scheduled orders that run.
 */
final class WardRecords {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("QD", 24),
          Map.entry("QAM", 24),
          Map.entry("QHS", 24),
          Map.entry("BID", 12),
          Map.entry("Q12H", 12),
          Map.entry("TID", 8),
          Map.entry("Q8H", 8),
          Map.entry("QID", 6),
          Map.entry("Q6H", 6),
          Map.entry("Q4H", 4),
          Map.entry("QW", 168));

  private final Map<String, Running> running = new LinkedHashMap<>();
  private int counter;

  private WardRecords() {}

  /** An order with the time at which its next dose is due. */
  private record Running(List<String> lines, Order order, LocalDateTime due, int hours) {
    Running given() {
      return new Running(lines, order, due.plusHours(hours), hours);
    }
  }

  /** The messages with a record of each dose between them. */
  static List<String> recorded(List<String> messages) {
    WardRecords ward = new WardRecords();
    List<String> all = new ArrayList<>();
    List<String> inOrder =
        messages.stream().sorted(Comparator.comparing(WardRecords::sent)).toList();
    for (String message : inOrder) {
      ward.dosesBefore(sent(message), all);
      all.add(message);
      if (message.contains("|RDE^O11")) {
        ward.ordered(message.lines().filter(each -> !each.isBlank()).toList(), sent(message));
      }
    }
    return all;
  }

  private static LocalDateTime sent(String message) {
    return LocalDateTime.parse(message.split("\\|", 9)[6], STAMP);
  }

  private void ordered(List<String> lines, LocalDateTime at) {
    Order order = new Order(lines);
    String number = order.field("ORC", 2);
    Integer hours = HOURS.get(order.code());
    if (List.of("DC", "HD").contains(order.field("ORC", 1)) || hours == null) {
      running.remove(number);
      return;
    }
    LocalDateTime due = LocalDateTime.parse(order.field("TQ1", 7), STAMP);
    while (due.isBefore(at)) {
      due = due.plusHours(hours);
    }
    running.put(number, new Running(lines, order, due, hours));
  }

  private void dosesBefore(LocalDateTime at, List<String> all) {
    Optional<Map.Entry<String, Running>> next = next(at);
    while (next.isPresent()) {
      all.add(record(next.get().getValue()));
      running.put(next.get().getKey(), next.get().getValue().given());
      next = next(at);
    }
  }

  private Optional<Map.Entry<String, Running>> next(LocalDateTime before) {
    return running.entrySet().stream()
        .filter(each -> each.getValue().due().isBefore(before))
        .min(Comparator.comparing(each -> each.getValue().due()));
  }

  private String record(Running dose) {
    counter++;
    String at = dose.due().format(STAMP);
    String[] msh = dose.lines().get(0).split("\\|", -1);
    msh[6] = at;
    msh[8] = "RAS^O17^RAS_O17";
    msh[9] = "GIVEN" + counter;
    Order order = dose.order();
    String rxa =
        String.join(
            "|",
            List.of(
                "RXA|0|" + counter,
                at,
                at,
                order.field("RXE", 2),
                order.field("RXE", 3),
                order.field("RXE", 5)));
    return String.join(
            "\r",
            String.join("|", msh),
            order.segment("PID"),
            order.segment("PV1"),
            "ORC|RE|" + order.field("ORC", 2),
            rxa + "|".repeat(13) + "|CP",
            order.segment("RXR"))
        + "\r";
  }
}
