package org.rxtwin.hl7.reader;

/**
 * A sender's code that has no meaning here yet, so that its site can write one down. A code is no
 * patient's; words that stand in its place may be: it goes to who asked, never to a log.
 *
 * @param application MSH-3.1
 * @param facility MSH-4.1
 * @param kind what is coded
 * @param segment segment that holds it
 * @param field field that holds it, as {@code RXE-5}
 * @param system its code system, may be empty
 * @param code the code, may be empty where only words stand
 * @param text the words beside it, may be empty
 */
public record UnmappedCode(
    String application,
    String facility,
    Kind kind,
    String segment,
    String field,
    String system,
    String code,
    String text) {
  /** What is coded: one table of a feed's profile each. */
  public enum Kind {
    UNIT,
    ROUTE,
    FREQUENCY
  }
}
