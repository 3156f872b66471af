package org.rxtwin.hl7.reader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.hl7.feed.FeedProfiles;

/** Messages as a small hospital in Zurich sends them, and how they are read. */
final class Messages {
  static final FeedProfiles ZURICH = FeedProfiles.of(ZoneId.of("Europe/Zurich"));
  static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");
  static final String PID = "PID|1||4711^^^HOSP^MR||Muster^Anna||19530417|F|||";
  static final String ORC = "ORC|NW|O-1^CPOE|F-1^RX||||||20260301101200";
  static final String WARFARIN = "RXE||11289^warfarin^RXNORM|5||mg|TAB";

  private static final HL7Reader READER = new HL7Reader();

  private Messages() {}

  /** A message of that type with these segments, carriage returns between. */
  static String message(String type, String... segments) {
    return messageOfVersion("2.5.1", type, segments);
  }

  static String messageOfVersion(String version, String type, String... segments) {
    String msh = "MSH|^~\\&|CPOE|HOSP|RXTWIN|HOSP|20260301101500||" + type + "|C-1|P|" + version;
    return msh + "\r" + String.join("\r", segments) + "\r";
  }

  /** An encoded order with one drug. */
  static String order(String orc, String rxe, String... more) {
    return message(
        "RDE^O11^RDE_O11",
        Stream.concat(Stream.of(PID, orc, rxe), Stream.of(more)).toArray(String[]::new));
  }

  /** A report with these observations. */
  static String report(String... obx) {
    return message(
        "ORU^R01^ORU_R01",
        Stream.concat(
                Stream.of(PID, "OBR|1|O-9^CPOE|F-9^LAB|24320-4^panel^LN|||20260301080000"),
                Stream.of(obx))
            .toArray(String[]::new));
  }

  static ReadMessage read(String message) {
    return read(message, ZURICH);
  }

  static ReadMessage read(String message, FeedProfiles profiles) {
    return READER.read(message.getBytes(StandardCharsets.UTF_8), profiles, RECEIVED);
  }

  static List<ReadMessage> readAll(byte[] frame) {
    return READER.readAll(frame, ZURICH, RECEIVED);
  }

  /** All events of that kind in a message. */
  static <T extends ChartEvent> List<T> events(ReadMessage message, Class<T> kind) {
    return message.patients().stream()
        .flatMap(each -> each.events().stream())
        .map(OccurredEvent::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The only event of that kind. */
  static <T extends ChartEvent> T only(ReadMessage message, Class<T> kind) {
    List<T> found = events(message, kind);
    if (found.size() != 1) {
      throw new AssertionError(
          "expected one " + kind.getSimpleName() + ", came " + found.size() + message.problems());
    }
    return found.get(0);
  }

  /** Fields of all problems. */
  static List<String> troubledFields(ReadMessage message) {
    return message.problems().stream().map(each -> each.field()).toList();
  }
}
