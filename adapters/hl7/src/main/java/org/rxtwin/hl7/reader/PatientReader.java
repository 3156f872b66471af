package org.rxtwin.hl7.reader;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.BirthSpan;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Identifier;
import org.rxtwin.chart.Sex;
import org.rxtwin.hl7.segment.Fields;

/** Reads what is known of the person the message is about. */
final class PatientReader {
  private static final int BORN = 7;
  private static final Pattern DAY_AND_MORE =
      Pattern.compile(
          "(\\d{8}|\\d{4}-\\d{2}-\\d{2})(?:[T ]?\\d{2}[\\d:.]*)?(?:Z|[+-]\\d{2}:?\\d{2})?");

  private final Reading reading;

  PatientReader(Reading reading) {
    this.reading = reading;
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
}
