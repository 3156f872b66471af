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
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/**
 * Reads AL1 and IAM. AL1 is a list: what stands on it is added, what does not stays. IAM says of
 * each line what is done with it.
 */
final class AllergyReader {
  private static final int KIND = 2;
  private static final int SUBSTANCE = 3;
  private static final int SEVERITY = 4;
  private static final int REACTION = 5;
  private static final int IDENTIFIED = 6;
  private static final int ACTION = 6;
  private static final int NUMBER = 7;
  private static final int SENSITIVITY = 9;
  private static final int GROUP = 10;
  private static final int ONSET = 11;
  private static final int REPORTED = 13;
  private static final int STATUS = 17;

  /** Inactive, erroneous (table 0438), and the words some senders write in their place. */
  private static final Set<String> ENDED =
      Set.of("i", "e", "inactive", "erroneous", "resolved", "refuted", "entered-in-error");

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

  /** The allergy that a line records or takes off; none for a statement that there are none. */
  Optional<ChartEvent> read(Fields line, Troubles troubles) {
    boolean iam = line.name().equals("IAM");
    List<Coding> substance = substance(line, iam);
    Optional<String> id =
        Optional.of(iam ? RecordNumber.of(line, NUMBER, reading) : "")
            .filter(each -> !each.isEmpty());
    boolean active = !iam || stands(line, troubles);
    if (substance.isEmpty() && (active || id.isEmpty())) {
      troubles.refuse(
          line, SUBSTANCE, "expected the substance of an allergy; the line is not used");
      return Optional.empty();
    }
    if (!substance.isEmpty() && substance.stream().allMatch(AllergyReader::saysNone)) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartEvent.AllergyRecorded(
            new Allergy(
                substance,
                kind(line),
                reactions(line),
                Codes.words(line, SEVERITY),
                identified(line, iam, troubles),
                active,
                Optional.of(iam ? line.text(SENSITIVITY).toUpperCase(Locale.ROOT) : "")
                    .filter(each -> !each.isEmpty()),
                id)));
  }

  /** The allergen; where none stands, the group of allergens. */
  private List<Coding> substance(Fields line, boolean iam) {
    List<Coding> allergen = Codes.list(line, SUBSTANCE, 0, reading.profile());
    return allergen.isEmpty() && iam ? Codes.list(line, GROUP, 0, reading.profile()) : allergen;
  }

  private Optional<ClinicalTime> identified(Fields line, boolean iam, Troubles troubles) {
    return iam
        ? reading.time(line, ONSET, troubles).or(() -> reading.time(line, REPORTED, troubles))
        : reading.time(line, IDENTIFIED, troubles);
  }

  /** Tables 0323 and 0438: not deleted, not inactive and not erroneous. Doubt does not end it. */
  private static boolean stands(Fields iam, Troubles troubles) {
    String action = iam.text(ACTION).toUpperCase(Locale.ROOT);
    if (!Set.of("", "A", "D", "U", "X").contains(action)) {
      troubles.refuse(iam, ACTION, "expected A, D, U or X of table 0323; read as added");
    }
    String status = iam.text(STATUS).toLowerCase(Locale.ROOT);
    return !action.equals("D") && !ENDED.contains(status);
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
