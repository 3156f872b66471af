package org.rxtwin.app.intake;

/** Messages of invented people. */
final class Samples {
  private Samples() {}

  /** A result with that control id about that record number. */
  static String result(String controlId, String recordNumber) {
    return result(controlId, recordNumber, "2.5.1");
  }

  static String result(String controlId, String recordNumber, String version) {
    return String.join(
        "\r",
        "MSH|^~\\&|LAB|NORTH|RXTWIN|NORTH|20261120080000||ORU^R01^ORU_R01|"
            + controlId
            + "|P|"
            + version,
        "PID|1||" + recordNumber + "^^^NORTH^MR||Doe^Jane||19500101|F",
        "OBR|1|||34714-6^INR^LN",
        "OBX|1|NM|34714-6^INR^LN||2.4|{INR}|2.0-3.0|N|||F",
        "");
  }

  static String typed(String type, String controlId) {
    return "MSH|^~\\&|ADT|NORTH|RXTWIN|NORTH|20261120080000||"
        + type
        + "|"
        + controlId
        + "|P|2.5.1\rPID|1||4711^^^NORTH^MR\r";
  }
}
