package org.rxtwin.hl7.reader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.envelope.Envelope;
import org.rxtwin.hl7.envelope.EnvelopeFault;
import org.rxtwin.hl7.envelope.EnvelopeReader;
import org.rxtwin.hl7.envelope.EnvelopeReading;
import org.rxtwin.hl7.envelope.ErrorCode;
import org.rxtwin.hl7.envelope.Mended;
import org.rxtwin.hl7.envelope.MessageBytes;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.envelope.NotOurs;
import org.rxtwin.hl7.envelope.UnusableEnvelope;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.feed.FeedProfiles;
import org.rxtwin.hl7.segment.RawSegment;
import org.rxtwin.hl7.segment.SegmentParser;
import org.rxtwin.hl7.segment.SplitMessage;
import org.rxtwin.hl7.segment.Splitter;

/**
 * Reads HL7 v2 messages into events. It throws on no input, loses no segment and guesses nothing.
 * Safe for use by many threads.
 */
public final class HL7Reader {
  private static final EnvelopeFault SEVERAL =
      new EnvelopeFault(
          ErrorCode.SEGMENT_SEQUENCE,
          0,
          "expected one message, found several MSH; read the frame with readAll");

  private static final EnvelopeFault CONTINUED =
      new EnvelopeFault(
          ErrorCode.SEGMENT_SEQUENCE,
          0,
          "expected a whole message, came a part of one that is continued in another");

  private static final EnvelopeFault NO_SET =
      new EnvelopeFault(
          ErrorCode.DATA_TYPE,
          18,
          "expected MSH-18 or the feed's charset to name the character set of the bytes: delimiters"
              + " and parts of characters cannot be told apart");

  private final EnvelopeReader envelopes = new EnvelopeReader();
  private final ThreadLocal<SegmentParser> parsers = ThreadLocal.withInitial(SegmentParser::new);

  /**
   * Reads every message of a frame or file, in order; bytes without any are one quarantined.
   *
   * @param receivedAt stands for the time of a message that tells none; a repetition of the same
   *     delivery must bring the same
   */
  public List<ReadMessage> readAll(byte[] frame, FeedProfiles profiles, Instant receivedAt) {
    return envelopes.read(MessageBytes.copyOf(frame)).stream()
        .map(each -> read(each, profiles, receivedAt))
        .toList();
  }

  /**
   * Reads one message; bytes that hold several are quarantined, for they may be of two patients.
   */
  public ReadMessage read(byte[] message, FeedProfiles profiles, Instant receivedAt) {
    MessageBytes bytes = MessageBytes.copyOf(message);
    List<EnvelopeReading> readings = envelopes.read(bytes);
    return readings.size() == 1
        ? read(readings.get(0), profiles, receivedAt)
        : unread(
            ReadMessage.Status.QUARANTINED, readings.get(0).header(), bytes, SEVERAL, profiles);
  }

  /** Reads a message whose envelope was read before. */
  public ReadMessage read(EnvelopeReading reading, FeedProfiles profiles, Instant receivedAt) {
    if (reading instanceof UnusableEnvelope unusable) {
      return unread(
          ReadMessage.Status.QUARANTINED,
          unusable.header(),
          unusable.bytes(),
          unusable.fault(),
          profiles);
    }
    if (reading instanceof NotOurs other) {
      return unread(
          ReadMessage.Status.REJECTED, other.header(), other.bytes(), other.fault(), profiles);
    }
    Envelope envelope = (Envelope) reading;
    FeedProfile profile = profile(envelope.header(), profiles);
    SplitMessage split = split(envelope.header(), envelope.bytes(), profile);
    if (split.inDoubt()) {
      return unread(
          ReadMessage.Status.QUARANTINED, envelope.header(), envelope.bytes(), NO_SET, profiles);
    }
    if (split.continued() || goesOn(envelope.header(), split)) {
      return unread(
          ReadMessage.Status.QUARANTINED, envelope.header(), envelope.bytes(), CONTINUED, profiles);
    }
    return new MessageReader(parsers.get(), envelope, profile, receivedAt).read(split);
  }

  /** Whether another message must have gone before: MSH-14 says so, and no patient is named. */
  private static boolean goesOn(MshHeader header, SplitMessage split) {
    return !header.continuation().isEmpty()
        && split.segments().stream().noneMatch(each -> each.name().equals("PID"));
  }

  /**
   * The identifiers of the patient a message is about, that by which it is found first; of several
   * patients those of the first. The same that reading it finds: for whoever must know before.
   */
  public List<Identifier> patient(Envelope envelope, FeedProfiles profiles) {
    MshHeader header = envelope.header();
    if (MessageMatter.of(envelope.type()) == MessageMatter.MASTER_FILES) {
      return List.of();
    }
    FeedProfile profile = profile(header, profiles);
    SplitMessage split = split(header, envelope.bytes(), profile);
    Reading reading = new Reading(envelope.type(), header, profile, Instant.EPOCH);
    FirstPatient.Taking taking =
        raw -> parsers.get().find(raw, header.delimiters(), split.charset(), profile.moves());
    return new FirstPatient(reading, taking).identifiers(split);
  }

  /**
   * The codes of a frame for which neither everybody's tables nor the feed's have a meaning: units,
   * routes, schedules. They are asked for apart, because reading needs no list of them.
   */
  public List<UnmappedCode> unmapped(byte[] frame, FeedProfiles profiles) {
    List<UnmappedCode> all = new ArrayList<>();
    for (EnvelopeReading reading : envelopes.read(MessageBytes.copyOf(frame))) {
      if (reading instanceof Envelope envelope) {
        MshHeader header = envelope.header();
        FeedProfile profile = profile(header, profiles);
        UnmappedCodes codes = new UnmappedCodes(header, profile);
        SplitMessage split = split(header, envelope.bytes(), profile);
        for (RawSegment each : split.segments()) {
          parsers
              .get()
              .find(each, header.delimiters(), split.charset(), profile.moves())
              .ifPresent(codes::look);
        }
        all.addAll(codes.found());
      }
    }
    return all;
  }

  private static ReadMessage unread(
      ReadMessage.Status status,
      MshHeader header,
      MessageBytes bytes,
      EnvelopeFault fault,
      FeedProfiles profiles) {
    SplitMessage split = split(header, bytes, profile(header, profiles));
    List<String> names = new ArrayList<>();
    split.segments().forEach(each -> names.add(each.shownName()));
    String field = fault.field() == 0 ? "MSH" : "MSH-" + fault.field();
    return MessageReader.told(header)
        .repairs(split.repairs())
        .segments(names, 0)
        .status(status)
        .problems(List.of(new ReadProblem("MSH[1]", field, fault.reason())))
        .build();
  }

  private static FeedProfile profile(MshHeader header, FeedProfiles profiles) {
    return profiles.get(Senders.application(header), Senders.facility(header));
  }

  private static SplitMessage split(MshHeader header, MessageBytes bytes, FeedProfile profile) {
    return new Splitter(header.delimiters())
        .split(
            Mended.of(bytes).bytes().toByteArray(),
            header.characterSets(),
            profile.charset().orElse(StandardCharsets.UTF_8));
  }
}
