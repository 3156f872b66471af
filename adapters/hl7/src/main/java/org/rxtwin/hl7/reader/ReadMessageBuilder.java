package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.ReadProblem;
import org.rxtwin.hl7.envelope.MshHeader;

/** Puts a {@link ReadMessage} together; what is not set is empty. */
final class ReadMessageBuilder {
  private final MshHeader header;
  private ReadMessage.Status status = ReadMessage.Status.QUARANTINED;
  private Optional<ClinicalTime> messageTime = Optional.empty();
  private List<String> repairs = List.of();
  private List<ReadProblem> problems = List.of();
  private List<PatientEvents> patients = List.of();
  private List<String> unread = List.of();
  private int segmentsRead;

  ReadMessageBuilder(MshHeader header) {
    this.header = header;
  }

  ReadMessageBuilder status(ReadMessage.Status given) {
    status = given;
    return this;
  }

  ReadMessageBuilder messageTime(Optional<ClinicalTime> given) {
    messageTime = given;
    return this;
  }

  ReadMessageBuilder repairs(List<String> given) {
    repairs = given;
    return this;
  }

  ReadMessageBuilder problems(List<ReadProblem> given) {
    problems = given;
    return this;
  }

  ReadMessageBuilder patients(List<PatientEvents> given) {
    patients = given;
    return this;
  }

  ReadMessageBuilder segments(List<String> namesUnread, int read) {
    unread = namesUnread;
    segmentsRead = read;
    return this;
  }

  ReadMessage build() {
    String code = header.messageCode();
    String event = header.triggerEvent();
    return new ReadMessage(
        header.controlId(),
        Senders.application(header),
        Senders.facility(header),
        event.isEmpty() ? code : code + "^" + event,
        header.version(),
        messageTime,
        status,
        repairs,
        problems,
        patients,
        unread,
        segmentsRead + unread.size(),
        segmentsRead);
  }
}
