package org.rxtwin.rules.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Advice;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.DoseVerdict;
import org.rxtwin.chart.Finding;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Regimen;
import org.rxtwin.chart.Severity;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.question.Story;

/** Rules 3, 4 and 5: what is proposed was screened, and is said with verb, dose, test and time. */
class AdviceTest {
  private final Chart chart = Cases.stableThenFluconazole().chart();
  private final Finding interaction = Cases.interaction(Tier.INTERRUPT);

  @Test
  void anAdjustedDoseIsOneSentenceWithVerbDrugDoseTestAndTime() {
    assertThat(advice(Cases.adjust(3, 4.1)))
        .isEqualTo(
            "Reduce warfarin from 5 mg daily to 3 mg daily while fluconazole runs; measure INR by"
                + " 2026-03-26 08:00; twin expects INR 4.1 (3.1-5.1) on day 7 at 5 mg,"
                + " 2.5 (1.5-3.5) at 3 mg");
  }

  @Test
  void safeContinuesTheDoseOnlyWhereItLoweredTheFinding() {
    assertThat(advice(Cases.safe(true)))
        .startsWith("Continue warfarin 5 mg daily while fluconazole runs; measure INR by");
    assertThat(advice(Cases.safe(false)))
        .startsWith("Measure the INR and call the prescriber")
        .contains("twin (unconfirmed) expects INR 2.6");
  }

  @Test
  void unsafeWithholdsAndCannotTellFallsBackToTheRule() {
    assertThat(advice(Cases.unsafe()))
        .startsWith("Hold warfarin")
        .contains("before a dose is given");
    assertThat(advice(Cases.cannotTell()))
        .startsWith("Measure the INR and call the prescriber before the next dose of warfarin;")
        .contains("measure INR by 2026-03-26 08:01");
  }

  @Test
  void aMeasuredValueThatLeadsAlsoSaysThatNoDoseIsSafe() {
    Finding potassium =
        Cases.finding(FindingKind.DRUG_LAB, Tier.INTERRUPT, false, "warfarin-effect");

    assertThat(Cases.only(Cases.adjudicate(chart, 21, List.of(potassium), Cases.unsafe())).advice())
        .startsWith("Measure the INR and call the prescriber")
        .contains("; hold warfarin")
        .contains("no dose of it keeps INR safe");
  }

  @Test
  void aFindingThatIsNotExposureKeepsItsOwnAdvice() {
    Finding bleeding =
        Cases.finding(FindingKind.INTERACTION, Tier.INTERRUPT, false, "bleeding", "aspirin");

    assertThat(Cases.only(Cases.adjudicate(chart, 21, List.of(bleeding), Cases.safe(true))))
        .satisfies(alert -> assertThat(alert.tier()).isEqualTo(Tier.INTERRUPT))
        .satisfies(alert -> assertThat(alert.advice()).startsWith("Measure the INR and call"));
  }

  @Test
  void aProposalThatBringsANewFindingIsDroppedAndSaid() {
    Finding tooMuch = Cases.finding(FindingKind.DOSE_RANGE, Tier.QUEUE, true, "above-maximum");

    Alert alert = proposing(proposed -> List.of(interaction, tooMuch));

    assertThat(alert.twin().orElseThrow().recommended()).isEmpty();
    assertThat(alert.twin().orElseThrow().recommendedScreened()).isFalse();
    assertThat(alert.actions()).noneMatch(each -> each.startsWith("change-dose"));
    assertThat(alert.advice()).doesNotContain("3 mg");
    assertThat(alert.notes())
        .anyMatch(
            note -> note.startsWith("The twin's proposal (3 mg daily) is not made: it brings"));
  }

  @Test
  void aKnownFindingOrALogOneDoesNotDropAProposalButAWorseOneDoes() {
    Finding log = Cases.finding(FindingKind.DOSE_RANGE, Tier.LOG, true, "above-maximum");
    Finding worse = Cases.interaction(Tier.HARD_STOP);

    assertThat(proposing(proposed -> List.of(interaction, log)).actions())
        .contains("change-dose: warfarin 3 mg PO every 24 h");
    assertThat(proposing(proposed -> List.of(worse)).twin().orElseThrow().recommended()).isEmpty();
  }

  @Test
  void aProposalThatCouldNotBeScreenedIsDroppedEvenWhereThePresentCouldNotEither() {
    Finding blind = Cases.notScreened("A1");
    Evaluation evaluation =
        Cases.evaluation(
            chart,
            21,
            List.of(interaction, blind),
            proposed -> List.of(interaction, blind),
            Cases.adjust(3, 4.1));

    assertThat(Cases.ADJUDICATION.of(evaluation).alerts())
        .allMatch(alert -> alert.twin().map(twin -> twin.recommended().isEmpty()).orElse(true));
  }

  @Test
  void theProposedRegimenIsTheOneThatIsScreened() {
    List<Regimen> screened = new ArrayList<>();

    proposing(
        proposed -> {
          screened.add(proposed);
          return List.of();
        });

    assertThat(screened).isNotEmpty().allMatch(each -> each.dose().amount() == 3);
  }

  @Test
  void noDoseGoesUpForAnInducerWithoutALevel() {
    Story rifampicin =
        Story.ofPatient()
            .order(0, Story.warfarin("A1", 5))
            .order(
                10,
                Story.order("R1", new Coding("9384", "RXNORM", "rifampicin"), 600, "PO", "CAP"));
    Finding finding =
        Cases.finding(FindingKind.INTERACTION, Tier.QUEUE, true, "warfarin-effect", "rifampicin");

    Alert without =
        Cases.only(
            Cases.adjudicate(rifampicin.chart(), 21, List.of(finding), Cases.adjust(9, 1.4)));
    Alert with =
        Cases.only(
            Cases.adjudicate(
                rifampicin.inr(20, 1.4).chart(), 21, List.of(finding), Cases.adjust(9, 1.4)));

    assertThat(without.twin().orElseThrow().recommended()).isEmpty();
    assertThat(without.notes()).anyMatch(note -> note.contains("inducer without a measured level"));
    assertThat(with.advice()).startsWith("Raise warfarin from 5 mg daily to 9 mg daily");
  }

  @Test
  void anAlternativeIsOfferedOnlyAfterItPassedTheScreening() {
    Finding of = Cases.finding(FindingKind.ALLERGY, Tier.INTERRUPT, false, "allergy");
    Advice advice =
        new Advice(
            "Give apixaban instead of warfarin from the next dose on",
            Optional.empty(),
            Optional.empty(),
            Optional.of("apixaban"));
    Finding finding = Cases.with(of, Severity.MAJOR, of.reasons(), advice);

    Alert unscreened = Cases.only(Cases.adjudicate(chart, 21, List.of(finding)));
    Alert passed = Cases.only(Cases.ADJUDICATION.of(alternatives(finding, List.of())));
    Alert failed = Cases.only(Cases.ADJUDICATION.of(alternatives(finding, List.of(interaction))));

    assertThat(unscreened.actions()).noneMatch(each -> each.startsWith("replace-with"));
    assertThat(unscreened.notes())
        .contains("Not checked: whether apixaban suits this patient; screen it first.");
    assertThat(passed.actions()).contains("replace-with: apixaban");
    assertThat(unscreened.advice())
        .startsWith("Screen apixaban before it is given, it was not checked here;");
    assertThat(passed.advice()).startsWith("Give apixaban instead of warfarin");
    assertThat(failed.actions()).noneMatch(each -> each.startsWith("replace-with"));
    assertThat(failed.advice()).startsWith("Do not give apixaban here");
  }

  @Test
  void anAlternativeOfARowThatWasNotScreenedStandsInTheNotesOnly() {
    Finding of = Cases.finding(FindingKind.INTERACTION, Tier.INTERRUPT, false, "bleeding", "x");
    Advice advice =
        new Advice(
            "Replace miconazole; alternative: nystatin suspension. Measure INR within 3 days.",
            Optional.of("INR"),
            Optional.of(72.0),
            Optional.of("nystatin suspension"));
    Finding finding = Cases.with(of, Severity.MAJOR, of.reasons(), advice);

    Alert unscreened = Cases.only(Cases.adjudicate(chart, 21, List.of(finding)));
    Alert passed = Cases.only(Cases.ADJUDICATION.of(alternatives(finding, List.of())));

    assertThat(unscreened.advice())
        .isEqualTo("Replace miconazole. Measure INR by 2026-03-26 08:01");
    assertThat(unscreened.notes())
        .contains("Not checked: whether nystatin suspension suits this patient; screen it first.");
    assertThat(passed.advice())
        .isEqualTo(
            "Replace miconazole; alternative: nystatin suspension. Measure INR by 2026-03-26 08:01");
  }

  @Test
  void ofSeveralAlternativesThoseThatPassAreNamedAndWhyOthersAreNotStandsInTheNotes() {
    Finding of = Cases.finding(FindingKind.PHARMACOGENOMIC, Tier.INTERRUPT, false, "gene", "x");
    Advice advice =
        new Advice(
            "Avoid codeine; alternative: paracetamol; morphine in its own dose; a nerve block.",
            Optional.empty(),
            Optional.empty(),
            Optional.of("paracetamol; morphine in its own dose; a nerve block"));
    Finding finding = Cases.with(of, Severity.MAJOR, of.reasons(), advice);

    Alert onePassed = Cases.only(Cases.ADJUDICATION.of(screening(finding, "paracetamol")));
    Alert nonePassed = Cases.only(Cases.ADJUDICATION.of(screening(finding, "nothing")));

    assertThat(onePassed.advice()).isEqualTo("Avoid codeine; alternative: paracetamol");
    assertThat(onePassed.actions()).contains("replace-with: paracetamol").hasSize(1);
    assertThat(onePassed.notes())
        .anyMatch(each -> each.startsWith("morphine in its own dose is not proposed here: "))
        .contains("Not checked: whether a nerve block suits this patient; screen it first.");
    assertThat(nonePassed.advice())
        .isEqualTo("Do not give paracetamol or morphine in its own dose here; avoid codeine");
    assertThat(nonePassed.actions()).isEmpty();
  }

  @Test
  void aCommaInsideAnAlternativeDoesNotMakeTwoOfIt() {
    Finding of = Cases.finding(FindingKind.INTERACTION, Tier.INTERRUPT, false, "marrow", "x");
    Advice advice =
        new Advice(
            "Avoid allopurinol; alternative: a thiopurine at a quarter, by a specialist.",
            Optional.empty(),
            Optional.empty(),
            Optional.of("a thiopurine at a quarter, by a specialist"));
    Finding finding = Cases.with(of, Severity.MAJOR, of.reasons(), advice);

    Alert alert = Cases.only(Cases.ADJUDICATION.of(screening(finding, "nothing")));

    assertThat(alert.notes())
        .filteredOn(each -> each.startsWith("Not checked: whether"))
        .containsExactly(
            "Not checked: whether a thiopurine at a quarter, by a specialist suits this patient;"
                + " screen it first.");
  }

  /** Only one drug passes; what is no single drug is not screened. */
  private Evaluation screening(Finding finding, String passes) {
    return Cases.evaluation(
        Cases.stableThenFluconazole().chart(),
        21,
        List.of(finding),
        new ProposalCheck() {
          @Override
          public List<Finding> screen(Regimen proposed) {
            return List.of();
          }

          @Override
          public Optional<List<Finding>> screenAlternative(String drug, Finding answered) {
            return drug.startsWith("a ")
                ? Optional.empty()
                : Optional.of(drug.equals(passes) ? List.of() : List.of(interaction));
          }
        });
  }

  @Test
  void noAdviceSaysMonitorOrConsiderWithoutObjectAndDeadline() {
    List<Finding> findings = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      findings.add(Cases.finding(kind, Tier.INTERRUPT, true, kind.wire(), "fluconazole"));
    }
    for (DoseVerdict verdict :
        List.of(
            Cases.safe(true),
            Cases.safe(false),
            Cases.adjust(3, 4.1),
            Cases.adjust(7, 1.4),
            Cases.unsafe(),
            Cases.cannotTell())) {
      assertThat(Cases.adjudicate(chart, 21, findings, verdict).alerts())
          .isNotEmpty()
          .allSatisfy(alert -> assertThat(BareAdvice.in(alert.advice())).isFalse());
    }
  }

  @Test
  void theCheckForBareAdviceCanFail() {
    assertThat(BareAdvice.in("Monitor closely")).isTrue();
    assertThat(BareAdvice.in("Consider another drug")).isTrue();
    assertThat(BareAdvice.in("Use caution")).isTrue();
    assertThat(BareAdvice.in("Monitor INR by 2026-03-26 08:00")).isFalse();
    assertThat(BareAdvice.in("Reduce warfarin to 3 mg daily")).isFalse();
  }

  private static Evaluation alternatives(Finding finding, List<Finding> found) {
    return Cases.evaluation(
        Cases.stableThenFluconazole().chart(),
        21,
        List.of(finding),
        new ProposalCheck() {
          @Override
          public List<Finding> screen(Regimen proposed) {
            return List.of();
          }

          @Override
          public Optional<List<Finding>> screenAlternative(String drug, Finding answered) {
            return Optional.of(found);
          }
        });
  }

  private Alert proposing(ProposalCheck check) {
    return Cases.only(
        Cases.ADJUDICATION.of(
            Cases.evaluation(chart, 21, List.of(interaction), check, Cases.adjust(3, 4.1))));
  }

  private String advice(DoseVerdict verdict) {
    return Cases.only(Cases.adjudicate(chart, 21, List.of(interaction), verdict)).advice();
  }

  /** Advice that names no object with a deadline (rule 5). */
  private static final class BareAdvice {
    static boolean in(String advice) {
      return java.util.Arrays.stream(advice.split(";"))
          .anyMatch(
              part ->
                  part.matches("(?i).*\\b(monitor|consider|use caution)\\b.*")
                      && !part.matches(".*\\b(by|within|before|after)\\b.*\\S.*"));
    }
  }
}
