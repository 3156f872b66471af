package org.rxtwin.hl7.reader;

import org.rxtwin.hl7.envelope.MshHeader;

/** Who sent a message: the namespace of MSH-3 and MSH-4. */
final class Senders {
  private Senders() {}

  static String application(MshHeader header) {
    return namespace(header, header.sendingApplication());
  }

  static String facility(MshHeader header) {
    return namespace(header, header.sendingFacility());
  }

  private static String namespace(MshHeader header, String field) {
    int end = field.indexOf(header.delimiters().component());
    return (end < 0 ? field : field.substring(0, end)).strip();
  }
}
