package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rxtwin.hl7.segment.Fields;

/**
 * One place where a schedule may stand, with its parts as text: TQ1, or the field of type TQ that
 * came before it (RXE-1, ORC-7).
 *
 * @param field the field that problems are told at
 * @param pattern repeat pattern
 * @param period period that is given in place of a pattern, in words; may be empty
 * @param duration as type TQ writes it ({@code D4}) or as quantity and unit; may be empty
 * @param needed whether it is said to be as needed
 * @param several whether more than one schedule stands there
 */
record ScheduleFields(
    Fields segment,
    int field,
    String pattern,
    String period,
    String start,
    String stop,
    String duration,
    String priority,
    boolean needed,
    boolean several) {
  private static final int PATTERN = 3;
  private static final int TQ1_DURATION = 6;
  private static final int ORC_TIMING = 7;
  private static final int RXE_TIMING = 1;

  static List<ScheduleFields> list(OrderPart part) {
    List<ScheduleFields> all = new ArrayList<>();
    all.addAll(ofTq1(part.encodedSchedules()));
    all.addAll(ofTq1(part.requestedSchedules()));
    part.rxe().ifPresent(rxe -> all.add(ofTq(rxe, RXE_TIMING)));
    part.orc().ifPresent(orc -> all.add(ofTq(orc, ORC_TIMING)));
    return all;
  }

  private static List<ScheduleFields> ofTq1(List<Fields> segments) {
    return segments.stream().map(each -> ofTq1(each, segments.size() > 1)).toList();
  }

  private static ScheduleFields ofTq1(Fields tq1, boolean several) {
    String code = tq1.text(PATTERN);
    String words = tq1.part(PATTERN, 0, 1, 2);
    String text = code.isEmpty() ? words : code;
    return new ScheduleFields(
        tq1,
        PATTERN,
        text.isEmpty() ? tq1.text(11) : text,
        period(tq1.text(PATTERN, 5), tq1.text(PATTERN, 6)),
        tq1.text(7),
        tq1.text(8),
        (tq1.text(TQ1_DURATION) + " " + tq1.text(TQ1_DURATION, 2)).strip(),
        tq1.text(9),
        saysNeeded(tq1.text(9)) || saysNeeded(tq1.text(10)),
        several || tq1.repetitions(PATTERN) > 1);
  }

  private static ScheduleFields ofTq(Fields segment, int field) {
    String interval = segment.text(field, 2);
    return new ScheduleFields(
        segment,
        field,
        interval.isEmpty() ? segment.text(field, 8) : interval,
        "",
        segment.text(field, 4),
        segment.text(field, 5),
        segment.text(field, 3),
        segment.text(field, 6),
        saysNeeded(segment.text(field, 6)) || saysNeeded(segment.text(field, 7)),
        segment.repetitions(field) > 1);
  }

  private static String period(String quantity, String units) {
    return quantity.isEmpty() || units.isEmpty() ? "" : "EVERY " + quantity + " " + units;
  }

  private static boolean saysNeeded(String text) {
    return text.toUpperCase(Locale.ROOT).contains("PRN");
  }

  /** Whether anything says how often. */
  boolean saysHowOften() {
    return !pattern.isEmpty() || !period.isEmpty();
  }

  /** The words that say how often. */
  String howOften() {
    return pattern.isEmpty() ? period : pattern;
  }

  /** The field that holds the duration. */
  int durationField() {
    return segment.name().equals("TQ1") ? TQ1_DURATION : field;
  }

  /** Whether anything stands there. */
  boolean stands() {
    boolean ends = !start.isEmpty() || !stop.isEmpty() || !duration.isEmpty();
    return saysHowOften() || ends || !priority.isEmpty() || needed;
  }
}
