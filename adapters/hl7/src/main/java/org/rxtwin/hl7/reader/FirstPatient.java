package org.rxtwin.hl7.reader;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.segment.RawSegment;
import org.rxtwin.hl7.segment.SplitMessage;

/**
 * Whom a message is about, told without reading all of it: by the same rules as when it is read, so
 * that a message waits, fails and is read as one patient's.
 */
final class FirstPatient {
  /** Takes a segment apart. */
  interface Taking {
    Optional<Fields> find(RawSegment raw);
  }

  private final Reading reading;
  private final Taking taking;

  FirstPatient(Reading reading, Taking taking) {
    this.reading = reading;
    this.taking = taking;
  }

  /** That by which the first patient is found, then its aliases; empty where nobody is named. */
  List<Identifier> identifiers(SplitMessage split) {
    PatientPart part = null;
    for (RawSegment raw : split.segments()) {
      boolean pid = raw.name().equals("PID");
      if (pid && part != null) {
        break;
      }
      Optional<Fields> fields =
          pid || raw.name().equals("MRG") ? taking.find(raw) : Optional.empty();
      if (pid && fields.isPresent()) {
        part = new PatientPart(fields.get());
      } else if (part != null) {
        fields.ifPresent(part::merges);
      }
    }
    return part == null
        ? List.of()
        : new MergeReader(reading)
            .survivor(new PatientNumbers(reading).identifiers(part.pid()), part);
  }
}
