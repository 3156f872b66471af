package org.rxtwin.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How pharmacy systems write the orders that {@link Hl7} and the demonstration write as RDE. */
enum OrderStyle {
  /** Version 2.3: only what was asked for, its schedule in ORC-7. */
  REQUEST_OF_VERSION_2_3 {
    @Override
    List<String> segments(Order order) {
      return List.of(order.orc(order.quantity(order.code(), 7)), order.rxo(), order.segment("RXR"));
    }

    @Override
    void header(String[] msh) {
      msh[8] = "ORM^O01";
      msh[11] = "2.3";
    }
  },
  /** The pharmacy order of version 2.5 and later, its schedule in TQ1. */
  PHARMACY_ORDER {
    @Override
    List<String> segments(Order order) {
      return List.of(order.segment("ORC"), order.segment("TQ1"), order.rxo(), order.segment("RXR"));
    }

    @Override
    void header(String[] msh) {
      msh[8] = "OMP^O09^OMP_O09";
    }
  },
  /** The schedule as the ward says it, in RXE-1. */
  FREQUENCY_IN_WORDS {
    @Override
    List<String> segments(Order order) {
      return List.of(
          order.segment("ORC"),
          order.rxe(ENGLISH.getOrDefault(order.code(), ""), "milligrams"),
          order.segment("RXR"));
    }

    @Override
    void header(String[] msh) {
      msh[11] = "2.4";
    }
  },
  /** Codes that only this sender uses; its feed profile says what they mean. */
  LOCAL_CODES {
    @Override
    List<String> segments(Order order) {
      String own = order.code().isEmpty() ? "" : "H-" + order.code().replace(' ', '-');
      return List.of(
          order.segment("ORC"),
          order.rxe(own, "MILLI").replaceAll("\\|(\\d+)\\^([^|^]*)\\^RXNORM", "|H$1^$2^H"),
          order.segment("RXR").replaceAll("RXR\\|([A-Z]+).*", "RXR|H$1^^H"));
    }

    @Override
    void header(String[] msh) {
      msh[2] = "HAUS";
    }
  },
  /** A hospital that writes Chinese, in UTF-8. */
  CHINESE {
    @Override
    List<String> segments(Order order) {
      return List.of(
          order.segment("ORC"),
          order.rxe(CHINESE_WORDS.getOrDefault(order.code(), ""), "mg"),
          order
              .segment("RXR")
              .replace("PO^Oral", "^\u53e3\u670d")
              .replace("|PO", "|^\u53e3\u670d"));
    }

    @Override
    void header(String[] msh) {
      // The character set of the demonstration already is UTF-8.
    }
  };

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("QD", "once a day"),
          Map.entry("QAM", "every morning"),
          Map.entry("QHS", "at bedtime"),
          Map.entry("BID", "twice daily"),
          Map.entry("TID", "3 times daily"),
          Map.entry("QID", "four times a day"),
          Map.entry("Q4H", "every 4 hours"),
          Map.entry("Q6H", "every 6 hours"),
          Map.entry("Q8H", "every 8 hours"),
          Map.entry("Q12H", "every 12 hours"),
          Map.entry("QW", "once weekly"),
          Map.entry("ONCE", "once"),
          Map.entry("QD PRN", "once a day as needed"),
          Map.entry("Q6H PRN", "every 6 hours as needed"));

  private static final Map<String, String> CHINESE_WORDS =
      Map.ofEntries(
          Map.entry("QD", "\u6bcf\u65e5\u4e00\u6b21"),
          Map.entry("QAM", "\u6bcf\u5929\u65e9\u4e0a"),
          Map.entry("QHS", "\u7761\u524d"),
          Map.entry("BID", "\u6bcf\u65e52\u6b21"),
          Map.entry("TID", "\u6bcf\u65e53\u6b21"),
          Map.entry("QID", "\u4e00\u65e5\u56db\u6b21"),
          Map.entry("Q4H", "\u6bcf4\u5c0f\u65f6\u4e00\u6b21"),
          Map.entry("Q6H", "\u6bcf6\u5c0f\u65f61\u6b21"),
          Map.entry("Q8H", "\u6bcf8\u5c0f\u65f61\u6b21"),
          Map.entry("Q12H", "\u6bcf12\u5c0f\u65f61\u6b21"),
          Map.entry("QW", "\u6bcf\u5468\u4e00\u6b21"),
          Map.entry("ONCE", "\u4e00\u6b21"),
          Map.entry("QD PRN", "\u5fc5\u8981\u65f6\u6bcf\u65e5\u4e00\u6b21"),
          Map.entry("Q6H PRN", "\u5fc5\u8981\u65f6\u6bcf6\u5c0f\u65f61\u6b21"));

  /** The segments of the order, from ORC on. */
  abstract List<String> segments(Order order);

  /** Puts right what the header says of type, version and sender. */
  abstract void header(String[] msh);

  /** The same message with its order written in this style; other messages stay as they are. */
  String rewrite(String message) {
    List<String> lines = message.lines().filter(each -> !each.isBlank()).toList();
    String[] msh = lines.get(0).split("\\|", -1);
    if (!msh[8].startsWith("RDE^O11")) {
      return message;
    }
    List<String> written = new ArrayList<>();
    header(msh);
    written.add(String.join("|", msh));
    lines.stream().skip(1).takeWhile(each -> !each.startsWith("ORC")).forEach(written::add);
    Order order = new Order(lines);
    segments(order).stream().filter(each -> !each.isEmpty()).forEach(written::add);
    lines.stream().filter(each -> each.matches("(NTE|DG1)\\|.*")).forEach(written::add);
    return String.join("\r", written) + "\r";
  }

  /** The segments of one order. */
  record Order(List<String> lines) {
    String segment(String name) {
      return lines.stream().filter(each -> each.startsWith(name)).findFirst().orElse("");
    }

    String field(String segment, int number) {
      String[] fields = segment(segment).split("\\|", -1);
      return number < fields.length ? fields[number] : "";
    }

    /** The code of how often: empty where the message tells no schedule. */
    String code() {
      return field("TQ1", 3);
    }

    /** Interval, start, end and priority as type TQ writes them. */
    private String tq(String interval) {
      String needed = code().contains("PRN") ? "PRN" : field("TQ1", 9);
      return segment("TQ1").isEmpty()
          ? ""
          : "^" + interval + "^^" + field("TQ1", 7) + "^" + field("TQ1", 8) + "^" + needed;
    }

    /** An ORC with those fields more. */
    String orc(Map<Integer, String> more) {
      String[] fields = Arrays.copyOf(segment("ORC").split("\\|", -1), 30);
      for (int i = 0; i < fields.length; i++) {
        fields[i] = more.getOrDefault(i, Optional.ofNullable(fields[i]).orElse(""));
      }
      return String.join("|", fields);
    }

    Map<Integer, String> quantity(String interval, int field) {
      return Map.of(field, tq(interval.replace(" PRN", "")));
    }

    String rxo() {
      return "RXO|"
          + String.join(
              "|", field("RXE", 2), field("RXE", 3), "", field("RXE", 5), field("RXE", 6));
    }

    /** An RXE with its schedule in these words and mass in this unit. */
    String rxe(String interval, String mass) {
      String unit = field("RXE", 5).startsWith("mg") ? mass : field("RXE", 5);
      return "RXE|"
          + String.join(
              "|", tq(interval), field("RXE", 2), field("RXE", 3), "", unit, field("RXE", 6));
    }
  }
}
