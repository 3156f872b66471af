package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rxtwin.hl7.feed.FeedProfile;
import org.rxtwin.hl7.segment.Fields;

/** Finds the places of an order where a schedule may stand: TQ1, RXE-1, ORC-7. */
final class SchedulePlaces {
  private static final int PATTERN = 3;
  private static final int TIMES = 4;

  private SchedulePlaces() {}

  /** The places of an order, grouped: those of one group follow one another. */
  static List<List<ScheduleFields>> of(OrderPart part, FeedProfile profile) {
    List<List<ScheduleFields>> all = new ArrayList<>();
    all.add(part.encodedSchedules().stream().map(SchedulePlaces::ofTq1).toList());
    all.add(part.requestedSchedules().stream().map(SchedulePlaces::ofTq1).toList());
    part.rxe().ifPresent(rxe -> all.add(ofTq(rxe, ScheduleFields.RXE_TIMING)));
    part.orc().ifPresent(orc -> all.add(ofTq(orc, ScheduleFields.ORC_TIMING)));
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
        IntStream.range(0, Math.min(ScheduleFields.MOST + 1, tq1.repetitions(PATTERN)))
            .mapToObj(each -> RepeatPattern.ofRpt(tq1, PATTERN, each))
            .filter(RepeatPattern::saysHowOften)
            .toList();
    List<String> times =
        IntStream.range(0, Math.min(ScheduleFields.MOST + 1, tq1.repetitions(TIMES)))
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
        (tq1.text(ScheduleFields.TQ1_DURATION)
                + " "
                + RepeatPattern.unit(tq1, ScheduleFields.TQ1_DURATION, 0, 2))
            .strip(),
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
}
