package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * Whether a dose reached the patient: RXA-20 (table 0322, or the words wards use for it), the
 * reason of refusal in RXA-18, and notes in RXA-9 that say it was held. Where they contradict one
 * another nothing is told, and the amount is not used.
 */
final class GivenStatus {
  private static final int NOTES = 9;
  private static final int REFUSAL = 18;
  private static final int STATUS = 20;
  private static final Map<String, Outcome> WORDS = words();
  private static final List<String> IN_NOTES =
      WordTable.rows("administration-words.csv").stream()
          .filter(row -> row.get(2).equals("true"))
          .map(row -> row.get(0))
          .toList();

  /** ORC-1 of an order that is held or cancelled: a dose under it was hardly given. */
  private static final Set<String> STOPPED = Set.of("HD", "OH", "CA", "OC", "CR");

  /** The code of the vaccine table for a record that none was given. */
  private static final String NO_VACCINE = "998";

  private GivenStatus() {}

  /** Why it was not given, or not in full, in the ward's words. */
  static List<String> reasons(Fields rxa) {
    List<String> reasons = new ArrayList<>(words(rxa, REFUSAL));
    words(rxa, NOTES).stream()
        .filter(each -> notGiven(each) && !reasons.contains(each))
        .forEach(reasons::add);
    return reasons;
  }

  /** The outcome; empty where it cannot be told. */
  static Optional<Outcome> read(CarePart part, Fields rxa, Troubles troubles) {
    if (rxa.text(5).equals(NO_VACCINE) && rxa.text(5, 3).equals("CVX")) {
      return Optional.of(Outcome.NOT_GIVEN);
    }
    boolean refused = !reasons(rxa).isEmpty();
    String written = status(rxa);
    if (written.isEmpty()) {
      return unsaid(part, refused, troubles);
    }
    Optional<Outcome> told = Optional.ofNullable(WORDS.get(written));
    if (told.isEmpty() || rxa.repetitions(STATUS) > 1) {
      troubles.refuse(
          rxa, STATUS, "expected CP, PA, NA or RE of table 0322; the amount is not used");
      return Optional.empty();
    }
    if (told.get() == Outcome.GIVEN && refused) {
      int field = words(rxa, REFUSAL).isEmpty() ? NOTES : REFUSAL;
      troubles.refuse(rxa, field, "expected no reason of refusal for a dose given in full");
      return Optional.empty();
    }
    return told;
  }

  private static Optional<Outcome> unsaid(CarePart part, boolean refused, Troubles troubles) {
    Optional<Fields> stopped =
        part.orc()
            .filter(orc -> STOPPED.contains(orc.text(1).toUpperCase(Locale.ROOT)))
            .filter(orc -> !refused);
    if (stopped.isPresent()) {
      troubles.refuse(
          stopped.get(),
          1,
          "expected whether a dose of a held or cancelled order was given (RXA-20); the amount is"
              + " not used");
      return Optional.empty();
    }
    return Optional.of(refused ? Outcome.NOT_GIVEN : Outcome.GIVEN);
  }

  private static String status(Fields rxa) {
    String code = rxa.text(STATUS).toLowerCase(Locale.ROOT);
    return code.isEmpty() ? rxa.text(STATUS, 2).toLowerCase(Locale.ROOT) : code;
  }

  private static List<String> words(Fields rxa, int field) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < rxa.repetitions(field); i++) {
      String each = Codes.words(rxa, field, i);
      if (!each.isEmpty()) {
        words.add(each);
      }
    }
    return words;
  }

  /** A note that begins with words that mean nothing else: "hold" may be said of a breath. */
  private static boolean notGiven(String note) {
    String lower = note.toLowerCase(Locale.ROOT);
    return IN_NOTES.stream()
        .anyMatch(each -> lower.matches("(?s)(dose )?" + Pattern.quote(each) + "\\b.*"));
  }

  private static Map<String, Outcome> words() {
    TreeMap<String, Outcome> words = new TreeMap<>();
    WordTable.rows("administration-words.csv")
        .forEach(row -> words.put(row.get(0), Outcome.valueOf(row.get(1))));
    return Collections.unmodifiableMap(words);
  }
}
