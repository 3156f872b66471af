package org.rxtwin.hl7.reader;

import org.rxtwin.hl7.segment.Fields;

/**
 * The number of a record of an allergy, a problem or a procedure, with the name of who gave it.
 * Many senders just count, so that a number without a namespace is told apart by its sender.
 */
final class RecordNumber {
  private static final int UNIVERSAL = 3;

  private RecordNumber() {}

  /** Number and namespace (EI), else number and sender; empty where no number is told. */
  static String of(Fields segment, int field, Reading reading) {
    String number = segment.text(field);
    if (number.isEmpty()) {
      return "";
    }
    String namespace = segment.text(field, 2);
    String by = namespace.isEmpty() ? segment.text(field, UNIVERSAL) : namespace;
    return number + "^" + (by.isEmpty() ? sender(reading) : by);
  }

  private static String sender(Reading reading) {
    return Senders.application(reading.header()) + "@" + Senders.facility(reading.header());
  }
}
