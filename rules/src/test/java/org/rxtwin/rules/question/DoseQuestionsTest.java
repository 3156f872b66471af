package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rxtwin.rules.question.Story.day;
import static org.rxtwin.rules.question.Story.fluconazole;
import static org.rxtwin.rules.question.Story.warfarin;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;
import org.rxtwin.chart.DoseQuestion.DoseTaken;
import org.rxtwin.chart.DoseQuestion.Reliability;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.MedicationOrder.ListKind;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.Sex;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;

class DoseQuestionsTest {
  private static final Knowledge KNOWLEDGE = KnowledgeLoader.shipped().getKnowledge();
  private static final DoseQuestions QUESTIONS = new DoseQuestions(KNOWLEDGE);

  @Test
  void aRunningWarfarinOrderRaisesOneQuestionWithAllThatIsKnown() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .inr(2, 2.4)
            .gene(2.5, "CYP2C9", "*1/*3")
            .on(2, weight("29463-7", 70, "kg"))
            .on(2, weight("8302-2", 1.75, "m"));

    DoseQuestion asked = only(story, 3);

    assertThat(asked.key()).isEqualTo("warfarin");
    assertThat(asked.seed()).isEqualTo("seed");
    assertThat(asked.dosesAssumed()).isTrue();
    assertThat(asked.current()).hasValueSatisfying(r -> assertThat(r.dose().amount()).isEqualTo(5));
    assertThat(asked.ageYears().orElseThrow()).isCloseTo(70, within(0.02));
    assertThat(asked.sex()).isEqualTo(Sex.FEMALE);
    assertThat(asked.weightKg()).contains(70.0);
    assertThat(asked.heightCm()).contains(175.0);
    assertThat(asked.genotypes()).containsEntry("CYP2C9", "*1/*3");
    assertThat(asked.levels()).singleElement().satisfies(l -> assertThat(l.value()).isEqualTo(2.4));
    assertThat(asked.incomplete()).isEmpty();
  }

  @Test
  void aDrugThatLeavesTheClearanceAloneIsNoReasonToAskTheTwinOfWarfarinAgain() {
    Story alone = Story.ofPatient().order(0, warfarin("A1", 5)).inr(2, 2.4);
    Story beside =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .inr(2, 2.4)
            .order(2.5, Story.order("P1", Coding.ofText("pantoprazole"), 40, "PO", "TAB"));

    assertThat(only(beside, 3)).isEqualTo(only(alone, 3));
  }

  @Test
  void noQuestionIsRaisedWithoutARunningOrder() {
    assertThat(ask(Story.ofPatient(), 1)).isEmpty();
    assertThat(ask(Story.ofPatient().order(0, fluconazole("F1", 200)), 1)).isEmpty();
    assertThat(ask(Story.ofPatient().order(0, warfarin("A1", 5)).stop(1, "A1"), 2)).isEmpty();
    assertThat(ask(Story.ofPatient().order(0, warfarin("A1", 5)).hold(1, "A1", true), 2)).isEmpty();
  }

  @Test
  void dosesAreThoseOfTheScheduleBeforeTheEvaluation() {
    assertThat(only(Story.ofPatient().order(0, warfarin("A1", 5)), 2.5).doses())
        .containsExactly(taken(0, 5), taken(1, 5), taken(2, 5));
    assertThat(only(Story.ofPatient().order(0, warfarin("A1", 5)), 0).doses()).isEmpty();
  }

  @Test
  void aChangedDoseHoldsFromTheNextDoseOnAndKeepsItsHour() {
    Story story = Story.ofPatient().order(0, warfarin("A1", 5)).change(1.5, warfarin("A1", 3));

    assertThat(only(story, 3.5).doses())
        .containsExactly(taken(0, 5), taken(1, 5), taken(2, 3), taken(3, 3));
  }

  @Test
  void holdsAndStopsAreHonoured() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .hold(0.5, "A1", true)
            .hold(2.5, "A1", false)
            .stop(4.5, "A1")
            .order(6, warfarin("A2", 2));

    assertThat(only(story, 6.5).doses())
        .containsExactly(taken(0, 5), taken(3, 5), taken(4, 5), taken(6, 2));
  }

  @Test
  void aHoldAfterTheEndReleasesNothing() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .stop(1, "A1")
            .hold(2, "A1", true)
            .hold(3, "A1", false)
            .order(4, warfarin("A2", 2));

    assertThat(only(story, 4.5).doses()).containsExactly(taken(0, 5), taken(4, 2));
  }

  @Test
  void startAndStopOfTheOrderItselfCount() {
    MedicationOrder planned =
        Story.with(
            warfarin("A1", 5),
            Timing.everyHours(24, "QD"),
            Optional.of(day(1)),
            Optional.of(day(3)));

    assertThat(only(Story.ofPatient().order(0, planned), 2.5).doses())
        .containsExactly(taken(1, 5), taken(2, 5));
    assertThat(ask(Story.ofPatient().order(0, planned), 3.5)).isEmpty();
  }

  @Test
  void oneDoseIsOneDose() {
    MedicationOrder once =
        Story.with(
            warfarin("A0", 10),
            Timing.of(Timing.Kind.ONCE, "ONCE"),
            Optional.empty(),
            Optional.of(day(0.5)));
    Story story = Story.ofPatient().order(0, once).order(1, warfarin("A1", 5));

    assertThat(only(story, 2.5).doses()).containsExactly(taken(0, 10), taken(1, 5), taken(2, 5));
  }

  @Test
  void onlyTheLastSixtyDaysAreTold() {
    DoseQuestion asked = only(Story.ofPatient().order(0, warfarin("A1", 5)).inr(10, 2), 100);

    assertThat(asked.doses()).hasSize(60);
    assertThat(asked.doses().get(0)).isEqualTo(taken(40, 5));
    assertThat(asked.levels()).isEmpty();
  }

  @Test
  void aDoseThatCouldNotBeReadLeavesTheRegimenEmpty() {
    DoseQuestion asked = only(Story.ofPatient().order(0, Story.withoutDose(warfarin("A1", 5))), 1);

    assertThat(asked.current()).isEmpty();
    assertThat(asked.doses()).isEmpty();
  }

  @Test
  void anEarlierOrderThatCouldNotBeReadMakesTheHistoryIncomplete() {
    Story story =
        Story.ofPatient()
            .order(0, Story.withoutDose(warfarin("A1", 5)))
            .change(2, warfarin("A1", 5));

    assertThat(only(story, 3).current()).isPresent();
    assertThat(only(story, 3).incomplete()).hasValueSatisfying(w -> assertThat(w).contains("dose"));
    assertThat(only(story, 63).incomplete()).isEmpty();
  }

  @Test
  void twoRunningOrdersAreNoOneRegimen() {
    Story story = Story.ofPatient().order(0, warfarin("A1", 5)).order(0.5, warfarin("A2", 2));

    assertThat(only(story, 1).current()).isEmpty();
  }

  @Test
  void theHomeListIsNotTakenBesideAnInpatientOrder() {
    Story story =
        Story.ofPatient()
            .order(0, Story.onList(warfarin("H1", 4), ListKind.HOME))
            .order(2, warfarin("A1", 5));

    assertThat(only(story, 3.5).doses())
        .containsExactly(taken(0, 4), taken(1, 4), taken(2, 5), taken(3, 5));
    assertThat(only(story, 3.5).current().orElseThrow().dose().amount()).isEqualTo(5);
  }

  @Test
  void aLostMessageIsToldToTheTwin() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .on(1, new ChartEvent.MarkedIncomplete("dead"));

    assertThat(only(story, 2).incomplete()).contains("dead");
  }

  @Test
  void whatSpeaksAgainstALevelIsTold() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .inr(1, 2.1)
            .on(2, reported("P", "6301-6", Comparator.EQUAL, Status.PRELIMINARY, List.of()))
            .on(2, reported("L", "6301-6", Comparator.GREATER, Status.FINAL, List.of()))
            .on(2, reported("H", "6301-6", Comparator.EQUAL, Status.FINAL, List.of("HAEMOLYSED")))
            .on(2, reported("K", "2823-3", Comparator.EQUAL, Status.FINAL, List.of()))
            .on(2, reported("W", "6301-6", Comparator.EQUAL, Status.WITHDRAWN, List.of()))
            .on(2, reported("C", "6301-6", Comparator.EQUAL, Status.CORRECTED, List.of()));

    assertThat(only(story, 3).levels())
        .extracting(DoseQuestion.Level::reliability)
        .containsExactly(
            Reliability.TIME_OF_REPORT,
            Reliability.PRELIMINARY,
            Reliability.BOUND,
            Reliability.DOUBTFUL_SPECIMEN,
            Reliability.TIME_OF_REPORT);
  }

  @Test
  void genotypesThatDisagreeAreBothLeftOut() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .gene(0, "CYP2C9", "*1/*3")
            .gene(1, "CYP2C9", "*3/*1")
            .gene(1, "VKORC1", "A/G")
            .gene(2, "VKORC1", "G/G");

    assertThat(only(story, 3).genotypes()).containsExactly(java.util.Map.entry("CYP2C9", "*3/*1"));
    assertThat(Diplotypes.of(story.chart()).disputed()).containsExactly("VKORC1");
  }

  @Test
  void aSingleDoseInhibitsForADayAndItsWashOut() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .order(
                3,
                Story.with(
                    fluconazole("F1", 150),
                    org.rxtwin.chart.Timing.of(org.rxtwin.chart.Timing.Kind.ONCE, "ONCE"),
                    java.util.Optional.empty(),
                    java.util.Optional.empty()));

    assertThat(only(story, 4).perpetrators())
        .singleElement()
        .satisfies(each -> assertThat(each.stop()).contains(day(4)));
    assertThat(only(story, 60).perpetrators()).isEmpty();
  }

  @Test
  void aMeasuredEffectOfARunningDrugIsTold() {
    Story story = Story.ofPatient().order(0, warfarin("A1", 5)).order(3, fluconazole("F1", 400));

    ClearanceChange change = only(story, 4).perpetrators().get(0);

    assertThat(only(story, 4).perpetrators()).hasSize(1);
    assertThat(change.ingredient()).isEqualTo("fluconazole");
    assertThat(change.remaining())
        .isEqualTo(
            KNOWLEDGE
                .interactions()
                .findEffect(
                    "warfarin", "S-warfarin", "fluconazole", java.util.OptionalDouble.of(400))
                .orElseThrow()
                .clearanceRatio()
                .value());
    assertThat(change.enzyme()).isEqualTo("CYP2C9");
    assertThat(change.start()).isEqualTo(day(3));
    assertThat(change.stop()).isEmpty();
  }

  @Test
  void aSmallerDoseOfThePerpetratorIsAnotherRow() {
    Story less = Story.ofPatient().order(0, warfarin("A1", 5)).order(3, fluconazole("F1", 100));
    Story more = Story.ofPatient().order(0, warfarin("A1", 5)).order(3, fluconazole("F1", 400));

    assertThat(only(less, 4).perpetrators().get(0).remaining())
        .isGreaterThan(only(more, 4).perpetrators().get(0).remaining());
  }

  @Test
  void aStoppedPerpetratorStaysUntilItHasWashedOut() {
    Story story =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .order(3, fluconazole("F1", 400))
            .stop(6, "F1");
    double washout = only(story, 7).perpetrators().get(0).washoutDays();

    assertThat(only(story, 7).perpetrators().get(0).stop()).contains(day(6));
    assertThat(only(story, 6 + washout).perpetrators()).hasSize(1);
    assertThat(only(story, 6 + washout + 0.01).perpetrators()).isEmpty();
  }

  @Test
  void aChangedPerpetratorKeepsItsStartAndARepeatedOneTakesItsLast() {
    Story changed =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .order(3, fluconazole("F1", 200))
            .change(5, fluconazole("F1", 400));
    Story repeated =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .order(1, fluconazole("F1", 400))
            .stop(2, "F1")
            .order(30, fluconazole("F2", 400));

    assertThat(only(changed, 6).perpetrators().get(0).start()).isEqualTo(day(3));
    assertThat(only(repeated, 31).perpetrators())
        .singleElement()
        .satisfies(each -> assertThat(each.start()).isEqualTo(day(30)));
  }

  @Test
  void onlyWhatReachesTheCirculationCounts() {
    Coding clotrimazole = new Coding("2623", "RXNORM", "clotrimazole");
    Coding miconazole = new Coding("6932", "RXNORM", "miconazole");
    Story cream =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .order(1, Story.order("M1", miconazole, 20, "TOP", "CREAM"))
            .order(1, Story.order("C1", clotrimazole, 10, "TOP", "CREAM"));
    Story gel =
        Story.ofPatient()
            .order(0, warfarin("A1", 5))
            .order(1, Story.order("M1", miconazole, 125, "PO", "oral gel"));

    assertThat(only(cream, 2).perpetrators()).isEmpty();
    assertThat(only(gel, 2).perpetrators())
        .extracting(ClearanceChange::ingredient)
        .containsExactly("miconazole");
  }

  @Test
  void withoutAMeasuredEffectTheEnzymesAnswer() {
    ModelledDrug otherMoiety = new ModelledDrug("warfarin", "unmeasured", List.of("inr"), "INR");
    DoseQuestions byEnzyme =
        new DoseQuestions(
            KNOWLEDGE,
            List.of(otherMoiety),
            new NamedDrugs(org.rxtwin.knowledge.search.DrugResolver.over(KNOWLEDGE)));
    Story story = Story.ofPatient().order(0, warfarin("A1", 5)).order(3, fluconazole("F1", 400));

    ClearanceChange change =
        byEnzyme.of(story.chart(), day(4), "seed").get(0).perpetrators().stream()
            .filter(each -> each.enzyme().equals("CYP2C9"))
            .findFirst()
            .orElseThrow();

    double fm = 0.85;
    double left = 0.27;
    assertThat(change.remaining()).isCloseTo(1 - fm + fm * left, within(1e-12));
    assertThat(change.low()).isLessThan(change.remaining());
    assertThat(change.high()).isGreaterThan(change.remaining());
  }

  @Test
  void aNameThatOnlyResemblesADrugNeverFeedsTheTwin() {
    Story misspelt =
        Story.ofPatient().order(0, Story.order("A1", Coding.ofText("wafarn"), 5, "PO", "TAB"));
    Story contradicting =
        Story.ofPatient()
            .order(0, Story.order("A1", new Coding("11289", "RXNORM", "fluconazole"), 5, "PO", ""));
    Story local =
        Story.ofPatient()
            .order(0, Story.order("A1", new Coding("W5", "HIS", "Warfarin"), 5, "PO", "TAB"));

    assertThat(ask(contradicting, 1)).isEmpty();
    assertThat(ask(local, 1)).hasSize(1);
    assertThat(ask(misspelt, 1)).isEmpty();
  }

  private static ChartEvent weight(String loinc, double value, String unit) {
    return new ChartEvent.ResultReported(
        Story.result("W" + loinc, loinc, Comparator.EQUAL, value, unit, Status.FINAL, List.of()));
  }

  private static ChartEvent reported(
      String id, String loinc, Comparator comparator, Status status, List<String> comments) {
    return new ChartEvent.ResultReported(
        Story.result(id, loinc, comparator, 9, "1", status, comments));
  }

  private static DoseTaken taken(double day, double milligrams) {
    return new DoseTaken(day(day), milligrams);
  }

  private static DoseQuestion only(Story story, double day) {
    List<DoseQuestion> asked = ask(story, day);
    assertThat(asked).hasSize(1);
    return asked.get(0);
  }

  private static List<DoseQuestion> ask(Story story, double day) {
    return QUESTIONS.of(story.chart(), day(day), "seed");
  }
}
