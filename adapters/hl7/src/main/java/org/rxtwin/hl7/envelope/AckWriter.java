package org.rxtwin.hl7.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes acknowledgements, in the delimiters, version and character set of the message answered.
 *
 * <p>MSH-15 filled with AL, ER or SU means enhanced mode: CA, CE, CR, sent when that value says so.
 * Where it wants none and MSH-16 does, the answer comes in original mode, for the sender waits; NE
 * in both (or NE and nothing) is not answered at all. Nor is what is an acknowledgement itself.
 */
public final class AckWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern TRIGGER = Pattern.compile("[A-Z][A-Z0-9]{2}");
  private static final Pattern VERSION = Pattern.compile("2\\.\\d(\\.\\d{1,2}){0,2}");
  private static final Pattern NEARLY = Pattern.compile("(2\\.[1-9])(?!\\d).*");
  private static final String UNKNOWN_VERSION = "2.5.1";
  private static final int ECHO_LIMIT = 200;
  private static final char ESCAPE = 0x1b;

  private final Clock clock;
  private final AtomicLong sequence;

  /** Control ids of the answers start from the clock's time, so that a restart repeats none. */
  public AckWriter(Clock clock) {
    this.clock = clock;
    this.sequence = new AtomicLong(clock.millis() * 1000);
  }

  /** The answer that a message was taken; empty where its sender wants none. */
  public Optional<byte[]> accept(MshHeader header) {
    return answer(header, AckVerdict.ACCEPT, null);
  }

  /** The answer that a message was not taken, and why; empty where its sender wants none. */
  public Optional<byte[]> refuse(MshHeader header, AckVerdict verdict, EnvelopeFault fault) {
    if (verdict == AckVerdict.ACCEPT) {
      throw new IllegalArgumentException(
          "expected ERROR or REJECT, got ACCEPT\nMaybe accept(header) was meant.");
    }
    return answer(header, verdict, fault);
  }

  private Optional<byte[]> answer(
      MshHeader header, AckVerdict verdict, @Nullable EnvelopeFault fault) {
    AckMode mode = AckMode.of(header, verdict);
    if (mode == AckMode.NONE || header.acknowledges()) {
      return Optional.empty();
    }
    String version = version(header.version());
    Delimiters d = header.delimiters();
    StringBuilder ack = new StringBuilder(256);
    ack.append("MSH").append(d.field()).append(String.join(str(d.field()), msh(header, version)));
    trimTrailing(ack, d.field()).append('\r');
    ack.append("MSA").append(d.field()).append(verdict.code(mode == AckMode.ENHANCED));
    ack.append(d.field()).append(echo(header.controlId()));
    if (fault != null) {
      ack.append(d.field()).append(said(fault.reason(), d)).append('\r');
      ack.append(versionUpTo24(version) ? errOld(d, fault) : errNew(d, fault));
    }
    return Optional.of(ack.append('\r').toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The sender's own version; the version before an odd ending, such as 2.3 of 2.3.z. */
  private static String version(String declared) {
    if (VERSION.matcher(declared).matches()) {
      return declared;
    }
    Matcher nearly = NEARLY.matcher(declared);
    return nearly.matches() ? nearly.group(1) : UNKNOWN_VERSION;
  }

  private String[] msh(MshHeader header, String version) {
    String processing = header.processingId().isBlank() ? "P" : echo(header.processingId());
    return new String[] {
      header.delimiters().declared(),
      echo(header.receivingApplication()),
      echo(header.receivingFacility()),
      echo(header.sendingApplication()),
      echo(header.sendingFacility()),
      TIME.format(clock.instant()),
      "",
      type(header, version),
      "RX" + Long.toString(sequence.incrementAndGet(), 36).toUpperCase(Locale.ROOT),
      processing,
      version,
      "",
      "",
      "",
      "",
      "",
      echo(header.characterSet())
    };
  }

  /** {@code ACK} up to 2.3, {@code ACK^R01} in 2.3.1, {@code ACK^R01^ACK} from 2.4 on. */
  private static String type(MshHeader header, String version) {
    if (version.matches("2\\.[1-3]") || !TRIGGER.matcher(header.triggerEvent()).matches()) {
      return "ACK";
    }
    char c = header.delimiters().component();
    String event = "ACK" + c + header.triggerEvent();
    return version.startsWith("2.3") ? event : event + c + "ACK";
  }

  /** ERR-1, data type ELD: segment, sequence, field, code (versions up to 2.4). */
  private static String errOld(Delimiters d, EnvelopeFault fault) {
    char c = d.component();
    char s = d.subcomponent();
    return "ERR"
        + d.field()
        + ("MSH" + c + 1 + c + place(fault) + c + fault.code().number())
        + (s + said(fault.code().text(), d) + s + "HL70357");
  }

  /** ERR-2 location (ERL), ERR-3 code, ERR-4 severity, ERR-8 text for the user (from 2.5 on). */
  private static String errNew(Delimiters d, EnvelopeFault fault) {
    char f = d.field();
    char c = d.component();
    String location = fault.field() == 0 ? "" : "MSH" + c + 1 + c + fault.field();
    String code = fault.code().number() + str(c) + said(fault.code().text(), d) + c + "HL70357";
    return "ERR" + f + f + location + f + code + f + "E" + f + f + f + f + said(fault.reason(), d);
  }

  private static String place(EnvelopeFault fault) {
    return fault.field() == 0 ? "" : String.valueOf(fault.field());
  }

  private static boolean versionUpTo24(String version) {
    return version.matches("2\\.[0-4](\\..*)?");
  }

  /**
   * What the sender wrote, without control characters save the escapes of ISO 2022, cut to 200
   * bytes: before the first that may be a part of a character, for half of one hides a delimiter.
   */
  private static String echo(String field) {
    String capped = field;
    if (field.length() > ECHO_LIMIT) {
      int end = 0;
      while (end < ECHO_LIMIT && field.charAt(end) >= ' ' && field.charAt(end) < 0x7f) {
        end++;
      }
      capped = field.substring(0, end);
    }
    boolean clean = capped.chars().allMatch(c -> c >= ' ' || c == ESCAPE);
    return clean ? capped : capped.replaceAll("[\\x00-\\x1a\\x1c-\\x1f]", "");
  }

  /** Our own words, with a blank where the sender uses that character as a delimiter. */
  private static String said(String text, Delimiters d) {
    StringBuilder said = new StringBuilder(text);
    for (int i = 0; i < said.length(); i++) {
      char c = said.charAt(i);
      if (c == d.field() || d.declared().indexOf(c) >= 0) {
        said.setCharAt(i, ' ');
      }
    }
    return said.toString();
  }

  private static StringBuilder trimTrailing(StringBuilder text, char delimiter) {
    while (text.charAt(text.length() - 1) == delimiter) {
      text.setLength(text.length() - 1);
    }
    return text;
  }

  private static String str(char c) {
    return String.valueOf(c);
  }
}
