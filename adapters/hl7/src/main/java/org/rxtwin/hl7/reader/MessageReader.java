package org.rxtwin.hl7.reader;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.envelope.Delimiters;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FieldMoves;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.segment.RawSegment;
import org.rxtwin.hl7.segment.SegmentParser;
import org.rxtwin.hl7.segment.SplitMessage;

/** Reads one message of a type that is ours. */
final class MessageReader {
  private final SegmentParser parser;
  private final Delimiters delimiters;
  private final MshHeader header;
  private final Reading reading;
  private final Troubles misplaced = new Troubles();

  MessageReader(SegmentParser parser, Envelope envelope, FeedProfile profile, Instant receivedAt) {
    this.parser = parser;
    this.header = envelope.header();
    this.delimiters = header.delimiters();
    this.reading = new Reading(envelope.type(), header, profile, receivedAt);
    envelope.repairs().forEach(reading::repaired);
  }

  ReadMessage read(SplitMessage split) {
    split.repairs().forEach(reading::repaired);
    checkEncodingCharacters(split.segments().get(0));
    Grouping grouping = new Grouping(MessageMatter.of(reading.type()));
    List<String> unread = new ArrayList<>();
    for (RawSegment raw : split.segments()) {
      if (!taken(raw, split.charset(), grouping)) {
        unread.add(raw.shownName());
      }
    }
    reading.troubles().addAll(misplaced);
    int read = split.segments().size() - unread.size();
    ReadMessageBuilder message = told(header).segments(unread, read);
    Optional<List<PatientEvents>> patients = patients(grouping);
    return message
        .status(status(patients))
        .messageTime(reading.messageTime())
        .repairs(reading.repairs())
        .problems(reading.troubles().all())
        .patients(patients.orElse(List.of()))
        .build();
  }

  private void checkEncodingCharacters(RawSegment msh) {
    if (!msh.line().startsWith("MSH" + delimiters.field() + delimiters.declared())) {
      reading.repaired("encoding characters in MSH-2 were made up to four");
    }
  }

  private boolean taken(RawSegment raw, Charset charset, Grouping grouping) {
    if (!SegmentParser.knows(raw.name())) {
      return false;
    }
    FieldMoves moves = reading.profile().moves();
    Optional<Fields> fields = parser.find(raw, delimiters, charset, moves);
    if (moves.concern(raw.name())) {
      reading.repaired(Reading.MOVED);
    }
    if (fields.isEmpty()) {
      reading.troubles().unparsed(raw);
      return false;
    }
    if (raw.name().equals("MSH")) {
      reading.readMessageTime(fields.get());
    }
    boolean taken = !idle(raw.name()) && grouping.take(fields.get());
    if (!taken && tells(raw.name())) {
      misplaced.refuse(
          fields.get(), 1, "expected after the patient or order it belongs to; not read");
    }
    return taken;
  }

  /** An MRG where no person's number ends and no visit moves: nothing comes of it. */
  private boolean idle(String name) {
    return name.equals("MRG")
        && !reading.type().merges()
        && reading.type() != AcceptedType.MOVE_VISIT;
  }

  /** Whether a patient's chart lacks something where such a segment has no place. */
  private boolean tells(String name) {
    MessageMatter matter = MessageMatter.of(reading.type());
    if (matter == MessageMatter.MASTER_FILES) {
      return false;
    }
    return switch (name) {
      case "AL1", "IAM", "PRB", "PR1", "OBX", "RXA", "RXD", "RXG" -> true;
      case "RXO", "RXE" -> matter != MessageMatter.CARE;
      case "ORC", "RXR", "RXC", "TQ1" -> matter == MessageMatter.ORDERS;
      case "DG1" -> matter == MessageMatter.STAY;
      default -> false;
    };
  }

  /** The events of all patients; nothing at all where one of them cannot be told. */
  private Optional<List<PatientEvents>> patients(Grouping grouping) {
    List<PatientPart> parts = grouping.patients();
    MessageMatter matter = MessageMatter.of(reading.type());
    if (matter == MessageMatter.MASTER_FILES) {
      return Optional.of(List.of());
    }
    boolean severalFit = matter.tellsResults() || reading.type().merges();
    if (parts.isEmpty()) {
      reading.troubles().quarantine("PID", "expected a PID segment, came none");
      return Optional.empty();
    }
    if (parts.size() > 1 && !severalFit) {
      reading.troubles().quarantine("PID", "expected one patient, came several PID segments");
      return Optional.empty();
    }
    PartReader reader = new PartReader(reading, grouping.evn(), misplaced);
    List<PatientEvents> all = new ArrayList<>();
    for (PatientPart part : parts) {
      List<PatientEvents> events = reader.read(part);
      if (events.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(events);
    }
    return inOneStep(all) ? Optional.of(all) : Optional.empty();
  }

  /**
   * A record that one merge of a message keeps and another one ends, or that two of them end: in
   * which order, nobody tells.
   */
  private boolean inOneStep(List<PatientEvents> all) {
    Set<Identifier> kept = new HashSet<>();
    all.forEach(each -> kept.add(each.primary()));
    Map<Identifier, Identifier> into = new HashMap<>();
    boolean told = true;
    for (PatientEvents each : all) {
      for (Identifier ends : each.dying()) {
        Identifier other = into.put(ends, each.primary());
        told &= !kept.contains(ends) && (other == null || other.equals(each.primary()));
      }
    }
    if (!told) {
      reading
          .troubles()
          .quarantine("MRG-1", "expected each patient to stay, or to end in one other");
    }
    return told;
  }

  private ReadMessage.Status status(Optional<List<PatientEvents>> patients) {
    if (patients.isEmpty()) {
      return ReadMessage.Status.QUARANTINED;
    }
    return reading.repairs().isEmpty() ? ReadMessage.Status.ACCEPTED : ReadMessage.Status.REPAIRED;
  }

  static ReadMessageBuilder told(MshHeader header) {
    return new ReadMessageBuilder(header);
  }
}
