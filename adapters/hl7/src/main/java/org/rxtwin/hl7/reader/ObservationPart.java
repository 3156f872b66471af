package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import org.rxtwin.hl7.segment.Fields;

/** An OBX with the notes that follow it. */
final class ObservationPart {
  private final Fields obx;
  private final List<Fields> notes = new ArrayList<>();

  ObservationPart(Fields obx) {
    this.obx = obx;
  }

  Fields obx() {
    return obx;
  }

  List<Fields> notes() {
    return notes;
  }
}
