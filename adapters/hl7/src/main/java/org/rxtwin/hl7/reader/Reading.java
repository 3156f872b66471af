package org.rxtwin.hl7.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.hl7.envelope.AcceptedType;
import org.rxtwin.hl7.envelope.MshHeader;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.PlainNumber;
import org.rxtwin.hl7.value.TimeReader;
import org.rxtwin.hl7.value.TimeReading;

/** What all parts of one message share while it is read: its header, its feed, its repairs. */
final class Reading {
  static final String COMMA = "a decimal comma was read as a decimal point";
  static final String ENTITY = "a comparator written as an HTML entity was read";
  static final String MOVED = "fields were read where the feed's profile says";
  static final String ISO_TIME = "a time in ISO 8601 form was read";

  /** So far the clocks of an analyser and of the interface engine may stand apart. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private static final int DAY_DIGITS = 8;

  private final AcceptedType type;
  private final MshHeader header;
  private final FeedProfile profile;
  private final Instant receivedAt;
  private final LinkedHashSet<String> repairs = new LinkedHashSet<>();
  private final Troubles troubles = new Troubles();
  private TimeReader times;
  private Optional<ClinicalTime> messageTime = Optional.empty();

  Reading(AcceptedType type, MshHeader header, FeedProfile profile, Instant receivedAt) {
    this.type = type;
    this.header = header;
    this.profile = profile;
    this.times = new TimeReader(profile.zone());
    this.receivedAt = receivedAt;
  }

  /** Reads MSH-7, on which other times fall back. */
  void readMessageTime(Fields msh) {
    messageTime = time(msh, 7, msh.text(7), troubles);
    if (messageTime.isEmpty()) {
      troubles.lacks(msh, 7, "expected the time of the message; the time of receipt is used");
    }
    messageTime
        .filter(each -> !profile.zoneAgreed())
        .flatMap(TimeReader::offset)
        .filter(given -> !given.equals(profile.zone().getRules().getOffset(sent())))
        .ifPresent(given -> times = new TimeReader(given));
  }

  AcceptedType type() {
    return type;
  }

  MshHeader header() {
    return header;
  }

  /** The sender's own unit words. */
  Map<String, String> localUnits() {
    return profile.localUnits();
  }

  FeedProfile profile() {
    return profile;
  }

  Optional<ClinicalTime> messageTime() {
    return messageTime;
  }

  /** When the message was sent, where MSH-7 tells it to the minute. */
  Optional<ClinicalTime> sentAt() {
    return messageTime.filter(
        each -> each.precision().compareTo(ClinicalTime.Precision.MINUTE) >= 0);
  }

  /** Troubles of the message as a whole. */
  Troubles troubles() {
    return troubles;
  }

  void repaired(String what) {
    repairs.add(what);
  }

  List<String> repairs() {
    return List.copyOf(repairs);
  }

  /** The time in a field; where it cannot be told, the trouble is noted. */
  Optional<ClinicalTime> time(Fields segment, int field, Troubles noted) {
    return time(segment, field, segment.text(field), noted);
  }

  /** The time that stands in a part of a field. */
  Optional<ClinicalTime> time(Fields segment, int field, String text, Troubles noted) {
    TimeReading reading = times.read(text);
    if (!reading.trouble().isEmpty()) {
      noted.refuse(segment, field, reading.trouble());
    }
    if (reading.repaired() && reading.time().isPresent()) {
      repaired(ISO_TIME);
    }
    return reading.time();
  }

  /** The number that a text is; a decimal comma is put right and listed. */
  Optional<PlainNumber> number(String text) {
    Optional<PlainNumber> number = PlainNumber.find(text);
    number.filter(PlainNumber::decimalComma).ifPresent(each -> repaired(COMMA));
    return number;
  }

  /**
   * When an event happened: the given time if it names an hour, else the message's, else that of
   * receipt. A date alone would put the event before others of that day.
   */
  ClinicalTime occurred(Optional<ClinicalTime> told) {
    return told.filter(ClinicalTime::hasTimeOfDay).or(() -> messageTime).orElseGet(this::receipt);
  }

  /** Some time on the day on which the message was sent. */
  ClinicalTime dayOfMessage() {
    return messageTime
        .map(each -> each.original().replace("-", ""))
        .filter(each -> each.length() >= DAY_DIGITS)
        .flatMap(each -> times.read(each.substring(0, DAY_DIGITS)).time())
        .orElseGet(
            () ->
                new ClinicalTime(
                    sent().truncatedTo(ChronoUnit.DAYS), ClinicalTime.Precision.DAY, ""));
  }

  /** When a specimen was taken: also a date alone, which is kept as such. */
  ClinicalTime sampled(Optional<ClinicalTime> told) {
    return told.or(() -> messageTime).orElseGet(this::receipt);
  }

  /** Whether what is told lies after the message that tells it, by more than clocks differ. */
  boolean comesAfterMessage(ClinicalTime told) {
    return told.instant().isAfter(sent().plus(CLOCKS_DIFFER));
  }

  private Instant sent() {
    return messageTime.orElseGet(this::receipt).instant();
  }

  private ClinicalTime receipt() {
    return ClinicalTime.exact(receivedAt);
  }
}
