package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.LabResult;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.Measurement;

/** Reads when a specimen was taken and what is said of it. */
final class SpecimenReader {
  private static final int NOTE = 3;
  private static final int ANALYTE = 3;
  private static final int VALUE = 5;
  private static final int FLAGS = 8;
  private static final int CLINICAL = 13;
  private static final int DESCRIPTION = 14;
  private static final int COLLECTOR = 39;

  /** Codes of table 0078 are shorter. */
  private static final int SHORTEST_WORD = 5;

  private final Reading reading;

  SpecimenReader(Reading reading) {
    this.reading = reading;
  }

  /** OBX-14, else OBR-7, else SPM-17. */
  Optional<ClinicalTime> sampledAt(ResultPart part, Fields obx, Troubles troubles) {
    Optional<ClinicalTime> observed = past(obx, 14, troubles);
    if (observed.isPresent()) {
      return observed;
    }
    return sampledAt(part, troubles);
  }

  /** OBR-7, else SPM-17. */
  Optional<ClinicalTime> sampledAt(ResultPart part, Troubles troubles) {
    Optional<ClinicalTime> requested = part.obr().flatMap(obr -> past(obr, 7, troubles));
    if (requested.isPresent()) {
      return requested;
    }
    return part.specimens().stream()
        .limit(1)
        .flatMap(spm -> past(spm, 17, troubles).stream())
        .findFirst();
  }

  /** A specimen is not taken after its result was sent: such a time is of another zone or clock. */
  private Optional<ClinicalTime> past(Fields segment, int field, Troubles troubles) {
    Optional<ClinicalTime> told = reading.time(segment, field, troubles);
    if (told.filter(reading::comesAfterMessage).isPresent()) {
      troubles.refuse(
          segment,
          field,
          "expected a time before the message's own (MSH-7), came a later one; it is not used."
              + " Maybe the zone of this feed is not agreed");
      return Optional.empty();
    }
    return told;
  }

  /**
   * Notes under the OBX and the OBR, the collector's comment, how the specimen was taken (SPM-7),
   * its description, condition (SPM-24) and why it was rejected (SPM-21), words among the flags of
   * the OBX, what was seen of the specimen before its orders; last what the request told of the
   * patient, marked as such.
   */
  List<String> comments(ResultPart part, ObservationPart observation) {
    List<String> comments = new ArrayList<>();
    observation.notes().forEach(note -> add(comments, lines(note)));
    flags(observation.obx()).forEach(each -> add(comments, each));
    part.notes().forEach(note -> add(comments, lines(note)));
    part.obr().ifPresent(obr -> add(comments, Codes.words(obr, COLLECTOR)));
    for (Fields spm : part.specimens()) {
      add(comments, lines(spm, DESCRIPTION));
      SpecimenCodes.told(spm).forEach(each -> add(comments, each));
    }
    part.observedOfSpecimen().forEach(each -> add(comments, seen(each)));
    part.obr()
        .map(obr -> lines(obr, CLINICAL))
        .filter(each -> !each.isEmpty())
        .ifPresent(each -> add(comments, LabResult.CLINICAL_INFORMATION + each));
    return comments;
  }

  /** What was seen of the specimen in words; a figure, such as an index, is a result of its own. */
  private static String seen(ObservationPart observation) {
    String words = Codes.words(observation.obx(), VALUE);
    boolean figure = words.isEmpty() || Measurement.find(words).isPresent();
    return figure ? "" : Codes.words(observation.obx(), ANALYTE) + ": " + words;
  }

  /** The short codes of OBX-8, such as S, I, R or HH; empty where none stands. */
  static Optional<String> interpretation(Fields obx) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < obx.repetitions(FLAGS); i++) {
      String code = obx.part(FLAGS, i, 1, 1);
      if (code.length() < SHORTEST_WORD) {
        add(codes, code);
      }
    }
    return codes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", codes));
  }

  /** OBX-8 holds codes of table 0078, but some laboratories write there what they saw. */
  private static List<String> flags(Fields obx) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < obx.repetitions(FLAGS); i++) {
      String told = Codes.words(obx, FLAGS, i);
      if (told.length() >= SHORTEST_WORD) {
        words.add(told);
      }
    }
    return words;
  }

  private static String lines(Fields note) {
    return lines(note, NOTE);
  }

  private static String lines(Fields segment, int field) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < segment.repetitions(field); i++) {
      add(lines, segment.whole(field, i));
    }
    return String.join("\n", lines);
  }

  private static void add(List<String> comments, String comment) {
    if (!comment.isEmpty() && !comments.contains(comment)) {
      comments.add(comment);
    }
  }
}
