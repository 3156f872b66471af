package org.rxtwin.hl7.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.hl7.reader.Messages.ORC;
import static org.rxtwin.hl7.reader.Messages.PID;
import static org.rxtwin.hl7.reader.Messages.WARFARIN;
import static org.rxtwin.hl7.reader.Messages.message;
import static org.rxtwin.hl7.reader.Messages.order;
import static org.rxtwin.hl7.reader.Messages.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rxtwin.hl7.envelope.MessageFile;

/** Whatever comes, there is an answer, in a time that grows no faster than the message. */
class HostileMessagesTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int FRAME_LIMIT = 16 << 20;

  /** For each byte, on a slow machine; and for any message at all. */
  private static final long NANOS_A_BYTE = 3_000;

  private static final Duration ANY_MESSAGE = Duration.ofSeconds(5);

  @Test
  void everyHostileMessageIsAnswered() {
    fuzz(Duration.ofSeconds(3), 1);
  }

  /** Minutes by the property {@code fuzz.minutes}, ten unless told; the first seed likewise. */
  @Test
  @Tag("full")
  void everyHostileMessageIsAnsweredForMinutes() {
    fuzz(
        Duration.ofMinutes(Long.getLong("fuzz.minutes", 10)), Long.getLong("fuzz.seed", 1_000_000));
  }

  private static void fuzz(Duration atMost, long firstSeed) {
    long end = System.nanoTime() + atMost.toNanos();
    long seed = firstSeed;
    for (; System.nanoTime() < end; seed++) {
      byte[] bytes = HostileMessages.of(seed);
      try {
        answered(bytes);
      } catch (RuntimeException | AssertionError | OutOfMemoryError | StackOverflowError e) {
        throw new AssertionError("seed " + seed + " of HostileMessages.of", e);
      }
    }
    System.out.println("hostile messages answered: seeds " + firstSeed + " to " + (seed - 1));
  }

  @ParameterizedTest(name = "{0}")
  @Tag("full")
  @MethodSource("huge")
  void aHugeMessageIsAnswered(String what, String message) {
    answered(message.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Object[]> huge() {
    String obx = "OBX|1|TX|NOTE^note^L||";
    return Stream.of(
        of("a text of 16 MB", report(obx + "x".repeat(FRAME_LIMIT - 4096) + "||||||F")),
        of("results", report("OBX|1|NM|2823-3^K^LN||4.1|mmol/L|||||F\r".repeat(100_000))),
        of("orders", message("RDE^O11", PID, orders(50_000))),
        of(
            "steps of a taper",
            order(ORC, WARFARIN, "TQ1|1|5^mg|BID|||1^d||||||S\r".repeat(20_000))),
        of(
            "lines of a document",
            message("MDM^T02", PID, "TXA|1", obx + "INR 2.3\\.br\\".repeat(100_000))),
        of("written line ends", report((obx + "x||||||F\r").repeat(100_000)).replace("\r", "\\r")),
        of("repetitions", report(obx + filled("~") + "x||||||F")),
        of("filled repetitions", report(obx + filled("7~") + "||||||F")),
        of("components", report(obx + filled("^") + "x||||||F")),
        of("filled components", report(obx + filled("a^") + "||||||F")),
        of("subcomponents", report(obx + filled("a&") + "||||||F")),
        of("escape characters", report(obx + filled("\\") + "||||||F")),
        of("line breaks in a text", report(obx + filled("\\.br\\") + "||||||F")),
        of("hexadecimal", report(obx + filled("\\X41\\") + "||||||F")),
        of("unknown escapes", report(obx + filled("\\Q") + "||||||F")),
        of("fields", report(obx + filled("|") + "x")),
        of("wrapped lines", report(obx + filled("\ry"))),
        of("empty lines", report(obx + filled("\r\n"))),
        of("identifiers", message("ADT^A08", "PID|||" + filled("7^^^H^MR~"))),
        of("parts of an identifier", message("ADT^A08", "PID|||" + filled("7^"))),
        of("parts of a drug", order(ORC, WARFARIN + "|" + filled("a^"))),
        of("repetitions of a schedule", order(ORC, WARFARIN, "TQ1|1||" + filled("BID~"))),
        of("notes", report("NTE|1||x\r".repeat(100_000))),
        of("allergies", message("ADT^A08", PID, "AL1|1|DA|1^p^L|SV|r\r".repeat(100_000))),
        of("unknown segments", report("ZZZ|1\r".repeat(100_000))),
        of("heads", "MSH|^~\\&|A\r".repeat(100_000)),
        of("heads in a line", report(filled("MSH|^~"))),
        of("figures before the head", filled("7") + report(obx)),
        of("blanks before the head", filled(" \r") + report(obx)),
        of("shifts", report(obx + filled("\u001b$B") + "x")),
        of("frames", filled("\u000b\u001c")),
        of("a field of MSH", filled("MSH|^~\\&|")));
  }

  private static String orders(int many) {
    StringBuilder orders = new StringBuilder();
    for (int i = 0; i < many; i++) {
      orders.append("ORC|NW|O-").append(i).append('\r').append(WARFARIN).append('\r');
    }
    return orders.toString();
  }

  private static Object[] of(String what, String message) {
    return new Object[] {what, message};
  }

  private static String filled(String part) {
    return part.repeat((FRAME_LIMIT - 4096) / part.length() / SMALLER);
  }

  /** A quarter of what a frame may hold is enough to show a square. */
  private static final int SMALLER = 4;

  private static void answered(byte[] bytes) {
    // Of this thread alone: the machine may be busy with other things.
    long began = THREADS.getCurrentThreadCpuTime();
    List<ReadMessage> frame = Messages.readAll(bytes);
    for (byte[] part : MessageFile.split(bytes)) {
      assertThat(Messages.readAll(part)).isNotEmpty();
    }
    long took = THREADS.getCurrentThreadCpuTime() - began;
    assertThat(frame).isNotEmpty();
    for (ReadMessage each : frame) {
      assertThat(each.segmentsRead() + each.unread().size()).isEqualTo(each.segmentsIn());
      assertThat(each.usable() || !each.problems().isEmpty()).isTrue();
    }
    assertThat(took)
        .as("time of %d bytes", bytes.length)
        .isLessThan(ANY_MESSAGE.toNanos() + NANOS_A_BYTE * bytes.length);
  }
}
