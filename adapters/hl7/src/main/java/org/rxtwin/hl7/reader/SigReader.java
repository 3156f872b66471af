package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.TimingPhrase;
import org.rxtwin.hl7.value.TimingText;

/**
 * The instructions to pharmacy and ward (RXE-7, RXE-21, RXO-6, RXO-7), where they tell a schedule
 * and are understood as a whole. What is not understood there is advice, and no schedule.
 */
final class SigReader {
  private static final int INSTRUCTIONS = 7;
  private static final int TO_PHARMACY = 6;
  private static final int SPECIAL = 21;

  private SigReader() {}

  static List<ScheduleStep> read(OrderPart part) {
    List<ScheduleStep> steps = new ArrayList<>();
    part.drug().ifPresent(drug -> read(drug, INSTRUCTIONS, steps));
    part.rxe()
        .ifPresentOrElse(
            rxe -> read(rxe, SPECIAL, steps),
            () -> part.rxo().ifPresent(rxo -> read(rxo, TO_PHARMACY, steps)));
    return steps;
  }

  /** The steps of a taper that the instructions tell, where no schedule stands elsewhere. */
  static Optional<List<ScheduleFields>> steps(OrderPart part) {
    return part.drug()
        .map(drug -> ScheduleFields.ofWords(drug, INSTRUCTIONS, Codes.words(drug, INSTRUCTIONS)))
        .map(place -> WordedSteps.apart(List.of(place)))
        .filter(each -> each.size() > 1);
  }

  private static void read(Fields drug, int field, List<ScheduleStep> steps) {
    IntStream.range(0, drug.repetitions(field))
        .mapToObj(each -> step(drug, field, each))
        .flatMap(Optional::stream)
        .forEach(steps::add);
  }

  private static Optional<ScheduleStep> step(Fields drug, int field, int repetition) {
    String words = Codes.words(drug, field, repetition);
    TimingPhrase phrase = TimingText.phrase(words);
    return phrase.understood()
        ? Optional.of(
            new ScheduleStep(ScheduleFields.ofWords(drug, field, words), phrase, phrase.lasting()))
        : Optional.empty();
  }
}
