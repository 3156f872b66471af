package org.rxtwin.hl7.reader;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.BirthSpan;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.Sex;
import org.rxtwin.hl7.segment.Fields;

/** Reads who the message is about. */
final class PatientReader {
  private static final int PATIENT_IDS = 3;
  private static final int[] STAND_INS = {2, 4};
  private static final int PRIOR_IDS = 1;
  private static final int BORN = 7;
  private static final Pattern DAY_AND_MORE =
      Pattern.compile(
          "(\\d{8}|\\d{4}-\\d{2}-\\d{2})(?:[T ]?\\d{2}[\\d:.]*)?(?:Z|[+-]\\d{2}:?\\d{2})?");

  /** Types of table 0203 that name a person in one authority's records, and so may be an alias. */
  private static final Set<String> RECORD_NUMBERS = Set.of("MR", "PI", "PT", "MRN", "PE", "EPI");

  /** What people write when they know no identifier. */
  private static final Set<String> NOBODY =
      Set.of("UNKNOWN", "UNK", "NONE", "NULL", "N/A", "NA", "TBD", "TEMP", "MISSING");

  private final Reading reading;

  PatientReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The identifiers of a PID: that by which the patient is found first, then its aliases. Where
   * PID-3 names nobody, PID-2 and then PID-4 stand in, as messages of old have it. PID-18 is an
   * account and never a person's number.
   */
  List<Identifier> identifiers(Fields pid) {
    List<Identifier> found = identifiers(pid, PATIENT_IDS);
    for (int field : STAND_INS) {
      if (found.isEmpty()) {
        found = identifiers(pid, field);
        if (!found.isEmpty()) {
          reading.repaired("the identifier stood in PID-" + field);
        }
      }
    }
    return found;
  }

  /** The identifiers that a merge ends. */
  List<Identifier> dying(Fields mrg) {
    return identifiers(mrg, PRIOR_IDS);
  }

  /** A person of whom nothing but the number is known. */
  static ChartEvent.PatientIdentified unknown(Identifier number) {
    return new ChartEvent.PatientIdentified(
        number, Optional.empty(), Sex.UNKNOWN, Optional.empty());
  }

  /** What is known of the person. */
  ChartEvent.PatientIdentified person(Fields pid, Identifier primary) {
    Optional<ClinicalTime> written = born(pid);
    Optional<LocalDate> born =
        written
            .filter(each -> each.precision().compareTo(ClinicalTime.Precision.DAY) >= 0)
            .map(each -> date(each.original()));
    Sex sex =
        switch (pid.text(8).toUpperCase(Locale.ROOT)) {
          case "F", "FEMALE" -> Sex.FEMALE;
          case "M", "MALE" -> Sex.MALE;
          default -> Sex.UNKNOWN;
        };
    String race = pid.text(10).isEmpty() ? pid.text(10, 2) : pid.text(10);
    return new ChartEvent.PatientIdentified(
        primary,
        born,
        sex,
        Optional.of(race).filter(each -> !each.isEmpty()),
        born.isPresent() ? Optional.empty() : written.flatMap(PatientReader::span));
  }

  /** The days a year or a month of birth may mean. */
  private static Optional<BirthSpan> span(ClinicalTime written) {
    String digits = written.original().replace("-", "");
    if (written.precision() == ClinicalTime.Precision.YEAR && digits.matches("\\d{4}.*")) {
      Year year = Year.parse(digits.substring(0, 4));
      return Optional.of(new BirthSpan(year.atDay(1), year.atMonth(12).atEndOfMonth()));
    }
    if (written.precision() == ClinicalTime.Precision.MONTH && digits.matches("\\d{6}.*")) {
      YearMonth month =
          YearMonth.of(
              Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4, 6)));
      return Optional.of(new BirthSpan(month.atDay(1), month.atEndOfMonth()));
    }
    return Optional.empty();
  }

  /** The day as written: neither an hour nor an offset behind it may move or hide a birthday. */
  private Optional<ClinicalTime> born(Fields pid) {
    Matcher withHour = DAY_AND_MORE.matcher(pid.text(BORN));
    String day = withHour.matches() ? withHour.group(1) : pid.text(BORN);
    return reading.time(pid, BORN, day, reading.troubles());
  }

  private static LocalDate date(String original) {
    String digits = original.replace("-", "").substring(0, "YYYYMMDD".length());
    return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** A medical record number comes before other kinds; those kinds are no aliases. */
  private List<Identifier> identifiers(Fields segment, int field) {
    if (segment.brokenEscape() || wrapped(segment, field)) {
      return List.of();
    }
    List<Identifier> records = new ArrayList<>();
    List<Identifier> others = new ArrayList<>();
    for (int i = 0; i < segment.repetitions(field); i++) {
      String type = segment.part(field, i, 5, 1).toUpperCase(Locale.ROOT);
      List<Identifier> kind = RECORD_NUMBERS.contains(type) ? records : others;
      identifier(segment, field, i).filter(each -> !kind.contains(each)).ifPresent(kind::add);
    }
    if (!records.isEmpty()) {
      return records;
    }
    return others.stream().limit(1).toList();
  }

  /** A line that broke inside a number, or what was joined to it, makes another person's. */
  private static boolean wrapped(Fields segment, int field) {
    for (int i = 0; i < segment.repetitions(field); i++) {
      if (segment.whole(field, i).indexOf('\n') >= 0) {
        return true;
      }
    }
    return false;
  }

  private Optional<Identifier> identifier(Fields segment, int field, int repetition) {
    String value = segment.part(field, repetition, 1, 1);
    String upper = value.toUpperCase(Locale.ROOT);
    boolean somebody =
        !NOBODY.contains(upper)
            && upper.chars().anyMatch(each -> Character.isLetterOrDigit(each) && each != '0');
    return somebody
        ? Optional.of(new Identifier(authority(segment, field, repetition), value))
        : Optional.empty();
  }

  private String authority(Fields segment, int field, int repetition) {
    String namespace = segment.part(field, repetition, 4, 1);
    String named = namespace.isEmpty() ? segment.part(field, repetition, 4, 2) : namespace;
    if (!named.isEmpty()) {
      return named;
    }
    String agreed = reading.profile().defaultAuthority();
    return agreed.isEmpty() ? Senders.facility(reading.header()) : agreed;
  }
}
