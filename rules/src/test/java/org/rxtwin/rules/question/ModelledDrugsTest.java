package org.rxtwin.rules.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rxtwin.rules.question.Story.day;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.Condition;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.LabResult.Status;
import org.rxtwin.chart.MedicationOrder;
import org.rxtwin.chart.ResultValue.Comparator;
import org.rxtwin.chart.Timing;
import org.rxtwin.knowledge.Knowledge;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.RatioRange;
import org.rxtwin.knowledge.search.DrugResolver;

/** What the twin is told of drugs that go by kidney, albumin or the cells of the blood. */
class ModelledDrugsTest {
  private static final DoseQuestions QUESTIONS =
      new DoseQuestions(KnowledgeLoader.shipped().getKnowledge());

  @Test
  void onlyVancomycinByVeinReachesTheTwin() {
    assertThat(ask(Story.ofPatient().order(0, drug("vancomycin", 125, "PO")), 1)).isEmpty();
    assertThat(ask(Story.ofPatient().order(0, drug("vancomycin", 1000, "IV")), 1)).hasSize(1);
    assertThat(only(Story.ofPatient().order(0, drug("vancomycin", 1000, "")), 1).current())
        .as("by a route that is not told")
        .isEmpty();
  }

  @Test
  void digoxinByVeinIsNotWhatTheModelSpeaksOf() {
    assertThat(only(Story.ofPatient().order(0, drug("digoxin", 0.25, "IV")), 1).current())
        .isEmpty();
    assertThat(only(Story.ofPatient().order(0, drug("digoxin", 0.25, "PO")), 1).current())
        .isPresent();
  }

  @Test
  void creatinineIsToldInEitherUnitOldestFirst() {
    Story story =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(1, result("14682-9", 99, "umol/L"))
            .on(0.5, result("2160-0", 1.1, "mg/dL"));

    assertThat(only(story, 2).covariates())
        .extracting(DoseQuestion.Level::analyte)
        .containsExactly("creatinine-mass", "creatinine");
    assertThat(only(story, 2).kidneyUnsteady()).isEmpty();
    assertThat(only(story, 300).covariates()).as("older than half a year").isEmpty();
  }

  @Test
  void albuminAndHaematocritComeInTheUnitOfTheModel() {
    Story story =
        Story.ofPatient()
            .order(0, drug("tacrolimus", 3, "PO"))
            .on(1, result("1751-7", 2.1, "g/dL"))
            .on(1.1, result("4544-3", 0.31, "L/L"));

    assertThat(only(story, 2).covariates())
        .satisfiesExactly(
            albumin -> {
              assertThat(albumin.analyte()).isEqualTo("albumin");
              assertThat(albumin.value()).isCloseTo(21, within(1e-9));
              assertThat(albumin.unit()).isEqualTo("g/L");
            },
            cells -> {
              assertThat(cells.analyte()).isEqualTo("haematocrit");
              assertThat(cells.value()).isCloseTo(31, within(1e-9));
            });
  }

  @Test
  void aCreatinineThatRisesLeavesNoFormulaForASteadyState() {
    Story story =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(0, result("2160-0", 1.0, "mg/dL"))
            .on(1, result("2160-0", 1.1, "mg/dL"));

    assertThat(only(story, 2).kidneyUnsteady()).isEmpty();
    assertThat(only(story.on(3, result("2160-0", 1.6, "mg/dL")), 3.1).kidneyUnsteady())
        .contains("creatinine is rising: from 1 to 1.6 mg/dL in 3 days");
    assertThat(only(Story.ofPatient().order(0, drug("phenytoin", 300, "PO")), 1).kidneyUnsteady())
        .as("a drug that does not go by the kidney")
        .isEmpty();
  }

  @Test
  void dialysisLeavesNoneEither() {
    Story dialysed =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(0, condition("Z99.2", "Dependence on renal dialysis", Optional.empty()));
    Story waiting =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(0, condition("N18.5", "CKD stage 5, not on dialysis", Optional.empty()));
    Story over =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(0, condition("Z49.3", "Care involving dialysis", Optional.of(1.0)));

    assertThat(only(dialysed, 2).kidneyUnsteady()).contains("the patient is on dialysis");
    assertThat(only(waiting, 2).kidneyUnsteady()).isEmpty();
    assertThat(only(over, 2).kidneyUnsteady()).isEmpty();
  }

  @Test
  void aDialysisDoneLatelyLeavesNoneAndOneOfLongAgoDoes() {
    Story lately =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(0, procedure("90935", "Hemodialysis", 0));
    Story longAgo =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(0, procedure("90935", "Hemodialysis", -120));

    assertThat(only(lately, 2).kidneyUnsteady()).contains("the patient is on dialysis");
    assertThat(only(longAgo, 2).kidneyUnsteady()).isEmpty();
  }

  @Test
  void phenytoinIsToldTheKidneyBecauseItsBindingHangsOnIt() {
    Story story =
        Story.ofPatient()
            .order(0, drug("phenytoin", 250, "PO"))
            .on(0.5, result("2160-0", 4.1, "mg/dL"))
            .on(1, result("1751-7", 2.1, "g/dL"));

    assertThat(only(story, 2).covariates())
        .extracting(DoseQuestion.Level::analyte)
        .containsExactly("creatinine-mass", "albumin");
    assertThat(
            only(
                    story.on(
                        1, condition("Z99.2", "Dependence on renal dialysis", Optional.empty())),
                    2)
                .kidneyUnsteady())
        .contains("the patient is on dialysis");
    assertThat(ModelledDrug.isByKidney("phenytoin"))
        .as("its clearance does not go by the kidney: no renal finding is the twin's to lower")
        .isFalse();
  }

  @Test
  void theOtherDrugsThatRunAreNamed() {
    Story story =
        Story.ofPatient()
            .order(0, drug("digoxin", 0.25, "PO"))
            .order(0, drug("amiodarone", 200, "PO"))
            .order(0, drug("clarithromycin", 500, "PO"))
            .order(0, drug("paracetamol", 1000, "PO"))
            .stop(1, "paracetamol");

    assertThat(only(story, 2).running()).containsExactly("amiodarone", "clarithromycin");
    assertThat(only(story, 2).perpetrators())
        .extracting(DoseQuestion.ClearanceChange::ingredient)
        .containsExactly("amiodarone", "clarithromycin");
  }

  @Test
  void whereNoEffectOnTheClearanceWasMeasuredTheChangeOfExposureTellsIt() {
    Knowledge knowledge = KnowledgeLoader.shipped().getKnowledge();
    ModelledDrug simvastatin =
        new ModelledDrug("simvastatin", "simvastatin", List.of(), "simvastatin level");
    RatioRange exposure =
        knowledge
            .interactions()
            .between("simvastatin", "clarithromycin")
            .get(0)
            .interaction()
            .aucRatio()
            .orElseThrow();

    DoseQuestion asked =
        new DoseQuestions(
                knowledge, List.of(simvastatin), new NamedDrugs(DrugResolver.over(knowledge)))
            .of(
                Story.ofPatient()
                    .order(0, drug("simvastatin", 20, "PO"))
                    .order(0, drug("clarithromycin", 500, "PO"))
                    .chart(),
                day(1),
                "seed")
            .get(0);

    assertThat(asked.perpetrators())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.remaining()).isEqualTo(1 / exposure.value());
              assertThat(each.low()).isEqualTo(1 / exposure.high());
              assertThat(each.high()).isEqualTo(1 / exposure.low());
              assertThat(each.washoutDays()).as("what clarithromycin does to CYP3A4").isEqualTo(3);
            });
  }

  @Test
  void levelsOfSeveralNamesStandInTheOrderOfTheirTimes() {
    Story story =
        Story.ofPatient()
            .order(0, drug("vancomycin", 1000, "IV"))
            .on(1, result("4092-3", 14, "mg/L"))
            .on(0.5, result("4090-7", 33, "mg/L"))
            .on(2, result("20578-1", 21, "mg/L"));

    assertThat(only(story, 3).levels())
        .extracting(DoseQuestion.Level::value)
        .containsExactly(33.0, 14.0, 21.0);
  }

  private static ChartEvent result(String loinc, double value, String unit) {
    return new ChartEvent.ResultReported(
        Story.result(loinc + value, loinc, Comparator.EQUAL, value, unit, Status.FINAL, List.of()));
  }

  private static ChartEvent condition(String code, String words, Optional<Double> until) {
    return new ChartEvent.ConditionRecorded(
        new Condition(
            code,
            List.of(new Coding(code, "ICD10", words)),
            true,
            Optional.empty(),
            until.map(day -> ClinicalTime.exact(day(day)))));
  }

  private static ChartEvent procedure(String code, String words, double done) {
    return new ChartEvent.ConditionRecorded(
        new Condition(
            "procedure:" + code,
            List.of(new Coding(code, "C4", words)),
            true,
            Optional.of(ClinicalTime.exact(day(done))),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Condition.Kind.PROCEDURE)));
  }

  private static MedicationOrder drug(String name, double milligrams, String route) {
    return Story.with(
        Story.order(name, Coding.ofText(name), milligrams, route, ""),
        Timing.everyHours(12, "Q12H"),
        Optional.empty(),
        Optional.empty());
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
