package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Administration.Outcome;
import org.rxtwin.quantity.Dose;

/** Doses given, supplies and conditions on the chart. */
class CareTest {
  private final Chart empty = Chart.empty(Events.CHART);

  @Test
  void aDoseToldTwiceIsOneDose() {
    Chart chart = empty.with(dose(8, 1, 8, 5, false)).with(dose(9, 2, 8, 5, false));

    assertThat(chart.administrations()).hasSize(1);
  }

  @Test
  void dosesWithTheSameCountersAtTwoTimesAreTwo() {
    Chart chart = empty.with(dose(20, 2, 20, 5, false)).with(dose(8, 1, 8, 4, false));

    assertThat(chart.administrations())
        .extracting(each -> each.administration().dose())
        .containsExactly(Optional.of(Dose.milligrams(4)), Optional.of(Dose.milligrams(5)));
  }

  @Test
  void aCorrectionReplacesItsRecordEvenWhereItMovesTheStart() {
    Chart given = empty.with(dose(8, 1, 8, 5, false));

    Administration amount = only(given.with(dose(9, 2, 8, 3, true)));
    Administration moved = only(given.with(dose(9, 2, 7, 5, true)));

    assertThat(amount.dose()).contains(Dose.milligrams(3));
    assertThat(moved.start().instant()).isEqualTo(Events.DAY_ONE.plus(Duration.ofHours(7)));
    assertThat(moved.dose()).contains(Dose.milligrams(5));
  }

  @Test
  void aMovedCorrectionAmongSeveralDosesOfOneNumberHasNoAmount() {
    Chart chart =
        empty
            .with(dose(8, 1, 8, 5, false))
            .with(dose(20, 2, 20, 5, false))
            .with(dose(21, 3, 19, 5, true));

    assertThat(chart.administrations())
        .extracting(each -> each.administration().dose().isPresent())
        .containsExactly(true, false, true);
    assertThat(chart.administrations().get(1).administration().problems())
        .extracting(ReadProblem::field)
        .containsExactly("RXA-3");
  }

  @Test
  void aCorrectionFindsTheOnlyDoseOfWhichNoHourWasTold() {
    Chart morning = empty.with(Events.at(8, 1, untimed("C-1", 5)));
    Chart both = morning.with(Events.at(20, 2, untimed("C-2", 5)));

    assertThat(only(morning.with(dose(9, 3, 0, 3, true))).dose()).contains(Dose.milligrams(3));
    assertThat(both.administrations()).hasSize(2);
    assertThat(both.with(dose(21, 3, 0, 3, true)).administrations())
        .extracting(each -> each.administration().dose().isPresent())
        .containsExactlyInAnyOrder(true, true, false);
  }

  @Test
  void aDeletionThatFindsNoneOfSeveralStaysVisible() {
    Chart chart =
        empty
            .with(dose(8, 1, 8, 5, false))
            .with(dose(20, 2, 20, 5, false))
            .with(Events.at(21, 3, Events.given(19, 0, Outcome.WITHDRAWN, true)));

    assertThat(chart.administrations())
        .extracting(each -> each.administration().outcome())
        .containsExactly(Outcome.GIVEN, Outcome.NOT_GIVEN, Outcome.GIVEN);
  }

  @Test
  void aDeletedRecordIsGoneAndAHeldDoseStaysVisible() {
    Chart deleted =
        empty
            .with(dose(8, 1, 8, 5, false))
            .with(Events.at(9, 2, Events.given(8, 0, Outcome.WITHDRAWN, true)));
    Chart held = empty.with(Events.at(8, 1, Events.given(8, 0, Outcome.NOT_GIVEN, false)));

    assertThat(deleted.administrations()).isEmpty();
    assertThat(only(held).reached()).isFalse();
  }

  @Test
  void aCancelledSupplyIsGoneAndOthersComeOldestFirst() {
    Chart chart =
        empty
            .with(Events.at(3, 3, supply("P2", 2, false)))
            .with(Events.at(1, 1, supply("P1", 1, false)))
            .with(Events.at(4, 4, supply("P3", 3, false)))
            .with(Events.at(5, 5, supply("P3", 3, true)));

    assertThat(chart.dispenses())
        .extracting(each -> each.dispense().dispenseId())
        .containsExactly("P1", "P2");
  }

  @Test
  void refillsOfOneNumberAreTwoAndACancellationOfAnotherTimeTakesTheOnlyOne() {
    Chart one = empty.with(Events.at(1, 1, supply("P1", 1, false)));
    Chart two = one.with(Events.at(2, 2, supply("P1", 2, false)));

    assertThat(two.dispenses()).hasSize(2);
    assertThat(one.with(Events.at(3, 3, supply("P1", 3, true))).dispenses()).isEmpty();
  }

  @Test
  void aCancellationThatMayMeanSeveralSuppliesIsSaidOnEachOfThem() {
    Chart chart =
        empty
            .with(Events.at(1, 1, supply("P1", 1, false)))
            .with(Events.at(2, 2, supply("P1", 2, false)))
            .with(Events.at(3, 3, supply("P1", 3, true)));

    assertThat(chart.dispenses()).hasSize(2);
    assertThat(chart.dispenses())
        .allSatisfy(
            each ->
                assertThat(each.dispense().problems())
                    .extracting(ReadProblem::field)
                    .containsExactly("RXD-3"));
  }

  @Test
  void aConditionStandsUntilItIsTakenOff() {
    Chart pregnant = empty.with(Events.at(1, 1, pregnancy(true)));

    assertThat(pregnant.conditions()).hasSize(1);
    assertThat(pregnant.with(Events.at(2, 2, pregnancy(false))).conditions()).isEmpty();
  }

  @Test
  void aRepetitionDoesNotMakeAConditionYounger() {
    Chart repeated =
        empty
            .with(Events.at(1, 1, pregnancy(true)))
            .with(Events.at(24 * 150, 2, pregnancy(true)))
            .with(Events.at(24 * 300, 3, pregnancy(true)));
    Chart ended = repeated.with(Events.at(24 * 301, 4, pregnancy(false)));

    assertThat(began(repeated)).isEqualTo(Events.at(1, 1, pregnancy(true)).occurredAt());
    assertThat(began(ended.with(Events.at(24 * 302, 5, pregnancy(true)))))
        .as("one that had ended begins anew")
        .isEqualTo(Events.at(24 * 302, 5, pregnancy(true)).occurredAt());
  }

  @Test
  void whatNobodyRepeatedForHalfAYearBeginsAnewWhenItIsTold() {
    Chart chart =
        empty.with(Events.at(1, 1, pregnancy(true))).with(Events.at(24 * 200, 2, pregnancy(true)));

    assertThat(began(chart)).isEqualTo(Events.at(24 * 200, 2, pregnancy(true)).occurredAt());
  }

  @Test
  void aDiagnosisStandsUntilTheLastOfItsTypesIsTakenOff() {
    Chart both = empty.with(flutter(1, 1, "A", true)).with(flutter(2, 2, "F", true));

    Chart admitting = both.with(flutter(3, 3, "A", false));

    assertThat(both.conditions()).as("one state").hasSize(1);
    assertThat(admitting.conditions())
        .singleElement()
        .satisfies(each -> assertThat(each.condition().type()).contains("F"))
        .satisfies(each -> assertThat(each.at()).isEqualTo(flutter(1, 1, "A", true).occurredAt()));
    assertThat(admitting.with(flutter(4, 4, "F", false)).conditions()).isEmpty();
    assertThat(both.with(flutter(3, 3, "", false)).conditions()).isEmpty();
  }

  private static StoredEvent flutter(int hours, long seq, String type, boolean active) {
    return Events.at(
        hours,
        seq,
        new ChartEvent.ConditionRecorded(
            new Condition(
                "I48.9|ICD10",
                List.of(new Coding("I48.9", "ICD10", "")),
                active,
                Optional.empty(),
                Optional.empty(),
                Optional.of(type).filter(each -> !each.isEmpty()),
                Optional.of(Condition.Kind.STATE))));
  }

  @Test
  void aTypeThatIsCalledProcedureIsOneInEventsOfOldOnly() {
    Optional<String> type = Optional.of("PROCEDURE");
    List<Coding> codes = List.of(Coding.ofText("asthma"));

    assertThat(
            new Condition(
                    "k", codes, true, Optional.empty(), Optional.empty(), type, Optional.empty())
                .isProcedure())
        .isTrue();
    assertThat(
            new Condition(
                    "k",
                    codes,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    type,
                    Optional.of(Condition.Kind.STATE))
                .isProcedure())
        .isFalse();
  }

  @Test
  void whatWasDoneIsNoDiagnosis() {
    Condition dialysis =
        new Condition(
            "procedure:90935",
            List.of(new Coding("90935", "C4", "Hemodialysis")),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Condition.Kind.PROCEDURE));

    Chart chart = empty.with(Events.at(1, 1, new ChartEvent.ConditionRecorded(dialysis)));

    assertThat(chart.conditions()).isEmpty();
    assertThat(chart.procedures()).hasSize(1);
  }

  private static ClinicalTime began(Chart chart) {
    assertThat(chart.conditions()).hasSize(1);
    return chart.conditions().get(0).at();
  }

  private static Administration only(Chart chart) {
    assertThat(chart.administrations()).hasSize(1);
    return chart.administrations().get(0).administration();
  }

  private static StoredEvent dose(
      int told, long seq, int start, double milligrams, boolean correction) {
    return Events.at(told, seq, Events.given(start, milligrams, Outcome.GIVEN, correction));
  }

  private static ChartEvent untimed(String message, double milligrams) {
    Administration told =
        ((ChartEvent.Administered) Events.given(0, milligrams, Outcome.GIVEN, false))
            .administration();
    return new ChartEvent.Administered(
        new Administration(
            Administration.untimed(told.administrationId(), message),
            told.orderId(),
            told.drug(),
            told.dose(),
            new ClinicalTime(Events.DAY_ONE, ClinicalTime.Precision.DAY, "20260302"),
            told.end(),
            told.outcome(),
            told.route(),
            told.problems()));
  }

  private static ChartEvent supply(String number, int hours, boolean withdrawn) {
    return new ChartEvent.Dispensed(
        new Dispense(
            number,
            "",
            List.of(Coding.ofText("warfarin")),
            ClinicalTime.exact(Events.DAY_ONE.plus(Duration.ofHours(hours))),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            withdrawn));
  }

  private static ChartEvent pregnancy(boolean active) {
    return new ChartEvent.ConditionRecorded(
        new Condition(
            "B6|HL70009",
            List.of(new Coding("B6", "HL70009", "Pregnant")),
            active,
            Optional.empty(),
            Optional.empty()));
  }
}
