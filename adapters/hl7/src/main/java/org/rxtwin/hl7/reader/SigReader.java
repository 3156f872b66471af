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
 * The instructions to whoever gives the drug (RXE-7, RXO-7), where they tell a schedule and are
 * understood as a whole. What is not understood there is advice, and no schedule.
 */
final class SigReader {
  private static final int INSTRUCTIONS = 7;

  private SigReader() {}

  static List<ScheduleStep> read(OrderPart part) {
    List<ScheduleStep> steps = new ArrayList<>();
    part.drug()
        .ifPresent(
            drug ->
                IntStream.range(0, drug.repetitions(INSTRUCTIONS))
                    .mapToObj(each -> step(drug, each))
                    .flatMap(Optional::stream)
                    .forEach(steps::add));
    return steps;
  }

  private static Optional<ScheduleStep> step(Fields drug, int repetition) {
    String words = Codes.words(drug, INSTRUCTIONS, repetition);
    TimingPhrase phrase = TimingText.phrase(words);
    return phrase.understood()
        ? Optional.of(
            new ScheduleStep(
                ScheduleFields.ofWords(drug, INSTRUCTIONS, words), phrase, phrase.lasting()))
        : Optional.empty();
  }
}
