package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rxtwin.chart.Identifier;
import org.rxtwin.hl7.segment.Fields;

/**
 * Reads the numbers by which a person is known: of PID, and of MRG those that end. Two persons
 * under one number are the worst that can happen, one person under two the next; so a number is one
 * of a series: that of its authority, and a series apart for what another field, or a type that is
 * no record's, may hold under the same name.
 */
final class PatientNumbers {
  static final String NO_AUTHORITY =
      "expected who gave the number: PID-3.4, MSH-4, or `authority` of the feed in the settings";

  private static final int PATIENT_IDS = 3;
  private static final int[] STAND_INS = {2, 4};
  private static final int PRIOR_IDS = 1;

  /** Stands between an authority and that which makes a series of its own. */
  private static final String SERIES = "#";

  /** Two names for the same. */
  private static final Map<String, String> SAME_TYPES = Map.of("MRN", "MR");

  /** What people write when they know no identifier. */
  private static final Set<String> NOBODY =
      Set.of("UNKNOWN", "UNK", "NONE", "NULL", "N/A", "NA", "TBD", "TEMP", "MISSING");

  private final Reading reading;
  private final NumberAuthority authorities;

  PatientNumbers(Reading reading) {
    this.reading = reading;
    this.authorities = new NumberAuthority(reading);
  }

  /** One number as it was sent. */
  private record Written(String value, String authority, boolean named, String type) {
    NumberKind kind() {
      return NumberKind.of(type);
    }
  }

  /**
   * The identifiers of a PID: that by which the patient is found first, then its aliases. Where
   * PID-3 names nobody, PID-2 and then PID-4 stand in, as messages of old have it; unless the
   * number names who gave it, it is of a series apart there. PID-18 is an account and never a
   * person's. Nothing stands in for a number of PID-3 that is damaged.
   */
  List<Identifier> identifiers(Fields pid) {
    if (!readable(pid, PATIENT_IDS)) {
      return List.of();
    }
    List<Identifier> found = identifiers(pid, PATIENT_IDS, "");
    for (int field : STAND_INS) {
      if (found.isEmpty()) {
        found = identifiers(pid, field, SERIES + "PID-" + field);
        if (!found.isEmpty()) {
          reading.repaired("the identifier stood in PID-" + field);
        }
      }
    }
    return found;
  }

  /** The identifiers that a merge ends. */
  List<Identifier> dying(Fields mrg) {
    return identifiers(mrg, PRIOR_IDS, "");
  }

  /** Why a PID whose numbers are not used names nobody. */
  String why(Fields pid) {
    if (wrapped(pid, PATIENT_IDS)) {
      return "expected the patient's number on one line, came a line break in it";
    }
    if (pid.brokenEscape(PATIENT_IDS)) {
      return "expected each escape in the patient's number to be closed; characters may be lost";
    }
    List<Written> written = written(pid, PATIENT_IDS);
    if (written.stream().anyMatch(each -> each.kind() != NumberKind.OTHER)) {
      return NO_AUTHORITY;
    }
    return written.isEmpty()
        ? "expected an identifier of the patient, came none"
        : "expected an identifier of the patient, came numbers of a visit, an account or the like";
  }

  /** Record numbers come before all others; the others are no aliases. */
  private List<Identifier> identifiers(Fields segment, int field, String series) {
    if (!readable(segment, field)) {
      return List.of();
    }
    List<Written> usable =
        written(segment, field).stream().filter(each -> !each.authority().isEmpty()).toList();
    List<Identifier> records = records(usable, series);
    if (!records.isEmpty()) {
      return records;
    }
    return Stream.of(NumberKind.UNTOLD, NumberKind.PERSON)
        .flatMap(kind -> usable.stream().filter(each -> each.kind() == kind))
        .limit(1)
        .map(each -> identifier(each, series, each.kind() == NumberKind.PERSON))
        .toList();
  }

  /**
   * All record numbers. Where one authority gives several types of them, each type is a series: the
   * same figures are another patient's there.
   */
  private List<Identifier> records(List<Written> usable, String series) {
    List<Written> records =
        Stream.of(true, false)
            .flatMap(medical -> usable.stream().filter(each -> medical == each.type().equals("MR")))
            .filter(each -> each.kind() == NumberKind.RECORD)
            .toList();
    Map<String, String> first = new HashMap<>();
    records.forEach(each -> first.putIfAbsent(each.authority(), each.type()));
    return records.stream()
        .map(each -> identifier(each, series, !each.type().equals(first.get(each.authority()))))
        .distinct()
        .toList();
  }

  private Identifier identifier(Written each, String series, boolean apart) {
    String place = each.named() ? "" : series;
    String name = each.authority() + place + (apart ? SERIES + each.type() : "");
    return new Identifier(reading.profile().authority(name), each.value());
  }

  private List<Written> written(Fields segment, int field) {
    List<Written> all = new ArrayList<>();
    for (int i = 0; i < segment.repetitions(field); i++) {
      String value = segment.part(field, i, 1, 1);
      if (somebody(value)) {
        String type = segment.part(field, i, 5, 1).toUpperCase(Locale.ROOT);
        String named = authorities.named(segment, field, i);
        String authority = named.isEmpty() ? authorities.ofSender() : named;
        String same = SAME_TYPES.getOrDefault(type, type);
        all.add(new Written(value, reading.profile().authority(authority), !named.isEmpty(), same));
      }
    }
    return all;
  }

  /** Neither nothing, nor what stands for nothing: a word, zeros, a long row of nines. */
  private static boolean somebody(String value) {
    return !NOBODY.contains(value.toUpperCase(Locale.ROOT))
        && !value.matches("9{7,}")
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
