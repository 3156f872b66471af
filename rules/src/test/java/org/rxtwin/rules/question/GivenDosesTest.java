package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.rules.question.Story.day;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Administration;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.quantity.Dose;

/** What the ward recorded, in place of what was ordered (rule 16). */
class GivenDosesTest {
  private static final DoseQuestions QUESTIONS =
      new DoseQuestions(KnowledgeLoader.shipped().getKnowledge());

  @Test
  void withoutRecordsEveryDoseIsAssumedAsOrdered() {
    DoseQuestion asked = ask(twelveHourly(), 1.2);

    assertThat(asked.dosesAssumed()).isTrue();
    assertThat(asked.doses())
        .containsExactly(assumed(0, 1000), assumed(0.5, 1000), assumed(1, 1000));
    assertThat(asked.unrecorded()).isEmpty();
  }

  @Test
  void aRecordStandsForTheDoseDueNearItWithItsOwnTimeAmountAndLength() {
    Story story =
        twelveHourly()
            .on(0.1, given("R1", "V1", 0.05, 1000, Optional.of(day(0.1))))
            .on(0.6, given("R2", "V1", 0.55, 750, Optional.empty()));

    DoseQuestion asked = ask(story, 0.9);

    assertThat(asked.doses())
        .containsExactly(
            new DoseTaken(day(0.05), 1000, 1.2, true), new DoseTaken(day(0.55), 750, 0, true));
    assertThat(asked.dosesAssumed()).isFalse();
  }

  @Test
  void aDoseRecordedAsNotGivenIsNoDose() {
    Story story =
        twelveHourly()
            .on(0.1, given("R1", "V1", 0, 1000, Optional.empty()))
            .on(0.6, record("R2", "V1", 0.5, Optional.empty(), Outcome.NOT_GIVEN))
            .on(1.1, given("R3", "V1", 1, 1000, Optional.empty()));

    assertThat(ask(story, 1.2).doses()).extracting(DoseTaken::at).containsExactly(day(0), day(1));
    assertThat(ask(story, 1.2).unrecorded()).isEmpty();
  }

  @Test
  void aDoseWithoutRecordCountsUntilItsRecordCanNoLongerCome() {
    Story story = twelveHourly().on(0.1, given("R1", "V1", 0, 1000, Optional.empty()));

    assertThat(ask(story, 0.7).doses()).hasSize(2);
    assertThat(ask(story, 0.7).dosesAssumed()).isTrue();
    assertThat(ask(story, 0.8).doses()).hasSize(1);
    assertThat(ask(story, 0.8).unrecorded()).containsExactly(day(0.5));
    assertThat(ask(story, 0.8).incomplete()).isEmpty();
  }

  @Test
  void dosesBeforeTheFirstRecordAreAssumed() {
    Story story = twelveHourly().on(2.1, given("R1", "V1", 2, 1000, Optional.empty()));

    assertThat(ask(story, 2.2).doses()).hasSize(5);
    assertThat(ask(story, 2.2).doses().get(4).given()).isTrue();
    assertThat(ask(story, 2.2).doses().get(3).given()).isFalse();
  }

  @Test
  void whereTheRecordsHaveStoppedNobodyCanTell() {
    Story story = twelveHourly().on(0.1, given("R1", "V1", 0, 1000, Optional.empty()));

    assertThat(ask(story, 1.3).incomplete())
        .contains("the last 2 doses of vancomycin have no record: confirm which were given");
  }

  @Test
  void aRecordThatTellsNoAmountHasTheDoseOfItsOrderAndOneInPartHasNone() {
    Story whole = twelveHourly().on(0.1, record("R1", "V1", 0, Optional.empty(), Outcome.GIVEN));
    Story part = twelveHourly().on(0.1, record("R1", "V1", 0, Optional.empty(), Outcome.PARTIAL));

    assertThat(ask(whole, 0.3).doses()).containsExactly(new DoseTaken(day(0), 1000, 0, true));
    assertThat(ask(part, 0.3).incomplete())
        .hasValueSatisfying(why -> assertThat(why).contains("how much of a recorded dose"));
  }

  @Test
  void aRecordOfADayIsNotADoseAtMidnight() {
    Story story =
        twelveHourly()
            .on(0.1, onTheDay("R1", 0, 900, Outcome.GIVEN))
            .on(0.6, onTheDay("R2", 0, 0, Outcome.NOT_GIVEN));

    assertThat(ask(story, 0.9).doses()).containsExactly(assumed(0, 900));
    assertThat(ask(story, 0.9).unrecorded()).isEmpty();
  }

  @Test
  void aDoseOfADayOnWhichNoneWasDueCannotBePlaced() {
    Story story = twelveHourly().on(0.3, onTheDay("R1", -3, 900, Outcome.GIVEN));

    assertThat(ask(story, 0.4).incomplete())
        .hasValueSatisfying(why -> assertThat(why).contains("recorded dose"));
  }

  @Test
  void aRecordUnderAnUnknownOrderCountsByTheNameOfItsDrug() {
    Story story = twelveHourly().on(0.1, given("R1", "F77", 0.05, 1000, Optional.empty()));

    assertThat(ask(story, 0.3).doses()).containsExactly(new DoseTaken(day(0.05), 1000, 0, true));
  }

  @Test
  void aLoadingDoseCountsBesideTheRegimenThatGoesOn() {
    MedicationOrder loading =
        Story.with(
            vancomycin("V0", 2000),
            Timing.of(Timing.Kind.ONCE, "ONCE"),
            Optional.of(day(0)),
            Optional.empty());
    MedicationOrder maintenance =
        Story.with(
            vancomycin("V1", 1000),
            Timing.everyHours(12, "Q12H"),
            Optional.of(day(0.5)),
            Optional.empty());

    DoseQuestion asked = ask(Story.ofPatient().order(0, loading).order(0, maintenance), 0.7);

    assertThat(asked.current())
        .hasValueSatisfying(now -> assertThat(now.dose().amount()).isEqualTo(1000));
    assertThat(asked.doses()).containsExactly(assumed(0, 2000), assumed(0.5, 1000));
  }

  @Test
  void whatIsTakenAsNeededNeverFeedsTheTwinUnlessItWasGiven() {
    MedicationOrder prn =
        Story.with(
            vancomycin("V2", 500),
            Timing.of(Timing.Kind.AS_NEEDED, "PRN"),
            Optional.empty(),
            Optional.empty());

    assertThat(QUESTIONS.of(Story.ofPatient().order(0, prn).chart(), day(1), "seed")).isEmpty();
    assertThat(ask(twelveHourly().order(0, prn), 0.4).doses()).containsExactly(assumed(0, 1000));
    assertThat(
            ask(
                    twelveHourly()
                        .order(0, prn)
                        .on(0.3, given("R1", "V2", 0.3, 500, Optional.empty())),
                    0.4)
                .doses())
        .containsExactly(assumed(0, 1000), new DoseTaken(day(0.3), 500, 0, true));
  }

  private static Story twelveHourly() {
    return Story.ofPatient()
        .order(
            0,
            Story.with(
                vancomycin("V1", 1000),
                Timing.everyHours(12, "Q12H"),
                Optional.empty(),
                Optional.empty()));
  }

  static MedicationOrder vancomycin(String id, double milligrams) {
    return Story.order(id, Coding.ofText("vancomycin"), milligrams, "IV", "");
  }

  private static ChartEvent given(
      String id, String order, double day, double milligrams, Optional<Instant> end) {
    return new ChartEvent.Administered(
        new Administration(
            id,
            order,
            List.of(Coding.ofText("vancomycin")),
            Optional.of(Dose.milligrams(milligrams)),
            ClinicalTime.exact(day(day)),
            end.map(ClinicalTime::exact),
            Outcome.GIVEN,
            "IV",
            List.of()));
  }

  private static ChartEvent record(
      String id, String order, double day, Optional<Dose> dose, Outcome outcome) {
    return new ChartEvent.Administered(
        new Administration(
            id,
            order,
            List.of(Coding.ofText("vancomycin")),
            dose,
            ClinicalTime.exact(day(day)),
            Optional.empty(),
            outcome,
            "IV",
            List.of()));
  }

  private static ChartEvent onTheDay(String id, int day, double milligrams, Outcome outcome) {
    Instant start = day(day);
    return new ChartEvent.Administered(
        new Administration(
            id,
            "V1",
            List.of(Coding.ofText("vancomycin")),
            milligrams > 0 ? Optional.of(Dose.milligrams(milligrams)) : Optional.empty(),
            new ClinicalTime(start, ClinicalTime.Precision.DAY, ""),
            Optional.empty(),
            outcome,
            "IV",
            List.of()));
  }

  private static DoseTaken assumed(double day, double milligrams) {
    return new DoseTaken(day(day), milligrams);
  }

  private static DoseQuestion ask(Story story, double day) {
    List<DoseQuestion> asked = QUESTIONS.of(story.chart(), day(day), "seed");
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }
}
