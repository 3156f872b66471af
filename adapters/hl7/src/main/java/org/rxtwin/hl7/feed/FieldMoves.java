package org.rxtwin.hl7.feed;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which field really holds what, where a sender does not keep to the standard: for the field that
 * is read, the field where it stands. A field that is moved away reads as empty, so that no code is
 * taken for an amount; what stood in a field to which another is moved is not read.
 */
public final class FieldMoves {
  /** Everything stands where the standard has it. */
  public static final FieldMoves NONE = new FieldMoves(Map.of());

  private static final Set<String> SEGMENTS =
      Set.of("RXE", "RXO", "RXA", "RXD", "RXC", "RXG", "RXR", "OBX", "ORC", "PID", "PV1", "TQ1");
  private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]{2})-([1-9]\\d?)");
  private static final int EMPTY = 0;
  private static final String PATIENT_NUMBER = "PID-3";

  /** Whose number stands here decides whose chart is written to. */
  private static final Set<String> PERSON_NUMBERS = Set.of(PATIENT_NUMBER, "PID-2", "PID-4");

  private final TreeMap<String, String> written;
  private final TreeMap<String, TreeMap<Integer, Integer>> sources = new TreeMap<>();

  private FieldMoves(Map<String, String> moves) {
    written = new TreeMap<>(moves);
    Set<String> targets = new HashSet<>(moves.keySet());
    moves.forEach(
        (read, stands) -> {
          put(read, number(stands));
          if (!targets.contains(stands)) {
            put(stands, EMPTY);
          }
        });
  }

  /**
   * The moves of one sender.
   *
   * @param moves for a field such as {@code RXE-2} where it stands, such as {@code RXE-3}
   */
  public static FieldMoves of(Map<String, String> moves) {
    Map<String, String> before = new TreeMap<>();
    new TreeMap<>(moves)
        .forEach(
            (read, stands) -> {
              fault(before, read, stands)
                  .ifPresent(
                      fault -> {
                        throw new IllegalArgumentException(
                            "expected "
                                + fault
                                + ", came "
                                + read
                                + ": "
                                + stands
                                + "\nMaybe a line is written twice, or for another segment.");
                      });
              before.put(read, stands);
            });
    return moves.isEmpty() ? NONE : new FieldMoves(moves);
  }

  /**
   * What is expected in place of one move more; empty where it can be made.
   *
   * @param before the moves made so far
   */
  public static Optional<String> fault(Map<String, String> before, String read, String stands) {
    if (!movable(read, stands)) {
      return Optional.of(
          "a field and where it stands, as RXE-2: RXE-3, both of one segment of "
              + String.join(" ", SEGMENTS.stream().sorted().toList()));
    }
    boolean number = PERSON_NUMBERS.contains(read) || stands.equals(PATIENT_NUMBER);
    if (number && !(read.equals(PATIENT_NUMBER) && PERSON_NUMBERS.contains(stands))) {
      return Optional.of(
          "a patient's number from nowhere but PID-3, or for PID-3 from PID-2 or PID-4");
    }
    return before.containsValue(stands)
        ? Optional.of("each field to be read for one other only")
        : Optional.empty();
  }

  private static boolean movable(String read, String stands) {
    Matcher one = FIELD.matcher(read);
    Matcher other = FIELD.matcher(stands);
    return one.matches()
        && other.matches()
        && one.group(1).equals(other.group(1))
        && SEGMENTS.contains(one.group(1));
  }

  /** The moves as they were agreed: field read, field where it stands. */
  public Map<String, String> written() {
    return new TreeMap<>(written);
  }

  /** Whether fields of that segment are moved. */
  public boolean concern(String segment) {
    return sources.containsKey(segment);
  }

  /** The number of the field where that one stands; 0 where it stands nowhere. */
  public int source(String segment, int field) {
    TreeMap<Integer, Integer> moved = sources.get(segment);
    return moved == null ? field : moved.getOrDefault(field, field);
  }

  private void put(String field, int source) {
    sources
        .computeIfAbsent(field.substring(0, 3), segment -> new TreeMap<>())
        .put(number(field), source);
  }

  private static int number(String field) {
    return Integer.parseInt(field.substring(field.indexOf('-') + 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldMoves moves && written.equals(moves.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  @Override
  public String toString() {
    return written.toString();
  }
}
