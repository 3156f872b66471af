package org.rxtwin.hl7.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.ClinicalTime.Precision;

/** Reads HL7 times (TS, DTM, DT) as exactly as they were written, and never more exactly. */
public final class TimeReader {
  private static final Pattern HL7 =
      Pattern.compile("(\\d{4}(?:\\d{2}){0,5})(\\.\\d{1,9})?([+-]\\d{4}|Z)?");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?)?(\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})?");
  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2199;
  private static final Precision[] BY_PAIRS = Precision.values();

  private final ZoneId zone;

  /** For times that stand in this zone where they carry no offset. */
  public TimeReader(ZoneId zone) {
    this.zone = zone;
  }

  /** The time that this text tells. */
  public TimeReading read(String text) {
    if (text.isEmpty()) {
      return TimeReading.ABSENT;
    }
    Matcher hl7 = HL7.matcher(text);
    if (hl7.matches()) {
      return read(hl7.group(1), Optional.ofNullable(hl7.group(3)), text, false);
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      StringBuilder digits = new StringBuilder();
      for (int i = 1; i <= 6 && iso.group(i) != null; i++) {
        digits.append(iso.group(i));
      }
      Optional<String> offset =
          Optional.ofNullable(iso.group(8)).map(each -> each.replace(":", ""));
      return read(digits.toString(), offset, text, true);
    }
    return TimeReading.troubled("expected a time as YYYYMMDDHHMMSS with or without offset");
  }

  /** The offset that a time was written with, where it was. */
  public static Optional<ZoneOffset> offset(ClinicalTime time) {
    Matcher hl7 = HL7.matcher(time.original());
    return hl7.matches()
        ? Optional.ofNullable(hl7.group(3)).map(TimeReader::offset)
        : Optional.empty();
  }

  private TimeReading read(
      String digits, Optional<String> offset, String original, boolean repaired) {
    try {
      Precision precision = BY_PAIRS[(digits.length() - 4) / 2];
      LocalDateTime local = local(digits);
      if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
        return TimeReading.troubled("expected a year of 1850 to 2199");
      }
      if (offset.isPresent()) {
        ZoneOffset given = offset(offset.get());
        return told(local.toInstant(given), precision, original, repaired);
      }
      if (precision.compareTo(Precision.HOUR) < 0) {
        return told(local.atZone(zone).toInstant(), precision, original, repaired);
      }
      return inZone(local, precision, original, repaired);
    } catch (DateTimeException e) {
      return TimeReading.troubled("expected a date and time that exist");
    }
  }

  private TimeReading inZone(
      LocalDateTime local, Precision precision, String original, boolean repaired) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      return TimeReading.troubled(
          "expected a time that the clocks of the feed's zone showed; they were put forward over it");
    }
    if (offsets.size() > 1) {
      return TimeReading.troubled(
          "expected an offset: the clocks of the feed's zone showed this time twice");
    }
    return told(local.toInstant(offsets.get(0)), precision, original, repaired);
  }

  private static TimeReading told(
      Instant instant, Precision precision, String original, boolean repaired) {
    return new TimeReading(
        Optional.of(new ClinicalTime(instant, precision, original)), "", repaired);
  }

  private static LocalDateTime local(String digits) {
    return LocalDateTime.of(
        Integer.parseInt(digits.substring(0, 4)),
        pair(digits, 4, 1),
        pair(digits, 6, 1),
        pair(digits, 8, 0),
        pair(digits, 10, 0),
        pair(digits, 12, 0));
  }

  private static int pair(String digits, int at, int otherwise) {
    return digits.length() < at + 2 ? otherwise : Integer.parseInt(digits.substring(at, at + 2));
  }

  private static ZoneOffset offset(String text) {
    if (text.equals("Z")) {
      return ZoneOffset.UTC;
    }
    int sign = text.charAt(0) == '-' ? -1 : 1;
    int hours = Integer.parseInt(text.substring(1, 3));
    int minutes = Integer.parseInt(text.substring(3, 5));
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }
}
