package org.rxtwin.hl7.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;
import org.rxtwin.hl7.segment.Fields;
import org.rxtwin.hl7.value.Codes;
import org.rxtwin.hl7.value.NamedFrequencies;
import org.rxtwin.hl7.value.TimingAgreement;
import org.rxtwin.hl7.value.TimingPhrase;
import org.rxtwin.hl7.value.TimingText;

/**
 * The instructions to pharmacy and ward (RXE-7, RXE-21, RXO-6, RXO-7). What is understood as a
 * whole tells a schedule; what is not is advice, and may only contradict one.
 */
final class SigReader {
  private static final int INSTRUCTIONS = 7;
  private static final int TO_PHARMACY = 6;
  private static final int SPECIAL = 21;

  private SigReader() {}

  /** All of them; of kind {@code UNKNOWN} what is advice. */
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

  /**
   * The schedule, where no instruction contradicts it; made a ceiling where advice says that the
   * drug is given as needed.
   */
  static Timing checked(Timing timing, List<ScheduleStep> instructions, Troubles troubles) {
    Timing checked = timing;
    for (ScheduleStep each : instructions) {
      if (each.phrase().understood() || checked.kind() == Timing.Kind.UNKNOWN) {
        continue;
      }
      NamedFrequencies named = NamedFrequencies.of(words(each));
      if (named.contradict(checked)) {
        refuse(each, troubles);
        return Timing.of(Timing.Kind.UNKNOWN, "");
      }
      checked = named.sayNeeded() ? TimingText.asNeeded(checked) : checked;
    }
    return checked;
  }

  /**
   * Instructions that only limit a schedule told elsewhere, as "not more than once a day" does:
   * they do not make it one for use as needed.
   */
  static List<ScheduleStep> limits(List<ScheduleStep> instructions, List<ScheduleStep> schedule) {
    boolean scheduled =
        schedule.stream().anyMatch(each -> each.timing().kind() == Timing.Kind.INTERVAL)
            && schedule.stream().noneMatch(each -> each.timing().kind() == Timing.Kind.AS_NEEDED);
    return instructions.stream()
        .filter(each -> scheduled && each.timing().kind() == Timing.Kind.AS_NEEDED)
        .filter(each -> !TimingText.saysNeeded(words(each)))
        .toList();
  }

  /** The schedule, where it keeps to those limits. */
  static Timing within(Timing timing, List<ScheduleStep> limits, Troubles troubles) {
    for (ScheduleStep each : limits) {
      if (!TimingAgreement.within(timing, each.timing())) {
        refuse(each, troubles);
        return Timing.of(Timing.Kind.UNKNOWN, "");
      }
    }
    return timing;
  }

  /** Whether an instruction fits no step of a taper. */
  static boolean contradict(
      List<Timing> steps, List<ScheduleStep> instructions, Troubles troubles) {
    Optional<ScheduleStep> other =
        instructions.stream().filter(each -> contradicted(steps, each)).findFirst();
    other.ifPresent(each -> refuse(each, troubles));
    return other.isPresent();
  }

  private static boolean contradicted(List<Timing> steps, ScheduleStep instruction) {
    return steps.stream()
        .noneMatch(
            each ->
                instruction.phrase().understood()
                    ? TimingAgreement.of(each, instruction.timing()).isPresent()
                    : !NamedFrequencies.contradict(words(instruction), each));
  }

  private static void refuse(ScheduleStep instruction, Troubles troubles) {
    troubles.refuse(
        instruction.place().segment(),
        instruction.place().field(),
        "expected instructions that agree with the schedule; they name another frequency");
  }

  private static String words(ScheduleStep instruction) {
    return instruction.place().patterns().get(0).words();
  }

  private static void read(Fields drug, int field, List<ScheduleStep> steps) {
    for (int each = 0; each < drug.repetitions(field); each++) {
      String words = Codes.words(drug, field, each);
      if (!words.isEmpty()) {
        steps.add(step(drug, field, words));
      }
    }
  }

  private static ScheduleStep step(Fields drug, int field, String words) {
    TimingPhrase whole = TimingText.phrase(words);
    boolean silent = !whole.understood() && whole.amounts().isEmpty();
    TimingPhrase phrase = silent ? whole.with(NamedFrequencies.of(words).amounts()) : whole;
    return new ScheduleStep(ScheduleFields.ofWords(drug, field, words), phrase, phrase.lasting());
  }
}
