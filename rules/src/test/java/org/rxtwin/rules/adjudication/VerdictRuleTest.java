package org.rxtwin.rules.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.question.Story;

/** Rule 1 of the clinical ground rules: what a verdict may lower, and what it may raise. */
class VerdictRuleTest {
  private static final Set<FindingKind> MAY_BE_LOWERED =
      EnumSet.of(
          FindingKind.INTERACTION,
          FindingKind.DOSE_RANGE,
          FindingKind.RENAL_DOSE,
          FindingKind.HEPATIC_DOSE,
          FindingKind.PHARMACOGENOMIC);

  @ParameterizedTest
  @EnumSource(FindingKind.class)
  void safeLowersByOneTierAtMostAndOnlyFindingsWhoseHarmIsTheExposure(FindingKind kind) {
    for (Tier tier : Tier.values()) {
      for (boolean exposure : new boolean[] {true, false}) {
        boolean lowers = exposure && MAY_BE_LOWERED.contains(kind) && tier == Tier.INTERRUPT;
        Finding finding = Cases.finding(kind, tier, exposure, "warfarin-effect", "fluconazole");

        assertThat(judge(finding, Cases.safe(true)).tier())
            .as("%s %s exposure=%s", kind, tier, exposure)
            .isEqualTo(lowers ? Tier.QUEUE : tier);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FindingKind.class)
  void noOtherVerdictLowersAnything(FindingKind kind) {
    for (Tier tier : Tier.values()) {
      Finding finding = Cases.finding(kind, tier, true, "warfarin-effect", "fluconazole");
      for (DoseVerdict verdict :
          List.of(
              Cases.safe(false),
              Cases.adjust(3, 4.1),
              Cases.adjust(7, 1.4),
              Cases.unsafe(),
              Cases.cannotTell())) {
        assertThat(judge(finding, verdict).tier())
            .as("%s %s %s", kind, tier, verdict.getClass().getSimpleName())
            .isLessThanOrEqualTo(tier);
      }
    }
  }

  @Test
  void aLoweredFindingSaysSo() {
    assertThat(judge(Cases.interaction(Tier.INTERRUPT), Cases.safe(true)).note())
        .hasValueSatisfying(note -> assertThat(note).startsWith("Lowered from INTERRUPT to QUEUE"));
  }

  @Test
  void anUnconfirmedModelLowersNothingAndSaysWhy() {
    assertThat(judge(Cases.interaction(Tier.INTERRUPT), Cases.safe(false)).note())
        .hasValueSatisfying(note -> assertThat(note).contains("lowers nothing", "unconfirmed"));
  }

  @Test
  void whatIsContraindicatedIsNotLoweredEvenAsInterrupt() {
    Finding of = Cases.interaction(Tier.INTERRUPT);
    Finding contraindicated = Cases.with(of, Severity.CONTRAINDICATED, of.reasons(), of.advice());

    assertThat(judge(contraindicated, Cases.safe(true)).tier()).isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void anHlaFindingIsNotLoweredEvenIfARuleCallsItExposure() {
    Finding of = Cases.finding(FindingKind.PHARMACOGENOMIC, Tier.INTERRUPT, true, "scar");
    Finding hla =
        Cases.with(
            of,
            Severity.MAJOR,
            List.of(Reason.of("genotype", "HLA-B *15:02 positive")),
            of.advice());

    assertThat(judge(hla, Cases.safe(true)).tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(judge(of, Cases.safe(true)).tier()).isEqualTo(Tier.QUEUE);
  }

  @Test
  void aCauseTheTwinDidNotComputeWithIsNotLowered() {
    Finding aspirin =
        Cases.finding(FindingKind.INTERACTION, Tier.INTERRUPT, true, "warfarin-effect", "aspirin");

    assertThat(judge(aspirin, Cases.safe(true)).tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(judge(aspirin, Cases.safe(true)).note())
        .hasValueSatisfying(note -> assertThat(note).contains("aspirin is not in the model"));
  }

  @Test
  void anUnconfirmedEffectLowersNothing() {
    Story low =
        Story.ofPatient().order(0, Story.warfarin("A1", 5)).order(21, Story.fluconazole("F1", 50));

    assertThat(judge(low, Cases.interaction(Tier.INTERRUPT), Cases.safe(true)).tier())
        .isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void unreadDosesAndALostMessageLowerNothing() {
    Story unread =
        Story.ofPatient()
            .order(0, Story.withoutDose(Story.warfarin("A1", 5)))
            .order(21, Story.fluconazole("F1", 400));
    Story lost = Cases.stableThenFluconazole().on(21, new ChartEvent.MarkedIncomplete("dead"));
    Finding finding = Cases.interaction(Tier.INTERRUPT);

    assertThat(judge(unread, finding, Cases.safe(true)).tier()).isEqualTo(Tier.INTERRUPT);
    assertThat(judge(lost, finding, Cases.safe(true)).tier()).isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void aVerdictOnAnotherQuestionChangesNothing() {
    DoseVerdict other = new DoseVerdict.Safe("digoxin", "", Cases.run(true, 1, 0, 0));

    assertThat(judge(Cases.interaction(Tier.INTERRUPT), other).tier()).isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void tooMuchBeforeTheNextDoseIsRaisedFromQueueToInterrupt() {
    assertThat(judge(Cases.interaction(Tier.QUEUE), Cases.adjust(3, 4.1)).tier())
        .isEqualTo(Tier.INTERRUPT);
    assertThat(judge(Cases.interaction(Tier.QUEUE), Cases.unsafe()).tier())
        .isEqualTo(Tier.INTERRUPT);
  }

  @Test
  void tooLittleStaysInTheQueue() {
    assertThat(judge(Cases.interaction(Tier.QUEUE), Cases.adjust(7, 1.4)).tier())
        .isEqualTo(Tier.QUEUE);
  }

  @Test
  void aDoseThatIsDueInDaysStaysInTheQueueAndAnUnknownTimeDoesNot() {
    Evaluation evaluation =
        Cases.evaluation(
            Cases.stableThenFluconazole().chart(),
            21,
            List.of(Cases.interaction(Tier.QUEUE)),
            Cases.adjust(3, 4.1));
    DoseQuestion daily = evaluation.questions().get(0);
    DoseQuestion weekly = Doses.every(168, daily);
    DoseQuestion unknown = Doses.none(daily);

    assertThat(VerdictRule.urgent(Cases.adjust(3, 4.1), daily)).isTrue();
    assertThat(VerdictRule.urgent(Cases.adjust(3, 4.1), weekly)).isFalse();
    assertThat(VerdictRule.urgent(Cases.adjust(3, 4.1), unknown)).isTrue();
  }

  @Test
  void aGeneFindingInAStablePatientStaysLogWhateverTheVerdict() {
    Finding gene = Cases.finding(FindingKind.PHARMACOGENOMIC, Tier.LOG, true, "warfarin-gene");

    for (DoseVerdict verdict :
        List.of(Cases.safe(true), Cases.adjust(3, 4.1), Cases.unsafe(), Cases.cannotTell())) {
      assertThat(judge(gene, verdict).tier()).isEqualTo(Tier.LOG);
    }
  }

  private static Judged judge(Finding finding, DoseVerdict verdict) {
    return judge(Cases.stableThenFluconazole(), finding, verdict);
  }

  private static Judged judge(Story story, Finding finding, DoseVerdict verdict) {
    return VerdictRule.judge(
        finding, Cases.evaluation(story.chart(), 21, List.of(finding), verdict));
  }

  /** The same question with other doses. */
  private static final class Doses {
    static DoseQuestion every(double hours, DoseQuestion of) {
      return copy(
          of,
          of.current()
              .map(
                  now -> new org.rxtwin.chart.Regimen(now.drug(), now.dose(), hours, now.route())));
    }

    static DoseQuestion none(DoseQuestion of) {
      return copy(of, Optional.empty());
    }

    private static DoseQuestion copy(DoseQuestion of, Optional<org.rxtwin.chart.Regimen> current) {
      return new DoseQuestion(
          of.key(),
          of.chart(),
          of.seed(),
          of.drug(),
          of.at(),
          current,
          of.doses(),
          of.dosesAssumed(),
          of.ageYears(),
          of.weightKg(),
          of.heightCm(),
          of.sex(),
          of.genotypes(),
          of.levels(),
          of.perpetrators(),
          of.incomplete());
    }
  }
}
