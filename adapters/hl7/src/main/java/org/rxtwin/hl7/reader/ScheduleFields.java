package org.rxtwin.hl7.reader;

import java.util.List;
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
  /** Patterns of one day, and times of it; more are no schedule. */
  static final int MOST = 24;

  static final int TQ1_DURATION = 6;
  static final int ORC_TIMING = 7;
  static final int RXE_TIMING = 1;

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
  ScheduleFields agreed(FeedProfile profile) {
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
