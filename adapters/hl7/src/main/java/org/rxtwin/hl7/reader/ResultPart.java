package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.chart.LabResult.Origin;
import org.rxtwin.hl7.segment.Fields;

/** An OBR, a specimen or a document, with its observations, notes and specimens. */
final class ResultPart {
  private @Nullable Fields orc;
  private @Nullable Fields txa;
  private @Nullable ResultPart ofSpecimen;
  private final @Nullable Fields obr;
  private final List<Fields> notes = new ArrayList<>();
  private final List<Fields> specimens = new ArrayList<>();
  private final List<ObservationPart> observations = new ArrayList<>();

  ResultPart(@Nullable Fields orc, @Nullable Fields obr) {
    this.orc = orc;
    this.obr = obr;
  }

  /** The lines of a document, by the segment that names it. */
  static ResultPart ofDocument(Fields txa) {
    ResultPart part = new ResultPart(null, null);
    part.txa = txa;
    return part;
  }

  /** Whether an ORC that comes now is the one of this OBR. */
  boolean awaitsOrc() {
    return obr != null && orc == null && observations.isEmpty();
  }

  boolean ordered(Fields segment) {
    orc = segment;
    return true;
  }

  /** What was observed of the specimen before any of its orders. */
  void follows(ResultPart specimen) {
    ofSpecimen = specimen;
  }

  List<ObservationPart> observedOfSpecimen() {
    return ofSpecimen == null ? List.of() : ofSpecimen.observations;
  }

  /** The document whose lines these are. */
  Optional<Fields> txa() {
    return Optional.ofNullable(txa);
  }

  Origin origin() {
    return txa == null ? Origin.REPORT : Origin.DOCUMENT;
  }

  Optional<Fields> orc() {
    return Optional.ofNullable(orc);
  }

  Optional<Fields> obr() {
    return Optional.ofNullable(obr);
  }

  List<Fields> notes() {
    return notes;
  }

  List<Fields> specimens() {
    return specimens;
  }

  List<ObservationPart> observations() {
    return observations;
  }
}
