package org.rxtwin.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order made by hand, and what a pharmacist reads in it.
 *
 * @param subject name of the file it stands in
 * @param title number and what is special in it
 * @param type MSH-9
 * @param version MSH-12
 * @param segments from the ORC on, as they stand in a message
 * @param key a line for each order expected, in the notation of {@code OrderText}; where there are
 *     several, each begins with the drug's words and a colon
 */
record HandMadeOrder(
    String subject,
    String title,
    String type,
    String version,
    List<String> segments,
    List<String> key) {
  private static final String SUFFIX = ".orders";

  /** The orders of all files of a folder, file by file. */
  static List<HandMadeOrder> all(Path folder) throws IOException {
    List<HandMadeOrder> orders = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
        orders.addAll(ofFile(file));
      }
    }
    return orders;
  }

  private static List<HandMadeOrder> ofFile(Path file) throws IOException {
    String subject = String.valueOf(file.getFileName()).replace(SUFFIX, "");
    List<HandMadeOrder> orders = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        block.add(line);
      } else if (!block.isEmpty()) {
        add(orders, subject, block);
        block.clear();
      }
    }
    add(orders, subject, block);
    return orders;
  }

  /** A block without a title is a note to the reader of the file. */
  private static void add(List<HandMadeOrder> orders, String subject, List<String> block) {
    if (block.stream().anyMatch(each -> each.startsWith("# "))) {
      orders.add(ofBlock(subject, block));
    }
  }

  private static HandMadeOrder ofBlock(String subject, List<String> block) {
    String title = "";
    String type = "RDE^O11";
    String version = "2.5.1";
    List<String> segments = new ArrayList<>();
    List<String> key = new ArrayList<>();
    for (String line : block) {
      if (line.startsWith("# ")) {
        title = after("# ", line);
      } else if (line.startsWith("@type ")) {
        type = after("@type ", line);
      } else if (line.startsWith("@version ")) {
        version = after("@version ", line);
      } else if (line.startsWith("= ")) {
        key.add(after("= ", line));
      } else {
        segments.add(line);
      }
    }
    return new HandMadeOrder(subject, title, type, version, segments, key);
  }

  private static String after(String prefix, String line) {
    return line.substring(prefix.length());
  }

  /** The message in UTF-8: a header and an invented patient before the segments. */
  byte[] message() {
    String header =
        "MSH|^~\\&|EHR|NW|RXTWIN|NW|20260301070000||%s|%s|P|%s||||||UNICODE UTF-8\r"
            .formatted(type, title.substring(0, 3), version);
    String patient = "PID|1||88004711^^^NW^MR||Sommer^Ida||19610207|F\r";
    return (header + patient + String.join("\r", segments) + "\r").getBytes(StandardCharsets.UTF_8);
  }

  boolean isMixture() {
    return segments.stream().anyMatch(each -> each.startsWith("RXC"));
  }
}
