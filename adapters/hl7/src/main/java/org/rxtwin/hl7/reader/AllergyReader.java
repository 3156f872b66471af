package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rxtwin.chart.AllergenKind;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads AL1: what is listed is added, what is not listed stays. */
final class AllergyReader {
  private static final int KIND = 2;
  private static final int SUBSTANCE = 3;
  private static final int SEVERITY = 4;
  private static final int REACTION = 5;
  private static final int IDENTIFIED = 6;
  private static final Pattern NO_ALLERGY =
      Pattern.compile(
          "(nk[dmfe]?a )?(no|nil|denies|denies any) (known )?"
              + "((drug|medication|medicine|food|environmental|latex|other) (or )?)*"
              + "(allergy|allergies|allergens?)( known| recorded| reported)?( nk[dmfe]?a)?"
              + "|nk[dmfe]?a|none( known)?|nil known");

  /** SNOMED CT: no known allergy (two concepts), and none to drugs, food, the environment. */
  private static final Set<String> NO_ALLERGY_CODES =
      Set.of("716186003", "160244002", "409137002", "429625007", "428607008");

  private final Reading reading;

  AllergyReader(Reading reading) {
    this.reading = reading;
  }

  /** The allergy that an AL1 records; none for a statement that there are none. */
  Optional<ChartEvent> read(Fields al1, Troubles troubles) {
    List<Coding> substance = Codes.list(al1, SUBSTANCE, 0, reading.profile());
    if (substance.isEmpty()) {
      troubles.refuse(al1, SUBSTANCE, "expected the substance of an allergy; the line is not used");
      return Optional.empty();
    }
    if (substance.stream().allMatch(AllergyReader::saysNone)) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartEvent.AllergyRecorded(
            new Allergy(
                substance,
                kind(al1),
                reactions(al1),
                Codes.words(al1, SEVERITY),
                reading.time(al1, IDENTIFIED, troubles),
                true)));
  }

  /** Words count before a code: "716186003^Penicillin" is a sender's slip, and an allergy. */
  private static boolean saysNone(Coding coding) {
    String words = coding.text().isEmpty() ? coding.code() : coding.text();
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    return NO_ALLERGY.matcher(plain).matches()
        || (coding.text().isEmpty() && NO_ALLERGY_CODES.contains(coding.code()));
  }

  /** Table 0127, and the words some senders write in its place. */
  private static Optional<AllergenKind> kind(Fields al1) {
    String code = al1.text(KIND).toUpperCase(Locale.ROOT);
    return switch (code) {
      case "DA", "DRUG" -> Optional.of(AllergenKind.DRUG);
      case "FA", "FOOD" -> Optional.of(AllergenKind.FOOD);
      case "EA", "AA", "PA", "LA", "ENVIRONMENT" -> Optional.of(AllergenKind.ENVIRONMENT);
      case "MA", "MC" -> Optional.of(AllergenKind.OTHER);
      default -> Optional.empty();
    };
  }

  private static List<String> reactions(Fields al1) {
    List<String> reactions = new ArrayList<>();
    for (int i = 0; i < al1.repetitions(REACTION); i++) {
      String text = al1.part(REACTION, i, 2, 1);
      String words = text.isEmpty() ? al1.part(REACTION, i, 1, 1) : text;
      if (!words.isEmpty()) {
        reactions.add(words);
      }
    }
    return reactions;
  }
}
