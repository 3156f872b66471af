package org.rxtwin.hl7.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.envelope.Delimiters;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.feed.FeedProfile;
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
  }

  ReadMessage read(SplitMessage split) {
    split.repairs().forEach(reading::repaired);
    checkEncodingCharacters(split.segments().get(0));
    Grouping grouping = new Grouping(MessageMatter.of(reading.type()));
    List<String> unread = new ArrayList<>();
    for (RawSegment raw : split.segments()) {
      if (!taken(raw, grouping)) {
        unread.add(raw.name());
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

  private boolean taken(RawSegment raw, Grouping grouping) {
    if (!SegmentParser.knows(raw.name())) {
      return false;
    }
    Optional<Fields> fields = parser.find(raw, delimiters);
    if (fields.isEmpty()) {
      reading.troubles().unparsed(raw);
      return false;
    }
    if (raw.name().equals("MSH")) {
      reading.readMessageTime(fields.get());
    }
    boolean taken = grouping.take(fields.get());
    if (!taken && tells(raw.name())) {
      misplaced.refuse(
          fields.get(), 1, "expected after the patient or order it belongs to; not read");
    }
    return taken;
  }

  /** Whether a patient's chart lacks something where such a segment has no place. */
  private boolean tells(String name) {
    MessageMatter matter = MessageMatter.of(reading.type());
    return switch (name) {
      case "AL1", "OBX", "RXA", "RXD" -> true;
      case "RXO", "RXE" -> matter != MessageMatter.CARE;
      case "ORC", "RXR", "RXC", "TQ1" -> matter == MessageMatter.ORDERS;
      case "DG1" -> matter == MessageMatter.STAY;
      default -> false;
    };
  }

  /** The events of all patients; nothing at all where one of them cannot be told. */
  private Optional<List<PatientEvents>> patients(Grouping grouping) {
    List<PatientPart> parts = grouping.patients();
    boolean severalFit =
        reading.type() == AcceptedType.RESULT || reading.type() == AcceptedType.MERGE_PATIENT;
    if (parts.isEmpty()) {
      reading.troubles().quarantine("PID", "expected a PID segment, came none");
      return Optional.empty();
    }
    if (parts.size() > 1 && !severalFit) {
      reading.troubles().quarantine("PID", "expected one patient, came several PID segments");
      return Optional.empty();
    }
    List<PatientEvents> all = new ArrayList<>();
    for (PatientPart part : parts) {
      Optional<PatientEvents> events = events(part, grouping.evn());
      if (events.isEmpty()) {
        return Optional.empty();
      }
      all.add(events.get());
    }
    return Optional.of(all);
  }

  private Optional<PatientEvents> events(PatientPart part, Optional<Fields> evn) {
    PatientReader who = new PatientReader(reading);
    List<Identifier> identifiers = who.identifiers(part.pid());
    if (identifiers.isEmpty()) {
      reading.troubles().quarantine("PID-3", "expected an identifier of the patient, came none");
      return Optional.empty();
    }
    Identifier primary = identifiers.get(0);
    Optional<Identifier> dying = part.mrg().flatMap(who::dying);
    if (reading.type() == AcceptedType.MERGE_PATIENT && !mergeable(dying, primary)) {
      return Optional.empty();
    }
    StayReader stay = new StayReader(reading);
    ClinicalTime at = stay.happened(evn);
    List<OccurredEvent> events = new ArrayList<>();
    events.add(new OccurredEvent(at, who.person(part.pid(), primary)));
    stay.change(part.pv1()).ifPresent(each -> events.add(new OccurredEvent(at, each)));
    allergies(part).forEach(each -> events.add(new OccurredEvent(at, each)));
    conditions(part).forEach(each -> events.add(new OccurredEvent(at, each)));
    events.addAll(new OrderReader(reading).read(part));
    events.addAll(new CareReader(reading).read(part));
    events.addAll(new ResultReader(reading).read(part));
    if (!misplaced.refused().isEmpty()) {
      events.add(
          new OccurredEvent(at, new ChartEvent.ReadingTroubled("message", misplaced.refused())));
    }
    boolean merge = reading.type() == AcceptedType.MERGE_PATIENT;
    return Optional.of(
        new PatientEvents(
            primary,
            identifiers.subList(1, identifiers.size()),
            merge ? dying : Optional.empty(),
            events));
  }

  private boolean mergeable(Optional<Identifier> dying, Identifier survivor) {
    if (dying.isEmpty()) {
      reading
          .troubles()
          .quarantine("MRG-1", "expected the identifier that a merge ends, came none");
    } else if (dying.get().equals(survivor)) {
      reading.troubles().quarantine("MRG-1", "expected two identifiers in a merge; they are one");
      return false;
    }
    return dying.isPresent();
  }

  private List<ChartEvent> conditions(PatientPart part) {
    Troubles troubles = new Troubles();
    ConditionReader reader = new ConditionReader(reading);
    List<ChartEvent> events = new ArrayList<>();
    part.diagnoses().forEach(dg1 -> reader.read(dg1, troubles).ifPresent(events::add));
    part.pv1().flatMap(ConditionReader::pregnancy).ifPresent(events::add);
    reading.troubles().addAll(troubles);
    if (!troubles.refused().isEmpty()) {
      events.add(new ChartEvent.ReadingTroubled("diagnosis", troubles.refused()));
    }
    return events;
  }

  private List<ChartEvent> allergies(PatientPart part) {
    Troubles troubles = new Troubles();
    AllergyReader reader = new AllergyReader(reading);
    List<ChartEvent> events = new ArrayList<>();
    part.allergies().forEach(al1 -> reader.read(al1, troubles).ifPresent(events::add));
    reading.troubles().addAll(troubles);
    if (!troubles.refused().isEmpty()) {
      events.add(new ChartEvent.ReadingTroubled("allergy", troubles.refused()));
    }
    return events;
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
