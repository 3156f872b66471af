package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.chart.Sha256;
import org.rxtwin.chart.port.RawMessage;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.EnvelopeReading;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.MshHeader;

/**
 * Bytes go in over MLLP, through the broker's journal and the reader into the store, and come out
 * of it as they were, whatever the reader put right for itself.
 */
class BytesComeBackTest {
  private static final int SILENCE_MILLIS = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home;
  private int messages;

  @Test
  void everyByteOfEveryMessageComesBack() throws Exception {
    List<byte[]> frames = new ArrayList<>();
    inCharacterSets(frames);
    withOddLines(frames);
    withOddBytes(frames);
    try (Hospital hospital = Hospital.open(home)) {
      List<EnvelopeReading> sent = new ArrayList<>();
      for (byte[] frame : frames) {
        sent.addAll(new EnvelopeReader().read(MessageBytes.copyOf(frame)));
      }

      assertThat(answers(hospital.port(), frames, sent.size()))
          .allMatch(each -> each.contains("MSA|AA|") || each.contains("MSA#AA#"));

      for (EnvelopeReading each : sent) {
        byte[] bytes = each.bytes().toByteArray();
        String id = id(hospital, each.header(), bytes);
        await().atMost(PATIENCE).until(() -> hospital.store().findMessage(id).isPresent());
        Optional<RawMessage> kept = hospital.store().findMessage(id);
        assertThat(kept.orElseThrow().bytes().toArray())
            .as(each.header().controlId())
            .isEqualTo(bytes);
      }
      assertThat(together(sent)).as("no byte is in no message").isEqualTo(joined(frames));
    }
  }

  private void inCharacterSets(List<byte[]> frames) {
    frames.add(
        message("UNICODE UTF-8", "\u4e2d\u6587 \u00e9 \ud83d\ude00")
            .getBytes(StandardCharsets.UTF_8));
    frames.add(message("8859/1", "M\u00fcller").getBytes(StandardCharsets.ISO_8859_1));
    frames.add(message("", "Jos\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    frames.add(
        message("WINDOWS-1251", "\u041c\u0430\u0440\u0438\u044f")
            .getBytes(Charset.forName("windows-1251")));
    frames.add(
        message("GB 18030-2000", "\u60a3\u8005\u4e85\u4e5b").getBytes(Charset.forName("GB18030")));
    frames.add(message("", "\u60a3\u8005\u4e85\u4e5b").getBytes(Charset.forName("GB18030")));
    frames.add(message("BIG-5", "\u8a31\u529f\u84cb").getBytes(Charset.forName("Big5")));
    frames.add(message("~ISO IR87", "\u5c71\u7530").getBytes(Charset.forName("ISO-2022-JP")));
    frames.add(("\ufeff" + message("", "\u1c41\u411c")).getBytes(StandardCharsets.UTF_16BE));
    frames.add(("\ufeff" + message("", "\u1c41\u411c")).getBytes(StandardCharsets.UTF_16LE));
  }

  private void withOddLines(List<byte[]> frames) {
    for (String end : List.of("\n", "\r\n", "\r\r\n", "\n\r")) {
      frames.add(utf8(message("", "x").replace("\r", end)));
    }
    frames.add(utf8(message("", "x").strip()));
    frames.add(utf8(message("", "first\rsecond line\r\r \rthird")));
    frames.add(utf8(message("", "x").replace('|', '#').replace('^', '*').replace("#*~", "#*!")));
    frames.add(utf8("\ufeff\r\n" + message("", "x")));
    frames.add(utf8("POST /hl7 HTTP/1.1\r\nHost: rx\r\n\r\n" + message("", "x")));
    frames.add(
        utf8(
            "FHS|^~\\&|A\rBHS|^~\\&|A\r"
                + message("", "a")
                + message("", "b")
                + "BTS|2\rFTS|1\r\r\n"));
  }

  private void withOddBytes(List<byte[]> frames) {
    byte[] every = new byte[512];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    frames.add(
        latin(message("", "x") + "ZAL|" + new String(every, StandardCharsets.ISO_8859_1) + "\r"));
    frames.add(latin(message("", "a\0b\0\0c")));
    frames.add(latin(message("", "a\u001cb\u001c\u001cc\u000bd")));
    frames.add(latin(message("", "\\X41\\ \\F\\ \\.br\\ \\Zx\\ \\")));
    frames.add(latin(message("", "x".repeat(300_000))));
  }

  private String message(String set, String text) {
    String id = "B" + ++messages;
    return "MSH|^~\\&|LAB|HOSP|RXTWIN|HOSP|20260301080000||ORU^R01^ORU_R01|"
        + id
        + "|P|2.5.1||||||"
        + set
        + "\rPID|1||4711^^^HOSP^MR||Test^Person||19530417|F\rOBR|1|"
        + id
        + "^LAB|"
        + id
        + "F^LAB|11502-2^report^LN|||20260301080000\rOBX|1|TX|NOTE^note^L||"
        + text
        + "||||||F|||20260301080000\r";
  }

  private static List<String> answers(int port, List<byte[]> frames, int expected)
      throws IOException {
    List<String> answers = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(SILENCE_MILLIS);
      OutputStream out = socket.getOutputStream();
      for (byte[] frame : frames) {
        out.write(0x0b);
        out.write(frame);
        out.write(new byte[] {0x1c, '\r'});
      }
      out.flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      while (answers.size() < expected) {
        int each = in.read();
        assertThat(each).as("answers until now %s", answers).isNotNegative();
        if (each == 0x1c) {
          answers.add(answer.toString(StandardCharsets.ISO_8859_1));
          answer.reset();
        }
        answer.write(each);
      }
    }
    return answers;
  }

  /** As the intake names it. */
  private static String id(Hospital hospital, MshHeader header, byte[] bytes) {
    return hospital
        .parts()
        .keys()
        .of(
            "message",
            header.sendingApplication(),
            header.sendingFacility(),
            header.controlId(),
            Sha256.hex(bytes));
  }

  private static byte[] together(List<EnvelopeReading> messages) {
    return joined(messages.stream().map(each -> each.bytes().toByteArray()).toList());
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
