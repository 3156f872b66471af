package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.segment.Fields;

/** An OBR, or what stands in its place, with its observations, notes and specimens. */
final class ResultPart {
  private final @Nullable Fields orc;
  private final @Nullable Fields obr;
  private final List<Fields> notes = new ArrayList<>();
  private final List<Fields> specimens = new ArrayList<>();
  private final List<ObservationPart> observations = new ArrayList<>();

  ResultPart(@Nullable Fields orc, @Nullable Fields obr) {
    this.orc = orc;
    this.obr = obr;
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
