package org.rxtwin.hl7.envelope;

/** HL7 table 0357, message error conditions: the codes that an envelope can earn. */
public enum ErrorCode {
  SEGMENT_SEQUENCE(100, "Segment sequence error"),
  REQUIRED_FIELD_MISSING(101, "Required field missing"),
  DATA_TYPE(102, "Data type error"),
  UNSUPPORTED_MESSAGE_TYPE(200, "Unsupported message type"),
  UNSUPPORTED_EVENT(201, "Unsupported event code"),
  UNSUPPORTED_VERSION(203, "Unsupported version id"),
  INTERNAL(207, "Application internal error");

  private final int number;
  private final String text;

  ErrorCode(int number, String text) {
    this.number = number;
    this.text = text;
  }

  public int number() {
    return number;
  }

  public String text() {
    return text;
  }
}
