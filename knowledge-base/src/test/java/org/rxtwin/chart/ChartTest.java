package org.rxtwin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.rxtwin.quantity.Dose;

class ChartTest {
  private final Chart empty = Chart.empty(Events.CHART);

  @Test
  void anOrderRunsUntilItIsDiscontinued() {
    Chart ordered =
        empty.with(Events.at(0, 1, new ChartEvent.MedicationOrdered(Events.warfarin("A1", 5))));
    Chart stopped = ordered.with(Events.at(48, 2, new ChartEvent.OrderDiscontinued("A1", "DC")));

    OrderState before = ordered.orders().get(0);
    OrderState after = stopped.orders().get(0);

    assertThat(before.runsAt(Events.DAY_ONE.plus(Duration.ofHours(50)))).isTrue();
    assertThat(after.runsAt(Events.DAY_ONE.plus(Duration.ofHours(50)))).isFalse();
    assertThat(after.endedAt()).contains(Events.DAY_ONE.plus(Duration.ofHours(48)));
  }

  @Test
  void anOrderRunsUntilTheEndThatIsToldForLater() {
    Chart ordered =
        empty.with(Events.at(0, 1, new ChartEvent.MedicationOrdered(Events.warfarin("A1", 5))));

    OrderState atNoon = ordered.with(Events.at(1, 2, ends(hours(48)))).orders().get(0);
    OrderState onADay =
        ordered
            .with(
                Events.at(
                    1,
                    2,
                    ends(
                        new ClinicalTime(
                            hours(40).instant(), ClinicalTime.Precision.DAY, "20260304"))))
            .orders()
            .get(0);
    OrderState before = ordered.with(Events.at(9, 2, ends(hours(3)))).orders().get(0);

    assertThat(atNoon.runsAt(hours(47).instant())).isTrue();
    assertThat(atNoon.runsAt(hours(48).instant())).isFalse();
    assertThat(onADay.runsAt(hours(63).instant())).as("a day ends when it is over").isTrue();
    assertThat(onADay.runsAt(hours(64).instant())).isFalse();
    assertThat(before.endedAt()).as("a time already over").contains(hours(9).instant());
  }

  private static ClinicalTime hours(int after) {
    return ClinicalTime.exact(Events.DAY_ONE.plus(Duration.ofHours(after)));
  }

  private static ChartEvent ends(ClinicalTime effective) {
    return new ChartEvent.OrderDiscontinued("A1", "", Optional.of(effective));
  }

  @Test
  void aCourseOfToldLengthEndsByItselfWhenItsStartIsNotTold() {
    MedicationOrder plain = Events.warfarin("A1", 5);
    OrderPhase week =
        new OrderPhase(plain.dose(), Optional.empty(), plain.timing(), Optional.of(168.0));
    Chart chart =
        empty.with(Events.at(0, 1, new ChartEvent.MedicationOrdered(plain.inSteps(List.of(week)))));

    OrderState order = chart.orders().get(0);

    assertThat(order.endedAt()).contains(Events.DAY_ONE.plus(Duration.ofDays(7)));
    assertThat(order.runsAt(Events.DAY_ONE.plus(Duration.ofDays(6)))).isTrue();
    assertThat(order.runsAt(Events.DAY_ONE.plus(Duration.ofDays(8)))).isFalse();
  }

  @Test
  void theStepsOfATaperEndWithItsOrder() {
    MedicationOrder plain = Events.warfarin("A1", 5);
    OrderPhase step =
        new OrderPhase(plain.dose(), Optional.empty(), plain.timing(), Optional.of(72.0));
    MedicationOrder taper =
        new MedicationOrder(
            plain.orderId(),
            plain.drug(),
            plain.dose(),
            plain.doseMax(),
            plain.timing(),
            plain.route(),
            plain.form(),
            plain.start(),
            Optional.of(hours(48)),
            plain.list(),
            plain.stat(),
            plain.indication(),
            plain.problems(),
            Optional.empty(),
            List.of(step, step),
            Optional.empty());

    assertThat(taper.stretches(Events.DAY_ONE))
        .singleElement()
        .satisfies(only -> assertThat(only.to()).contains(hours(48).instant()));
  }

  @Test
  void aTaperWithoutEndGoesOnInItsLastStep() {
    MedicationOrder plain = Events.warfarin("A1", 5);
    OrderPhase first =
        new OrderPhase(plain.dose(), Optional.empty(), plain.timing(), Optional.of(72.0));
    OrderPhase rest =
        new OrderPhase(
            Optional.of(Dose.milligrams(2)), Optional.empty(), plain.timing(), Optional.empty());
    MedicationOrder taper = plain.inSteps(List.of(first, rest));

    assertThat(taper.endsAt(Events.DAY_ONE)).isEmpty();
    assertThat(taper.at(Events.DAY_ONE, Events.DAY_ONE.plus(Duration.ofDays(4))).dose())
        .contains(Dose.milligrams(2));
  }

  @Test
  void theStepsOfATaperCountFromTheChangeThatTellsThem() {
    MedicationOrder plain = Events.warfarin("A1", 5);
    MedicationOrder taper =
        plain.inSteps(
            List.of(
                new OrderPhase(plain.dose(), Optional.empty(), plain.timing(), Optional.of(72.0)),
                new OrderPhase(
                    Optional.of(Dose.milligrams(2)),
                    Optional.empty(),
                    plain.timing(),
                    Optional.empty())));
    Chart chart =
        empty
            .with(Events.at(0, 1, new ChartEvent.MedicationOrdered(plain)))
            .with(Events.at(240, 2, new ChartEvent.OrderChanged(taper)));
    OrderState order = chart.orders().get(0);

    assertThat(order.at(hours(241).instant()).order().dose()).isEqualTo(plain.dose());
    assertThat(order.at(hours(313).instant()).order().dose()).contains(Dose.milligrams(2));
  }

  @Test
  void aChangedOrderKeepsItsStartAndShowsItsLatestForm() {
    Chart chart =
        empty
            .with(Events.at(0, 1, new ChartEvent.MedicationOrdered(Events.warfarin("A1", 5))))
            .with(Events.at(24, 2, new ChartEvent.OrderChanged(Events.warfarin("A1", 3))));

    OrderState order = chart.orders().get(0);

    assertThat(order.order().mostMilligramsPerDay()).contains(3.0);
    assertThat(order.startedAt()).isEqualTo(Events.DAY_ONE);
    assertThat(order.changedAt()).isEqualTo(Events.DAY_ONE.plus(Duration.ofHours(24)));
  }

  @Test
  void aHeldOrderDoesNotRunUntilReleased() {
    Chart held =
        empty
            .with(Events.at(0, 1, new ChartEvent.MedicationOrdered(Events.warfarin("A1", 5))))
            .with(Events.at(1, 2, new ChartEvent.OrderHeld("A1", true)));
    Chart released = held.with(Events.at(2, 3, new ChartEvent.OrderHeld("A1", false)));

    assertThat(held.orders().get(0).runsAt(Events.DAY_ONE)).isFalse();
    assertThat(released.orders().get(0).runsAt(Events.DAY_ONE)).isTrue();
  }

  @Test
  void aCorrectedResultReplacesAndAWithdrawnOneVanishes() {
    Chart corrected =
        empty
            .with(result(0, 1, 24.0, LabResult.Status.FINAL))
            .with(result(1, 2, 2.4, LabResult.Status.CORRECTED));
    Chart withdrawn = corrected.with(result(2, 3, 2.4, LabResult.Status.WITHDRAWN));

    assertThat(corrected.results())
        .singleElement()
        .extracting(each -> each.result().value())
        .isEqualTo(Optional.of(new ResultValue.Numeric(ResultValue.Comparator.EQUAL, 2.4, "1")));
    assertThat(withdrawn.results()).isEmpty();
  }

  @Test
  void aPreliminaryResultNeverReplacesAFinalOne() {
    Chart chart =
        empty
            .with(result(0, 1, 2.4, LabResult.Status.FINAL))
            .with(result(1, 2, 9.9, LabResult.Status.PRELIMINARY));

    assertThat(chart.results().get(0).result().status()).isEqualTo(LabResult.Status.FINAL);
  }

  @Test
  void theSamePersonKeepsAllIdentifiersAndTheLatestKnownDetails() {
    Chart chart =
        empty
            .with(Events.at(0, 1, person("4711", Optional.of(LocalDate.of(1950, 3, 2)), Sex.MALE)))
            .with(Events.at(1, 2, person("4712", Optional.empty(), Sex.UNKNOWN)));

    assertThat(chart.identifiers()).hasSize(2);
    assertThat(chart.sex()).isEqualTo(Sex.MALE);
    assertThat(chart.ageYears(Events.DAY_ONE))
        .hasValueSatisfying(years -> assertThat(years).isBetween(75.9, 76.1));
    assertThat(chart.toString()).doesNotContain("4711");
  }

  @Test
  void aYearOfBirthIsARangeOfAgesUntilTheDayIsTold() {
    BirthSpan year = new BirthSpan(LocalDate.of(1950, 1, 1), LocalDate.of(1950, 12, 31));
    Chart vague = empty.with(Events.at(0, 1, bornWithin(year)));
    Chart told =
        vague.with(
            Events.at(1, 2, person("4711", Optional.of(LocalDate.of(1950, 3, 2)), Sex.MALE)));
    Chart vagueAgain = told.with(Events.at(2, 3, bornWithin(year)));

    assertThat(vague.ageYears(Events.DAY_ONE)).isEmpty();
    assertThat(vague.age(Events.DAY_ONE).orElseThrow().high()).isBetween(76.1, 76.2);
    assertThat(vague.age(Events.DAY_ONE).orElseThrow().low()).isBetween(75.1, 75.2);
    assertThat(told.age(Events.DAY_ONE).orElseThrow().exact()).isTrue();
    assertThat(vagueAgain.birthDate()).contains(LocalDate.of(1950, 3, 2));
    assertThat(empty.age(Events.DAY_ONE)).isEmpty();
  }

  private static ChartEvent bornWithin(BirthSpan span) {
    return new ChartEvent.PatientIdentified(
        new Identifier("HOSP", "4711"),
        Optional.empty(),
        Sex.MALE,
        Optional.empty(),
        Optional.of(span));
  }

  @Test
  void whatTheEngineSaidAndHeardIsOnTheChart() {
    List<StoredEvent> one = new ArrayList<>();
    long seq = 0;
    for (ChartEvent event : EventJsonTest.oneOfEachKind()) {
      one.add(Events.at(0, ++seq, event));
    }

    Chart chart = empty.withAll(one);

    assertThat(chart.findVerdict("warfarin")).containsInstanceOf(DoseVerdict.Adjust.class);
    assertThat(chart.findAsked("warfarin")).contains("q2");
    assertThat(chart.episodes()).hasSize(1);
    assertThat(chart.feedback()).hasSize(1);
    assertThat(chart.unread()).hasSize(1);
    assertThat(chart.dueReached()).hasSize(1);
    assertThat(chart.genotypes()).hasSize(1);
    assertThat(chart.incomplete()).contains("dead letter");
    assertThat(chart.location()).isEqualTo("W1");
    assertThat(chart.race()).isEmpty();
    assertThat(chart.lastSeq()).isEqualTo(seq);
    assertThat(chart.lastRecordedAt()).contains(Events.DAY_ONE);
  }

  @RepeatedTest(100)
  void theFoldIsTheSameForAnyArrivalAndAnyRepetition(RepetitionInfo seed) {
    Random random = new Random(seed.getCurrentRepetition());
    List<StoredEvent> story =
        List.of(
            Events.at(0, 1, person("4711", Optional.empty(), Sex.FEMALE)),
            Events.at(1, 2, new ChartEvent.MedicationOrdered(Events.warfarin("A1", 5))),
            result(2, 3, 2.4, LabResult.Status.FINAL),
            Events.at(3, 4, new ChartEvent.OrderChanged(Events.warfarin("A1", 4))),
            result(4, 5, 2.2, LabResult.Status.CORRECTED),
            Events.at(5, 6, new ChartEvent.OrderDiscontinued("A1", "DC")),
            Events.at(6, 7, new ChartEvent.MedicationOrdered(Events.warfarin("A1", 3))),
            Events.at(7, 8, Events.given(6, 5, Administration.Outcome.GIVEN, false)),
            Events.at(8, 9, Events.given(7, 5, Administration.Outcome.GIVEN, true)),
            Events.at(9, 10, Events.given(12, 5, Administration.Outcome.GIVEN, false)),
            Events.at(10, 11, Events.given(12, 0, Administration.Outcome.WITHDRAWN, true)));
    Chart expected = empty.withAll(story);
    List<StoredEvent> shuffled = new ArrayList<>(story);
    shuffled.addAll(story.subList(random.nextInt(11), 11));
    java.util.Collections.shuffle(shuffled, random);

    Chart oneByOne = empty;
    for (StoredEvent event : shuffled) {
      oneByOne = oneByOne.with(event);
    }

    assertThat(oneByOne).isEqualTo(expected).hasSameHashCodeAs(expected);
    assertThat(oneByOne.orders()).isEqualTo(expected.orders());
    assertThat(oneByOne.results()).isEqualTo(expected.results());
    assertThat(oneByOne.administrations()).isEqualTo(expected.administrations()).hasSize(1);
  }

  @Test
  void aChartIdIsAKeyedHashAndNothingElse() {
    assertThatThrownBy(() -> new ChartId("4711"))
        .hasMessageContaining("expected 32 hexadecimal digits")
        .hasMessageNotContaining("4711");
    KeyedHash other =
        new KeyedHash(
            "another key of 32 bytes length!!".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(other.chart(new Identifier("HOSP", "4711"))).isNotEqualTo(Events.CHART);
    assertThat(new KeyedHash(new byte[32]).of("a", "b"))
        .isNotEqualTo(new KeyedHash(new byte[32]).of("ab"));
    assertThatThrownBy(() -> new KeyedHash(new byte[3])).hasMessageContaining("at least 16 bytes");
  }

  @Test
  void aRestoredChartRemembersItsLastNumberEvenWhenOldResultsWereLeftBehind() {
    Chart restored =
        Chart.restored(Events.CHART, List.of(result(0, 3, 2.4, LabResult.Status.FINAL)), 9);

    assertThat(restored.lastSeq()).isEqualTo(9);
    assertThat(restored.with(result(1, 10, 2.5, LabResult.Status.FINAL)).lastSeq()).isEqualTo(10);
  }

  @Test
  void afterAMergeTheSurvivorsLastLocationCounts() {
    ChartId dying = new KeyedHash(new byte[32]).chart(new Identifier("HOSP", "4712"));
    StoredEvent own = Events.at(1, 1, stay("W3"));
    StoredEvent later = Events.at(5, 1, stay("ED"));
    StoredEvent others =
        new StoredEvent(dying, 1, later.occurredAt(), later.recordedAt(), "m9", later.event());

    assertThat(Chart.empty(Events.CHART).withAll(List.of(own, others)).location()).isEqualTo("W3");
    assertThat(Chart.empty(Events.CHART).with(others).location()).isEqualTo("ED");
  }

  private static ChartEvent stay(String location) {
    return new ChartEvent.StayChanged(ChartEvent.StayChanged.Kind.ADMITTED, location);
  }

  private static StoredEvent result(int hours, long seq, double value, LabResult.Status status) {
    return Events.at(hours, seq, new ChartEvent.ResultReported(Events.inr("R1", value, status)));
  }

  private static ChartEvent person(String id, Optional<LocalDate> born, Sex sex) {
    return new ChartEvent.PatientIdentified(
        new Identifier("HOSP", id), born, sex, Optional.empty());
  }
}
