package org.rxtwin.hl7.reader;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rxtwin.hl7.segment.Fields;

/** Puts the segments of results together: order, specimen, document, observations, notes. */
final class ResultGrouping {
  private final MessageMatter matter;
  private @Nullable Fields waitingOrc;
  private @Nullable ResultPart result;
  private @Nullable ResultPart leading;
  private @Nullable ObservationPart observation;
  private boolean notesGoToResult;
  private boolean afterSpecimen;

  ResultGrouping(MessageMatter matter) {
    this.matter = matter;
  }

  /** Another patient begins: nothing told before belongs to that one. */
  void clear() {
    waitingOrc = null;
    leading = null;
    end();
  }

  /** What follows belongs to nothing that came before. */
  void end() {
    result = null;
    observation = null;
  }

  /** Hears of every segment, because a note belongs to what stands right before it. */
  void passes(String name) {
    boolean note = name.equals("NTE");
    afterSpecimen &= note;
    if (!note && !name.equals("OBX") && !name.equals("OBR")) {
      notesGoToResult = false;
    }
  }

  /** Whether an ORC goes with the OBR before it, as it does where a specimen leads. */
  boolean tookOrc(Fields orc) {
    return matter == MessageMatter.SPECIMENS
        && result != null
        && result.awaitsOrc()
        && result.ordered(orc);
  }

  /** An ORC that goes with the OBR after it. */
  void awaitsObr(Fields orc) {
    waitingOrc = orc;
  }

  boolean waits() {
    return waitingOrc != null || result != null;
  }

  boolean order(PatientPart whom, Fields obr) {
    if (matter == MessageMatter.DOCUMENT) {
      return false;
    }
    ResultPart started = new ResultPart(waitingOrc, obr);
    if (leading != null) {
      started.specimens().addAll(leading.specimens());
      started.follows(leading);
    }
    begin(whom, started);
    waitingOrc = null;
    notesGoToResult = true;
    return true;
  }

  boolean observe(PatientPart whom, Fields obx, Optional<Fields> ofOrder) {
    if (result == null) {
      begin(whom, new ResultPart(ofOrder.orElse(waitingOrc), null));
    }
    observation = new ObservationPart(obx);
    notesGoToResult = true;
    return result != null && result.observations().add(observation);
  }

  /**
   * A specimen before any OBR is that of all OBRs up to the next specimen, and what is observed of
   * it stands before them; one behind an OBR is of that OBR alone.
   */
  boolean specimen(PatientPart whom, Fields spm) {
    boolean leads =
        matter.tellsResults()
            && (leading != null
                || result == null
                || (matter == MessageMatter.SPECIMENS && result.obr().isEmpty()));
    if (leads) {
      leading = new ResultPart(null, null);
      begin(whom, leading);
    }
    afterSpecimen = result != null;
    return result != null && result.specimens().add(spm);
  }

  /** The lines of a document are its own, whatever was ordered for it. */
  boolean document(PatientPart whom, Fields txa) {
    if (matter != MessageMatter.DOCUMENT || (result != null && result.txa().isPresent())) {
      return false;
    }
    begin(whom, ResultPart.ofDocument(txa));
    return true;
  }

  private void begin(PatientPart whom, ResultPart part) {
    result = part;
    observation = null;
    whom.results().add(part);
  }

  boolean note(Fields note) {
    if (afterSpecimen && result != null) {
      return result.notes().add(note);
    }
    if (!notesGoToResult || result == null) {
      return false;
    }
    return observation == null ? result.notes().add(note) : observation.notes().add(note);
  }
}
