package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rxtwin.chart.Allergy;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;

/** Reads AL1: what is listed is added, what is not listed stays. */
final class AllergyReader {
  private static final int SUBSTANCE = 3;
  private static final int SEVERITY = 4;
  private static final int REACTION = 5;
  private static final int IDENTIFIED = 6;
  private static final Pattern NO_ALLERGY =
      Pattern.compile(
          "(nka|nkda|nkma|no known (drug |medication |food )?allerg(y|ies)\\.?|no allergies|none known)");

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
    if (substance.stream().anyMatch(AllergyReader::saysNone)) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartEvent.AllergyRecorded(
            new Allergy(
                substance,
                reactions(al1),
                Codes.words(al1, SEVERITY),
                reading.time(al1, IDENTIFIED, troubles),
                true)));
  }

  private static boolean saysNone(Coding coding) {
    return NO_ALLERGY.matcher(coding.text().toLowerCase(Locale.ROOT)).matches()
        || NO_ALLERGY.matcher(coding.code().toLowerCase(Locale.ROOT)).matches();
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
