package org.rxtwin.hl7.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.chart.Identifier;

/** Reads of a frame what must be known before it is acknowledged, and nothing more. */
public final class EnvelopeReader {
  private static final Pattern VERSIONS = Pattern.compile("2\\.[3-8](\\.\\d{1,2}){0,2}");
  private static final int LAST_FIELD = 22;

  /** PID-3; PID-2 and PID-4 stand in for it in messages of old. PID-18 is no person's number. */
  private static final List<Integer> PERSON_NUMBERS = List.of(3, 2, 4);

  /** One reading for each MSH, in order; a frame that does not start with MSH is one unusable. */
  public List<EnvelopeReading> read(MessageBytes bytes) {
    List<MessageBytes> messages = FrameSplitter.messages(bytes);
    if (messages.isEmpty()) {
      return List.of(
          unusable(
              MshHeader.UNREADABLE,
              bytes,
              ErrorCode.SEGMENT_SEQUENCE,
              0,
              "expected a frame that starts with an MSH segment"));
    }
    return messages.stream().map(this::readOne).toList();
  }

  private EnvelopeReading readOne(MessageBytes message) {
    String msh = FrameSplitter.segment(message, "MSH");
    Optional<Delimiters> delimiters = Delimiters.find(msh);
    if (delimiters.isEmpty()) {
      return unusable(
          MshHeader.UNREADABLE,
          message,
          ErrorCode.DATA_TYPE,
          2,
          "expected a field separator and four distinct encoding characters");
    }
    MshHeader header = header(msh, delimiters.get());
    if (FrameSplitter.hidesAnotherMessage(message, header.delimiters())) {
      return unusable(
          header,
          message,
          ErrorCode.SEGMENT_SEQUENCE,
          0,
          "expected each MSH on a line of its own, found one inside a segment");
    }
    return judged(header, message);
  }

  private static MshHeader header(String msh, Delimiters delimiters) {
    List<String> fields = new ArrayList<>();
    String separator = Pattern.quote(String.valueOf(delimiters.field()));
    String[] parts = msh.split(separator, LAST_FIELD);
    for (int i = 2; i < parts.length; i++) {
      fields.add(parts[i]);
    }
    return new MshHeader(delimiters, fields);
  }

  private static EnvelopeReading judged(MshHeader header, MessageBytes message) {
    if (header.controlId().isBlank()) {
      return missing(header, message, 10, "expected a message control id");
    }
    if (header.controlId().chars().anyMatch(c -> c < ' ')) {
      return unusable(
          header, message, ErrorCode.DATA_TYPE, 10, "expected a control id that can be printed");
    }
    if (header.messageCode().isEmpty() || header.triggerEvent().isEmpty()) {
      return missing(header, message, 9, "expected a message code and a trigger event");
    }
    Optional<AcceptedType> type = AcceptedType.find(header.messageCode(), header.triggerEvent());
    if (type.isEmpty()) {
      return notOurs(header, message);
    }
    if (header.version().isEmpty()) {
      return missing(header, message, 12, "expected a version id");
    }
    if (!VERSIONS.matcher(header.version()).matches()) {
      EnvelopeFault fault =
          new EnvelopeFault(ErrorCode.UNSUPPORTED_VERSION, 12, "versions 2.3 to 2.8 are taken");
      return new NotOurs(header, message, fault);
    }
    List<Identifier> patients = patients(header, message, type.get());
    return new Envelope(header, message, type.get(), header.version(), patients);
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

  private static List<Identifier> patients(
      MshHeader header, MessageBytes message, AcceptedType type) {
    List<Identifier> patients = new ArrayList<>();
    String pid = FrameSplitter.segment(message, "PID");
    PERSON_NUMBERS.stream()
        .flatMap(field -> identifier(header, pid, field).stream())
        .findFirst()
        .ifPresent(patients::add);
    if (type.merges()) {
      identifier(header, FrameSplitter.segment(message, "MRG"), 1).ifPresent(patients::add);
    }
    return patients;
  }

  private static Optional<Identifier> identifier(MshHeader header, String segment, int field) {
    Delimiters d = header.delimiters();
    String repetitions = Parts.part(segment, d.field(), field);
    for (String cx : repetitions.split(Pattern.quote(String.valueOf(d.repetition())))) {
      String id = Parts.part(cx, d.component(), 0).strip();
      if (!id.isEmpty() && !id.equals("\"\"")) {
        String authority = Parts.part(cx, d.component(), 3);
        String namespace = Parts.part(authority, d.subcomponent(), 0).strip();
        String universal = Parts.part(authority, d.subcomponent(), 1).strip();
        String named = namespace.isEmpty() ? universal : namespace;
        return Optional.of(new Identifier(named.isEmpty() ? header.sendingFacility() : named, id));
      }
    }
    return Optional.empty();
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
