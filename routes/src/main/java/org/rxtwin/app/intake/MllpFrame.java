package org.rxtwin.app.intake;

import org.rxtwin.hl7.envelope.MessageBytes;

/** What came between two marks of a connection. */
public record MllpFrame(MessageBytes bytes, Ending ending) {
  /** How the frame came to its end. */
  public enum Ending {
    /** By its end mark. */
    COMPLETE,
    /** By the start mark of the next frame: its sender gave it up. */
    CUT_OFF,
    /** By our limit: only the first bytes are here. */
    TOO_LONG,
    /** No start mark stood before it: it may be the rest of a frame that was ended too early. */
    NOT_BEGUN
  }
}
