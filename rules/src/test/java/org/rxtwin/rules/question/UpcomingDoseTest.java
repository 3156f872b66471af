package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.rules.question.Story.day;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.KnowledgeLoader;

/** A dose that begins in some hours counts as the current one from the moment it is known. */
class UpcomingDoseTest {
  private static final DoseQuestions QUESTIONS =
      new DoseQuestions(KnowledgeLoader.shipped().getKnowledge());

  private static MedicationOrder warfarin(String id, double milligrams, double start) {
    return Story.with(
        Story.warfarin(id, milligrams),
        Timing.everyHours(24, "QD"),
        Optional.of(day(start)),
        Optional.empty());
  }

  private static DoseQuestion asked(Story story, double day) {
    List<DoseQuestion> questions = QUESTIONS.of(story.chart(), day(day), "seed");
    assertThat(questions).hasSize(1);
    return questions.get(0);
  }

  @Test
  void aChangeWhoseStartLiesHoursAheadIsTheRegimenFromTheChangeOn() {
    Story story =
        Story.ofPatient().order(0, warfarin("W1", 5, 0.5)).change(8.25, warfarin("W1", 3, 8.5));

    DoseQuestion question = asked(story, 8.3);

    assertThat(question.current().orElseThrow().dose().amount()).isEqualTo(3);
    assertThat(question.doses()).hasSize(8).allMatch(each -> each.milligrams() == 5);
  }

  @Test
  void theOldDoseIsGivenUntilTheNewOneBegins() {
    Story story =
        Story.ofPatient().order(0, warfarin("W1", 5, 0.5)).change(8.25, warfarin("W1", 3, 9.5));
    Instant newStart = day(9.5);

    assertThat(asked(story, 12).doses())
        .allMatch(each -> each.milligrams() == (each.at().isBefore(newStart) ? 5 : 3));
  }

  @Test
  void aChangeThatBeginsInAWeekLeavesTheOldRegimenInForce() {
    Story story =
        Story.ofPatient().order(0, warfarin("W1", 5, 0.5)).change(8, warfarin("W1", 3, 15));

    assertThat(asked(story, 8.1).current().orElseThrow().dose().amount()).isEqualTo(5);
  }

  @Test
  void aFirstDoseTomorrowIsTheCurrentRegimen() {
    DoseQuestion question = asked(Story.ofPatient().order(0, warfarin("W1", 4, 1)), 0.1);

    assertThat(question.current().orElseThrow().dose().amount()).isEqualTo(4);
    assertThat(question.doses()).isEmpty();
  }
}
