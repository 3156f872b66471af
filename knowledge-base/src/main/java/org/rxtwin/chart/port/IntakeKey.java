package org.rxtwin.chart.port;

/**
 * What makes two messages the same: sender, control id and the very bytes.
 *
 * @param application sending application (MSH-3)
 * @param facility sending facility (MSH-4)
 * @param controlId message control id (MSH-10)
 * @param sha256 of the message's bytes, 64 hexadecimal digits
 */
public record IntakeKey(String application, String facility, String controlId, String sha256) {
  @Override
  public String toString() {
    return "IntakeKey[" + sha256 + "]";
  }
}
