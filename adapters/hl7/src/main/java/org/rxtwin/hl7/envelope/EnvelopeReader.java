package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads of a frame what must be known before it is acknowledged, and nothing more. */
public final class EnvelopeReader {
  static final String VERSION_UNKNOWN = "the version in MSH-12 is not known; read as 2.5.1";
  static final String VERSION_MISSING = "MSH-12 names no version; read as 2.5.1";
  static final String GOES_ON =
      "MSH-14 says that the message goes on from another; read as a whole, for it names a patient";
  private static final String USUAL_VERSION = "2.5.1";
  private static final Pattern VERSIONS = Pattern.compile("2\\.[1-9](\\.\\d{1,2}){0,2}");

  /** Version 3 is another standard that shares but the name. */
  private static final Pattern OTHER_STANDARD = Pattern.compile("[013-9](\\.\\d+)*");

  private final Function<MessageBytes, EnvelopeReading> one;

  public EnvelopeReader() {
    this(EnvelopeReader::readOne);
  }

  EnvelopeReader(Function<MessageBytes, EnvelopeReading> one) {
    this.one = one;
  }

  /**
   * One reading for each MSH, in order; a frame that does not start with MSH is one unusable, and
   * so is one of more than 100,000.
   */
  public List<EnvelopeReading> read(MessageBytes bytes) {
    List<MessageBytes> messages = FrameSplitter.messages(bytes);
    if (messages.isEmpty()) {
      return List.of(
          unusable(
              MshHeader.UNREADABLE,
              bytes,
              ErrorCode.SEGMENT_SEQUENCE,
              0,
              "expected a frame that starts with an MSH segment and holds at most 100000 messages"));
    }
    return messages.stream().map(this::readOrKept).toList();
  }

  /** What one message does to this reader must not keep its neighbours from being read. */
  private EnvelopeReading readOrKept(MessageBytes received) {
    try {
      return one.apply(received);
    } catch (RuntimeException e) {
      String msh = FrameSplitter.segment(received, "MSH");
      MshHeader header =
          Delimiters.find(msh)
              .map(each -> header(Parts.all(msh, each.field()), each))
              .orElse(MshHeader.UNREADABLE);
      String reason = "the receiver could not read this message: " + e.getClass().getName();
      return unusable(header, received, ErrorCode.DATA_TYPE, 0, reason);
    }
  }

  private static EnvelopeReading readOne(MessageBytes received) {
    Mended message = Mended.of(received);
    String msh = FrameSplitter.segment(message.bytes(), "MSH");
    Optional<Delimiters> delimiters = Delimiters.find(msh);
    if (delimiters.isEmpty()) {
      return unusable(
          MshHeader.UNREADABLE,
          received,
          ErrorCode.DATA_TYPE,
          2,
          "expected a field separator and four distinct encoding characters");
    }
    MshHeader header = header(msh, delimiters.get());
    if (FrameSplitter.hidesAnotherMessage(message.bytes())) {
      return unusable(
          header,
          received,
          ErrorCode.SEGMENT_SEQUENCE,
          0,
          "expected each MSH on a line of its own, found one inside a segment");
    }
    return judged(message.recoded() ? header.inUtf8() : header, message, received);
  }

  private static MshHeader header(String msh, Delimiters delimiters) {
    List<String> written = Parts.all(msh, delimiters.field());
    return header(HeaderText.parts(msh, written, delimiters), delimiters);
  }

  private static MshHeader header(List<String> parts, Delimiters delimiters) {
    return new MshHeader(delimiters, parts.subList(Math.min(2, parts.size()), parts.size()));
  }

  private static EnvelopeReading judged(MshHeader written, Mended mended, MessageBytes received) {
    if (written.controlId().isBlank()) {
      return missing(written, received, 10, "expected a message control id");
    }
    if (written.controlId().chars().anyMatch(c -> c < ' ')) {
      return unusable(
          written, received, ErrorCode.DATA_TYPE, 10, "expected a control id that can be printed");
    }
    List<String> repairs = new ArrayList<>(mended.repairs());
    MshHeader header = MessageTypes.told(written, mended.bytes(), repairs);
    boolean event = !header.triggerEvent().isEmpty() || header.acknowledges();
    if (header.messageCode().isEmpty() || !event) {
      return missing(header, received, 9, "expected a message code and a trigger event");
    }
    Optional<AcceptedType> type = AcceptedType.find(header.messageCode(), header.triggerEvent());
    if (type.isEmpty()) {
      return notOurs(header, received);
    }
    if (OTHER_STANDARD.matcher(header.version()).matches()) {
      EnvelopeFault fault =
          new EnvelopeFault(ErrorCode.UNSUPPORTED_VERSION, 12, "versions 2.1 to 2.9 are taken");
      return new NotOurs(header, received, fault);
    }
    String version = version(header, repairs);
    boolean named = !FrameSplitter.segment(mended.bytes(), "PID").isEmpty();
    if (named && !header.continuation().isEmpty()) {
      repairs.add(GOES_ON);
    }
    return new Envelope(header, received, type.get(), version, repairs);
  }

  /** All versions are read by the fields of one: an odd name of a version hinders nobody. */
  private static String version(MshHeader header, List<String> repairs) {
    if (VERSIONS.matcher(header.version()).matches()) {
      return header.version();
    }
    repairs.add(header.version().isEmpty() ? VERSION_MISSING : VERSION_UNKNOWN);
    return USUAL_VERSION;
  }

  private static EnvelopeReading notOurs(MshHeader header, MessageBytes message) {
    boolean code = AcceptedType.isKnownCode(header.messageCode());
    EnvelopeFault fault =
        code
            ? new EnvelopeFault(
                ErrorCode.UNSUPPORTED_EVENT, 9, "this trigger event is not taken here")
            : new EnvelopeFault(
                ErrorCode.UNSUPPORTED_MESSAGE_TYPE, 9, "this message type is not taken here");
    return new NotOurs(header, message, fault);
  }

  private static UnusableEnvelope missing(
      MshHeader header, MessageBytes bytes, int field, String reason) {
    return unusable(header, bytes, ErrorCode.REQUIRED_FIELD_MISSING, field, reason);
  }

  private static UnusableEnvelope unusable(
      MshHeader header, MessageBytes bytes, ErrorCode code, int field, String reason) {
    return new UnusableEnvelope(header, bytes, new EnvelopeFault(code, field, reason));
  }
}
