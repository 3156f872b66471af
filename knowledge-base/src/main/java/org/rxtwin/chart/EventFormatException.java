package org.rxtwin.chart;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A stored event that cannot be read. The message names the place, never the content. */
public final class EventFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EventFormatException(String expected, JsonProcessingException cause) {
    super(
        "expected "
            + expected
            + ", came text that does not fit ("
            + cause.getClass().getSimpleName()
            + place(cause)
            + ")\nMaybe it was written by a newer version of the program.");
  }

  private static String place(JsonProcessingException cause) {
    return cause.getLocation() == null
        ? ""
        : " at character " + cause.getLocation().getCharOffset();
  }
}
