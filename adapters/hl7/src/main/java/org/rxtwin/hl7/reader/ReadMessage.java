package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.ReadProblem;

/**
 * What came of reading one message.
 *
 * @param controlId MSH-10
 * @param sendingApplication MSH-3.1
 * @param sendingFacility MSH-4.1
 * @param type {@code ORU^R01}; empty when MSH-9 cannot be read
 * @param version MSH-12.1
 * @param messageTime MSH-7, where it can be read
 * @param status what becomes of it
 * @param repairs what was put right before reading, each named
 * @param problems what could not be read; of a quarantined or rejected message the first says why
 * @param patients what it says, patient by patient
 * @param unread names of the segments that were kept but not used, one entry for each
 * @param segmentsIn segments found
 * @param segmentsRead segments used; with {@code unread} these are all that were found
 */
public record ReadMessage(
    String controlId,
    String sendingApplication,
    String sendingFacility,
    String type,
    String version,
    Optional<ClinicalTime> messageTime,
    Status status,
    List<String> repairs,
    List<ReadProblem> problems,
    List<PatientEvents> patients,
    List<String> unread,
    int segmentsIn,
    int segmentsRead) {
  /** What becomes of a message. */
  public enum Status {
    ACCEPTED,
    /** Read after repairs that are listed. */
    REPAIRED,
    /** Of a type we take, but not to be used: the bytes are kept and a person is asked. */
    QUARANTINED,
    /** A type or version that is not ours. */
    REJECTED;

    /** The word used in answers. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ReadMessage {
    repairs = List.copyOf(repairs);
    problems = List.copyOf(problems);
    patients = List.copyOf(patients);
    unread = List.copyOf(unread);
    if (segmentsIn != segmentsRead + unread.size()) {
      throw new IllegalArgumentException(
          "expected every segment to be read or unread, came segmentsIn ("
              + segmentsIn
              + "), segmentsRead ("
              + segmentsRead
              + "), unread ("
              + unread.size()
              + ")\nMaybe a segment was counted twice.");
    }
  }

  /** Whether its events are to be stored. */
  public boolean usable() {
    return status == Status.ACCEPTED || status == Status.REPAIRED;
  }

  @Override
  public String toString() {
    return "ReadMessage[" + status.wire() + ", " + segmentsIn + " segments]";
  }
}
