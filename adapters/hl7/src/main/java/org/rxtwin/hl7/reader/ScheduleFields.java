package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;

/**
 * One place where a schedule may stand, with its parts as text: a TQ1, or one repetition of the
 * field of type TQ that came before it (RXE-1, ORC-7).
 *
 * @param field the field that problems are told at
 * @param quantity amount of one dose, if not one time what the order says
 * @param quantityUnit its unit
 * @param patterns repeat patterns
 * @param times explicit times of day of TQ1-4
 * @param relative interval of TQ1-5 in words; may be empty
 * @param duration as type TQ writes it ({@code D4}) or as quantity and unit; may be empty
 * @param condition on which it is given
 * @param remark text instruction
 * @param conjunction how the next place follows: S after it, A beside it
 * @param occurrence how long one dose runs, in words
 * @param total number of doses in all
 */
record ScheduleFields(
    Fields segment,
    int field,
    String quantity,
    String quantityUnit,
    List<RepeatPattern> patterns,
    List<String> times,
    String relative,
    String start,
    String stop,
    String duration,
    String priority,
    String condition,
    String remark,
    String conjunction,
    String occurrence,
    String total) {
  private static final int PATTERN = 3;

  /** Patterns of one day, and times of it; more are no schedule. */
  static final int MOST = 24;

  private static final int TIMES = 4;
  private static final int TQ1_DURATION = 6;
  private static final int ORC_TIMING = 7;
  private static final int RXE_TIMING = 1;

  /** The places of an order, grouped: those of one group follow one another. */
  static List<List<ScheduleFields>> groups(OrderPart part, FeedProfile profile) {
    List<List<ScheduleFields>> all = new ArrayList<>();
    all.add(part.encodedSchedules().stream().map(ScheduleFields::ofTq1).toList());
    all.add(part.requestedSchedules().stream().map(ScheduleFields::ofTq1).toList());
    part.rxe().ifPresent(rxe -> all.add(ofTq(rxe, RXE_TIMING)));
    part.orc().ifPresent(orc -> all.add(ofTq(orc, ORC_TIMING)));
    return all.stream()
        .map(
            group ->
                group.stream()
                    .filter(ScheduleFields::stands)
                    .map(each -> each.agreed(profile))
                    .toList())
        .map(WordedSteps::apart)
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private static ScheduleFields ofTq1(Fields tq1) {
    String text = tq1.words(11, 0, 1);
    List<RepeatPattern> patterns =
        IntStream.range(0, Math.min(MOST + 1, tq1.repetitions(PATTERN)))
            .mapToObj(each -> RepeatPattern.ofRpt(tq1, PATTERN, each))
            .filter(RepeatPattern::saysHowOften)
            .toList();
    List<String> times =
        IntStream.range(0, Math.min(MOST + 1, tq1.repetitions(TIMES)))
            .mapToObj(each -> tq1.part(TIMES, each, 1, 1))
            .filter(each -> !each.isEmpty())
            .toList();
    boolean wordsOnly = patterns.isEmpty() && times.isEmpty();
    return new ScheduleFields(
        tq1,
        PATTERN,
        tq1.text(2),
        RepeatPattern.unit(tq1, 2, 0, 2),
        wordsOnly && !text.isEmpty() ? List.of(RepeatPattern.ofWords(text)) : patterns,
        times,
        RepeatPattern.every(tq1.text(5), RepeatPattern.unit(tq1, 5, 0, 2)),
        tq1.text(7),
        tq1.text(8),
        (tq1.text(TQ1_DURATION) + " " + RepeatPattern.unit(tq1, TQ1_DURATION, 0, 2)).strip(),
        tq1.text(9),
        tq1.words(10, 0, 1),
        wordsOnly ? "" : text,
        tq1.text(12).toUpperCase(Locale.ROOT),
        (tq1.text(13) + " " + RepeatPattern.unit(tq1, 13, 0, 2)).strip(),
        tq1.text(14));
  }

  private static List<ScheduleFields> ofTq(Fields segment, int field) {
    return IntStream.range(0, segment.repetitions(field))
        .mapToObj(each -> ofTq(segment, field, each))
        .toList();
  }

  private static ScheduleFields ofTq(Fields segment, int field, int repetition) {
    RepeatPattern interval = RepeatPattern.ofTq(segment, field, repetition);
    String text = segment.words(field, repetition, 8);
    boolean wordsOnly = !interval.saysHowOften();
    List<RepeatPattern> words = text.isEmpty() ? List.of() : List.of(RepeatPattern.ofWords(text));
    return new ScheduleFields(
        segment,
        field,
        segment.written(field, repetition, 1, 1),
        segment.written(field, repetition, 1, 2),
        wordsOnly ? words : List.of(interval),
        List.of(),
        "",
        segment.part(field, repetition, 4, 1),
        segment.part(field, repetition, 5, 1),
        segment.part(field, repetition, 3, 1),
        segment.part(field, repetition, 6, 1),
        segment.words(field, repetition, 7),
        wordsOnly ? "" : text,
        segment.part(field, repetition, 9, 1).toUpperCase(Locale.ROOT),
        segment.part(field, repetition, 11, 1),
        segment.part(field, repetition, 12, 1));
  }

  /** Words of another field that tell a schedule. */
  static ScheduleFields ofWords(Fields segment, int field, String words) {
    List<RepeatPattern> patterns = List.of(RepeatPattern.ofWords(words));
    return new ScheduleFields(
        segment, field, "", "", patterns, List.of(), "", "", "", "", "", "", "", "", "", "");
  }

  /** Its patterns, each with the explicit times that stand beside one. */
  List<RepeatPattern> timedPatterns() {
    if (patterns.isEmpty() && !times.isEmpty()) {
      return List.of(RepeatPattern.ofWords("").at(times));
    }
    return patterns.size() == 1 ? List.of(patterns.get(0).at(times)) : patterns;
  }

  /** The same place with the patterns of others beside it. */
  ScheduleFields with(List<RepeatPattern> all) {
    return with(all, List.of());
  }

  /** The same place with what was agreed with the sender in place of its own words. */
  private ScheduleFields agreed(FeedProfile profile) {
    return with(patterns.stream().map(each -> each.agreed(profile)).toList(), times);
  }

  private ScheduleFields with(List<RepeatPattern> all, List<String> at) {
    return new ScheduleFields(
        segment,
        field,
        quantity,
        quantityUnit,
        all,
        at,
        relative,
        start,
        stop,
        duration,
        priority,
        condition,
        remark,
        conjunction,
        occurrence,
        total);
  }

  /**
   * One step of a schedule that words tell step by step.
   *
   * @param how the conjunction to the next step
   */
  ScheduleFields step(String words, String how) {
    List<RepeatPattern> only = List.of(RepeatPattern.ofWords(words));
    return new ScheduleFields(
        segment,
        field,
        quantity,
        quantityUnit,
        only,
        List.of(),
        "",
        start,
        stop,
        "",
        priority,
        condition,
        "",
        how,
        occurrence,
        "");
  }

  /** All that says how long it lasts. */
  List<String> ends() {
    return List.of(duration, total, stop);
  }

  /** Whether anything says how often. */
  boolean saysHowOften() {
    return !patterns.isEmpty() || !times.isEmpty() || !relative.isEmpty();
  }

  /** The field that holds the duration. */
  int durationField() {
    return ofTq1() ? TQ1_DURATION : field;
  }

  /** Where the quantity stands, or the words that tell an amount. */
  String quantityField() {
    if (ofTq1()) {
      return "TQ1-2";
    }
    boolean ofTq = field == (segment.name().equals("ORC") ? ORC_TIMING : RXE_TIMING);
    return segment.name() + "-" + field + (ofTq ? ".1" : "");
  }

  boolean ofTq1() {
    return segment.name().equals("TQ1");
  }

  /** Whether anything stands there. */
  boolean stands() {
    boolean ends = !start.isEmpty() || !stop.isEmpty() || !duration.isEmpty();
    boolean counts = !quantity.isEmpty() || !total.isEmpty() || !occurrence.isEmpty();
    return saysHowOften() || ends || counts || !priority.isEmpty() || !condition.isEmpty();
  }
}
