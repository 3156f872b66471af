package org.rxtwin.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the demonstration in the order in which they are sent. */
final class DemoFeed {
  private static final String RESOURCE = "/demo/three-weeks.hl7";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final int TIME_FIELD = 6;
  private static final int TYPE_FIELD = 8;

  private DemoFeed() {}

  /**
   * One message.
   *
   * @param at when it is sent, simulated
   * @param afterBefore simulated time since the message before
   * @param type such as {@code RDE^O11}
   * @param text segments ended by carriage returns
   */
  record Entry(LocalDateTime at, Duration afterBefore, String type, String text) {}

  static List<Entry> load() {
    List<Entry> entries = new ArrayList<>();
    LocalDateTime before = null;
    for (String block : text().split("\n\n")) {
      Entry entry = entry(block.strip(), before);
      before = entry.at();
      entries.add(entry);
    }
    return entries;
  }

  private static Entry entry(String block, @Nullable LocalDateTime before) {
    List<String> msh = Arrays.asList(block.lines().findFirst().orElse("").split("\\|", -1));
    LocalDateTime at = LocalDateTime.parse(msh.get(TIME_FIELD), STAMP);
    Duration gap = before == null ? Duration.ZERO : Duration.between(before, at);
    String type = msh.get(TYPE_FIELD).replaceFirst("\\^[A-Z0-9_]+$", "");
    return new Entry(at, gap, type, block.replace('\n', '\r') + "\r");
  }

  private static String text() {
    try (InputStream in = DemoFeed.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "expected " + RESOURCE + " on the class path\nMaybe the build left resources out.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + RESOURCE, e);
    }
  }
}
