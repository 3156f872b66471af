package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads when a specimen was taken and what is said of it. */
final class SpecimenReader {
  private static final int NOTE = 3;
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

  /** Notes under the OBX and the OBR, the collector's comment, condition of the specimen. */
  List<String> comments(ResultPart part, ObservationPart observation) {
    List<String> comments = new ArrayList<>();
    observation.notes().forEach(note -> add(comments, lines(note)));
    part.notes().forEach(note -> add(comments, lines(note)));
    part.obr().ifPresent(obr -> add(comments, Codes.words(obr, 39)));
    for (Fields spm : part.specimens()) {
      add(comments, lines(spm, 14));
      for (int i = 0; i < spm.repetitions(24); i++) {
        String words = spm.part(24, i, 2, 1);
        add(comments, words.isEmpty() ? spm.part(24, i, 1, 1) : words);
      }
    }
    return comments;
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
