package org.rxtwin.hl7.envelope;

import java.util.Optional;

/**
 * The characters that separate fields and their parts, as MSH-1 and MSH-2 of a message declare
 * them.
 *
 * @param declared MSH-2 as received, made up to four characters where the sender gave fewer
 */
public record Delimiters(
    char field, char component, char repetition, char escape, char subcomponent, String declared) {
  private static final String STANDARD = "^~\\&";
  private static final String SPARE = "^~\\&!%;:";

  /** What the standard recommends: {@code |^~\&}. */
  public static final Delimiters RECOMMENDED = new Delimiters('|', '^', '~', '\\', '&', STANDARD);

  /**
   * Reads the declaration at the head of an MSH segment. One to three encoding characters are made
   * up with the recommended ones, an escape character that was itself escaped counts once; empty
   * when a separator is a letter, digit, blank or control character, when two are equal, or when
   * there are more than five.
   */
  static Optional<Delimiters> find(String msh) {
    if (msh.length() < 4 || !separates(msh.charAt(3))) {
      return Optional.empty();
    }
    char field = msh.charAt(3);
    int end = msh.indexOf(field, 4);
    String given = msh.substring(4, end < 0 ? msh.length() : end).strip();
    if (given.length() > 5 || !given.chars().allMatch(c -> separates((char) c))) {
      return Optional.empty();
    }
    String declared = madeUp(field, once(given));
    if (declared.chars().distinct().count() < declared.length()) {
      return Optional.empty();
    }
    return Optional.of(
        new Delimiters(
            field,
            declared.charAt(0),
            declared.charAt(1),
            declared.charAt(2),
            declared.charAt(3),
            declared));
  }

  /** Senders of version 2.1 leave the escape character out; programs double it. */
  private static String once(String given) {
    if (given.equals("^~&")) {
      return STANDARD;
    }
    boolean doubled = given.length() == 5 && given.charAt(2) == given.charAt(3);
    return doubled ? given.substring(0, 3) + given.charAt(4) : given;
  }

  private static String madeUp(char field, String given) {
    StringBuilder declared = new StringBuilder(given);
    for (int i = declared.length(); i < STANDARD.length(); i++) {
      char wanted = STANDARD.charAt(i);
      declared.append(free(wanted, field, declared) ? wanted : spare(field, declared));
    }
    return declared.toString();
  }

  private static char spare(char field, CharSequence taken) {
    return (char) SPARE.chars().filter(c -> free((char) c, field, taken)).findFirst().orElseThrow();
  }

  private static boolean free(char wanted, char field, CharSequence taken) {
    return wanted != field && taken.chars().noneMatch(c -> c == wanted);
  }

  private static boolean separates(char c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }
}
