package org.rxtwin.hl7.reader;

import java.util.Locale;
import org.rxtwin.hl7.segment.Fields;

/** What RXA-21 (table 0323) does to the record of a dose. */
enum RecordAction {
  ADD,
  UPDATE,
  DELETE,
  NOTHING;

  private static final int ACTION = 21;

  static RecordAction of(Fields rxa, Troubles troubles) {
    return switch (rxa.text(ACTION).toUpperCase(Locale.ROOT)) {
      case "", "A", "ADD" -> ADD;
      case "U", "UPDATE" -> UPDATE;
      case "D", "DELETE" -> DELETE;
      case "X" -> NOTHING;
      default -> {
        troubles.refuse(rxa, ACTION, "expected A, U, D or X of table 0323; read as a new record");
        yield ADD;
      }
    };
  }
}
