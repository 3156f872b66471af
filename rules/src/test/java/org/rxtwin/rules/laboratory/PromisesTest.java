package org.rxtwin.rules.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Chart;
import org.rxtwin.chart.ChartEvent;
import org.rxtwin.chart.ChartId;
import org.rxtwin.chart.ClinicalTime;
import org.rxtwin.chart.Coding;
import org.rxtwin.chart.EpisodeKey;
import org.rxtwin.chart.EpisodeState;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.LabResult;
import org.rxtwin.chart.ResultValue;
import org.rxtwin.chart.StoredEvent;
import org.rxtwin.chart.Tier;
import org.rxtwin.knowledge.KnowledgeLoader;
import org.rxtwin.knowledge.LaboratoryTable;

/**
 * Which answers promise a measurement, until when, and what keeps the promise. Hours of one day.
 */
class PromisesTest {
  private static final LaboratoryTable LABORATORY =
      KnowledgeLoader.shipped().getKnowledge().laboratory();
  private static final Instant ALERT = Instant.parse("2026-03-02T08:00:00Z");
  private static final ChartId CHART = new ChartId("0123456789abcdef0123456789abcdef");

  private final List<StoredEvent> events = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "level-is-being-measured",
        "measured-elsewhere",
        "test-ordered",
        "result-doubted-repeat-ordered"
      })
  void theseReasonsPromise(String reason) {
    issued("potassium", 6);
    answered(1, reason);

    Promise promise = only();
    assertThat(promise.analyte().id()).isEqualTo("potassium");
    assertThat(promise.due()).isEqualTo(hour(6));
    assertThat(promise.waits(hour(5))).isTrue();
    assertThat(promise.broken(hour(6))).isTrue();
  }

  @Test
  void anotherReasonAndAnAlertThatAsksForNothingPromiseNothing() {
    issued("potassium", 6);
    answered(1, "already-acted");
    assertThat(promises()).isEmpty();

    events.clear();
    issued("a test nobody knows", 6);
    answered(1, "test-ordered");
    assertThat(promises()).isEmpty();
  }

  @Test
  void anAcceptedAlertPromisesToo() {
    issued("INR", 24);
    answered(1, "");

    assertThat(only().reason()).isEqualTo("accepted");
  }

  @Test
  void whoAnswersAfterTheDeadlineHasAsMuchTimeAsTheAlertGave() {
    issued("potassium", 6);
    answered(10, "test-ordered");

    assertThat(only().due()).isEqualTo(hour(16));
  }

  @Test
  void aTestThatWasOverdueWhenItWasAskedForHasADay() {
    issued("potassium", 0);
    answered(1, "test-ordered");

    assertThat(only().due()).isEqualTo(hour(25));
  }

  @Test
  void aResultOnItsWayKeepsThePromiseButNotOneThatWasThere() {
    issued("potassium", 6);
    answered(1, "level-is-being-measured");

    measured(-2, -1);
    assertThat(only().kept()).as("known before the alert").isEmpty();
    measured(-1, 2);
    assertThat(only().kept()).as("drawn before, reported after").contains(hour(-1));
  }

  @Test
  void anOldResultThatIsSentAgainKeepsNothing() {
    issued("potassium", 6);
    answered(1, "test-ordered");
    measured(-100, 2);

    assertThat(only().kept()).isEmpty();
  }

  @Test
  void aSpecimenThatGaveNoFigureKeepsNothing() {
    issued("potassium", 6);
    answered(1, "test-ordered");
    Coding potassium = new Coding("2823-3", "LOINC", "K");

    event(3, reported("empty", potassium, Optional.empty()));
    event(4, reported("words", potassium, Optional.of(new ResultValue.Text("clotted"))));
    assertThat(only().kept()).isEmpty();
    measured(5, 6);
    assertThat(only().kept()).contains(hour(5));
  }

  private static ChartEvent reported(String id, Coding analyte, Optional<ResultValue> value) {
    return new ChartEvent.ResultReported(
        new LabResult(
            id,
            List.of(analyte),
            value,
            LabResult.Status.FINAL,
            Optional.of(ClinicalTime.exact(hour(2))),
            List.of(),
            List.of()));
  }

  @Test
  void theDoubtedValueDoesNotKeepThePromiseToRepeatIt() {
    issued("potassium", 6);
    answered(1, "result-doubted-repeat-ordered");

    measured(-1, 2);
    assertThat(only().kept()).isEmpty();
    measured(3, 4);
    assertThat(only().kept()).contains(hour(3));
  }

  @Test
  void aTroughKeepsThePromiseOfALevel() {
    issued("Vancomycin level", 6);
    answered(1, "test-ordered");
    event(
        3,
        new ChartEvent.ResultReported(
            result("v1", new Coding("4092-3", "LOINC", "vancomycin trough"), 2)));

    assertThat(only().kept()).contains(hour(2));
  }

  @Test
  void theLatestPromiseCountsAndAClosedEpisodeAsksForNothing() {
    issued("potassium", 6);
    answered(1, "test-ordered");
    answered(8, "test-ordered");
    assertThat(only().due()).isEqualTo(hour(14));

    event(9, new ChartEvent.AlertIssued(state("potassium", 6, 2, Alert.Status.CLOSED)));
    assertThat(promises()).isEmpty();
  }

  private Promise only() {
    List<Promise> promises = promises();
    assertThat(promises).hasSize(1);
    return promises.get(0);
  }

  private List<Promise> promises() {
    Chart chart = Chart.empty(CHART).withAll(events);
    return Promises.of(LABORATORY, new Results(LABORATORY, chart, hour(200)), chart);
  }

  private void issued(String test, int by) {
    event(0, new ChartEvent.AlertIssued(state(test, by, 1, Alert.Status.OPEN)));
  }

  private static EpisodeState state(String test, int by, int version, Alert.Status status) {
    return new EpisodeState(
        "a1",
        version,
        new EpisodeKey("hazard", List.of("warfarin")),
        Tier.INTERRUPT,
        status,
        ALERT,
        "content",
        List.of(new Alert.Obligation(test, hour(by))));
  }

  private void answered(int at, String reason) {
    event(
        at,
        new ChartEvent.FeedbackGiven(
            new Feedback(
                "a1",
                1,
                reason.isEmpty() ? Feedback.Outcome.ACCEPTED : Feedback.Outcome.OVERRIDDEN,
                Optional.of(reason).filter(each -> !each.isEmpty()),
                "u1",
                Optional.empty(),
                hour(at))));
  }

  private void measured(int sampled, int reported) {
    event(
        reported,
        new ChartEvent.ResultReported(
            result("k" + sampled, new Coding("2823-3", "LOINC", "K"), sampled)));
  }

  private static LabResult result(String id, Coding analyte, int sampled) {
    return new LabResult(
        id,
        List.of(analyte),
        Optional.of(new ResultValue.Numeric(ResultValue.Comparator.EQUAL, 4, "mmol/L")),
        LabResult.Status.FINAL,
        Optional.of(ClinicalTime.exact(hour(sampled))),
        List.of(),
        List.of());
  }

  private void event(int at, ChartEvent what) {
    events.add(
        new StoredEvent(
            CHART, events.size() + 1L, ClinicalTime.exact(hour(at)), hour(at), "m" + at, what));
  }

  private static Instant hour(int hours) {
    return ALERT.plus(Duration.ofHours(hours));
  }
}
