package org.rxtwin.rules.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.Feedback.Outcome;
import org.rxtwin.chart.FindingKind;
import org.rxtwin.chart.Tier;
import org.rxtwin.rules.question.Story;

class FeedbackCheckTest {
  private final Alert hardStop = alert(Tier.HARD_STOP);
  private final Alert interrupt = alert(Tier.INTERRUPT);

  @Test
  void aHardStopIsOverriddenByTwoDifferentPersonsOnly() {
    assertThat(objection(hardStop, "anna", Optional.empty())).contains("second is missing");
    assertThat(objection(hardStop, "anna", Optional.of("  "))).contains("second is missing");
    assertThat(objection(hardStop, "anna", Optional.of(" Anna "))).contains("are the same");
    assertThat(objection(hardStop, "anna", Optional.of("ben"))).isEmpty();
  }

  @Test
  void anInterruptNeedsOnePersonAndAReason() {
    assertThat(objection(interrupt, "anna", Optional.empty())).isEmpty();
    assertThat(objection(interrupt, " ", Optional.empty())).contains("who gives it");
    assertThat(
            FeedbackCheck.objection(
                List.of(interrupt),
                feedback(interrupt, 1, Outcome.OVERRIDDEN, Optional.empty(), Optional.empty())))
        .hasValueSatisfying(why -> assertThat(why).contains("coded reason"));
  }

  @Test
  void acceptingNeedsNeitherReasonNorSecond() {
    assertThat(
            FeedbackCheck.objection(
                List.of(hardStop),
                feedback(hardStop, 1, Outcome.ACCEPTED, Optional.empty(), Optional.empty())))
        .isEmpty();
  }

  @Test
  void onlyAnIssuedVersionOfThisAlertCanBeAnswered() {
    Optional<String> reason = Optional.of("tolerated-together");

    assertThat(
            FeedbackCheck.objection(
                List.of(interrupt),
                feedback(interrupt, 2, Outcome.OVERRIDDEN, reason, Optional.empty())))
        .hasValueSatisfying(why -> assertThat(why).contains("never issued"));
    assertThat(
            FeedbackCheck.objection(
                List.of(interrupt),
                new Feedback(
                    "other",
                    1,
                    Outcome.ACCEPTED,
                    reason,
                    "anna",
                    Optional.empty(),
                    Story.DAY_ZERO)))
        .hasValueSatisfying(why -> assertThat(why).contains("another alert"));
  }

  private static String objection(Alert alert, String who, Optional<String> second) {
    return FeedbackCheck.objection(
            List.of(alert),
            new Feedback(
                alert.alertId(),
                1,
                Outcome.OVERRIDDEN,
                Optional.of("benefit-outweighs-risk"),
                who,
                second,
                Story.DAY_ZERO))
        .orElse("");
  }

  private static Feedback feedback(
      Alert alert, int version, Outcome outcome, Optional<String> reason, Optional<String> second) {
    return new Feedback(alert.alertId(), version, outcome, reason, "anna", second, Story.DAY_ZERO);
  }

  private static Alert alert(Tier tier) {
    return Cases.only(
        Cases.adjudicate(
            Story.ofPatient().order(0, Story.warfarin("A1", 5)).chart(),
            1,
            List.of(Cases.finding(FindingKind.ALLERGY, tier, false, "allergy"))));
  }
}
