package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.segment.Fields;

/**
 * Reads the numbers by which a person is known: of PID, and of MRG those that end. Two persons
 * under one number are the worst that can happen, one person under two the next; so a number is one
 * of a series: that of its authority, and a series apart for what another field, or another type
 * than the medical record's, may hold under the same name.
 */
final class PatientNumbers {
  static final String NO_AUTHORITY =
      "expected who gave the number: PID-3.4, MSH-4, or `authority` of the feed in the settings";

  private static final int PATIENT_IDS = 3;
  private static final List<Integer> TELLING = List.of(PATIENT_IDS, 2, 4);
  private static final int PRIOR_IDS = 1;

  /** Two names for the same. */
  private static final Map<String, String> SAME_TYPES = Map.of("MRN", PatientNumber.MEDICAL);

  /** What people write when they know no identifier. */
  private static final Set<String> NOBODY =
      Set.of("UNKNOWN", "UNK", "NONE", "NULL", "N/A", "NA", "TBD", "TEMP", "MISSING");

  private static final Pattern NINES = Pattern.compile("9{7,}");

  private final Reading reading;
  private final NumberAuthority authorities;

  PatientNumbers(Reading reading) {
    this.reading = reading;
    this.authorities = new NumberAuthority(reading);
  }

  /** The numbers of one field whose giver is known. */
  private record Told(int field, List<PatientNumber> numbers) {}

  /**
   * The identifiers of a PID: that by which the patient is found first, then its aliases. Where
   * PID-3 names nobody, PID-2 and then PID-4 stand in, as messages of old have it; unless the
   * number names who gave it, it is of a series apart there. PID-18 is an account and never a
   * person's. Nothing stands in for a number of PID-3 that is damaged.
   */
  List<Identifier> identifiers(Fields pid) {
    Optional<Told> told = told(pid);
    told.map(Told::field)
        .filter(each -> each != PATIENT_IDS)
        .ifPresent(each -> reading.repaired("the identifier stood in PID-" + each));
    return told.map(each -> identifiers(each.numbers())).orElse(List.of());
  }

  /** Of which series those identifiers are. */
  NumberSeries series(Fields pid) {
    return new NumberSeries(told(pid).map(Told::numbers).orElse(List.of()));
  }

  /**
   * The identifiers that a merge ends.
   *
   * @param survivor the series of the PID beside it
   */
  List<Identifier> dying(Fields mrg, NumberSeries survivor) {
    return identifiers(
        usable(mrg, PRIOR_IDS, "").stream()
            .flatMap(each -> survivor.complete(each).stream())
            .toList());
  }

  /** Why a PID whose numbers are not used names nobody. */
  String why(Fields pid) {
    if (wrapped(pid, PATIENT_IDS)) {
      return "expected the patient's number on one line, came a line break in it";
    }
    if (pid.brokenEscape(PATIENT_IDS)) {
      return "expected each escape in the patient's number to be closed; characters may be lost";
    }
    List<PatientNumber> written = written(pid, PATIENT_IDS, "");
    if (written.stream().anyMatch(PatientNumbers::ofPerson)) {
      return NO_AUTHORITY;
    }
    return written.isEmpty()
        ? "expected an identifier of the patient, came none"
        : "expected an identifier of the patient, came numbers of a visit, an account or the like";
  }

  /** What the first field of a PID that names somebody says. */
  private Optional<Told> told(Fields pid) {
    return readable(pid, PATIENT_IDS)
        ? TELLING.stream()
            .map(each -> new Told(each, ofPid(pid, each)))
            .filter(each -> each.numbers().stream().anyMatch(PatientNumbers::ofPerson))
            .findFirst()
        : Optional.empty();
  }

  private static boolean ofPerson(PatientNumber number) {
    return number.kind() != NumberKind.OTHER;
  }

  private List<PatientNumber> ofPid(Fields pid, int field) {
    return usable(pid, field, field == PATIENT_IDS ? "" : PatientNumber.SERIES + "PID-" + field);
  }

  private List<PatientNumber> usable(Fields segment, int field, String place) {
    return readable(segment, field)
        ? written(segment, field, place).stream()
            .filter(each -> !each.authority().isEmpty())
            .toList()
        : List.of();
  }

  /** Record numbers come before all others, medical ones first; the others are no aliases. */
  private List<Identifier> identifiers(List<PatientNumber> usable) {
    List<PatientNumber> records =
        usable.stream()
            .filter(each -> each.kind() == NumberKind.RECORD)
            .sorted(Comparator.comparing(each -> !each.plain()))
            .toList();
    Stream<PatientNumber> others =
        Stream.of(NumberKind.UNTOLD, NumberKind.PERSON)
            .flatMap(kind -> usable.stream().filter(each -> each.kind() == kind))
            .limit(1);
    return (records.isEmpty() ? others : records.stream())
        .map(each -> new Identifier(reading.profile().authority(each.series()), each.value()))
        .distinct()
        .toList();
  }

  private List<PatientNumber> written(Fields segment, int field, String place) {
    List<PatientNumber> all = new ArrayList<>();
    for (int i = 0; i < segment.repetitions(field); i++) {
      String value = segment.part(field, i, 1, 1);
      if (somebody(value)) {
        String type = segment.part(field, i, 5, 1).toUpperCase(Locale.ROOT);
        String named = authorities.named(segment, field, i);
        String authority = named.isEmpty() ? authorities.ofSender() : named;
        String same = SAME_TYPES.getOrDefault(type, type);
        all.add(
            new PatientNumber(
                value,
                reading.profile().authority(authority),
                !named.isEmpty(),
                same,
                named.isEmpty() ? place : ""));
      }
    }
    return all;
  }

  /** Neither nothing, nor what stands for nothing: a word, zeros, a long row of nines. */
  private static boolean somebody(String value) {
    return !NOBODY.contains(value.toUpperCase(Locale.ROOT))
        && !NINES.matcher(value).matches()
        && value.chars().anyMatch(each -> Character.isLetterOrDigit(each) && each != '0');
  }

  /** Whether a number stands there whole: what was lost makes it another person's. */
  private static boolean readable(Fields segment, int field) {
    return !wrapped(segment, field) && !segment.brokenEscape(field);
  }

  /** A line that broke inside a number, or what was joined to it. */
  private static boolean wrapped(Fields segment, int field) {
    for (int i = 0; i < segment.repetitions(field); i++) {
      if (segment.whole(field, i).indexOf('\n') >= 0) {
        return true;
      }
    }
    return false;
  }
}
