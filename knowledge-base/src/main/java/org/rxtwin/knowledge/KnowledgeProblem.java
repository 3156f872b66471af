package org.rxtwin.knowledge;

/**
 * Something wrong with a knowledge file, told so that its author finds the place.
 *
 * @param kind REFUSED: nothing is loaded; CONFLICT: a site's row stands in for a shipped one
 * @param file the file's path or name
 * @param line line of the file, 1 is the header
 * @param column the column, or {@code -} for the whole row
 * @param expected what the place would have taken
 * @param came what stood there
 */
public record KnowledgeProblem(
    Kind kind, String file, long line, String column, String expected, String came) {
  /** Whether loading fails for it. */
  public enum Kind {
    REFUSED,
    CONFLICT
  }

  static KnowledgeProblem refused(Place place, String column, String expected, String came) {
    return new KnowledgeProblem(Kind.REFUSED, place.file(), place.line(), column, expected, came);
  }

  /** One line for people: file:line: column: what was expected, what came. */
  public String text() {
    String place = file + ":" + line + ": " + column + ": ";
    return kind == Kind.REFUSED
        ? place + "expected " + expected + ", came '" + came + "'"
        : place + "the site's row replaces the shipped one: " + came;
  }
}
