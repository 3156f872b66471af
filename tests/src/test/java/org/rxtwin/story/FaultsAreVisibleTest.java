package org.rxtwin.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rxtwin.story.Hl7.day;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rxtwin.app.Engine;
import org.rxtwin.chart.DoseQuestion;
import org.rxtwin.chart.DoseVerdict;

/** What fails is said; nothing passes for safe, and the next patient is served. */
class FaultsAreVisibleTest {
  private final Hl7 first = new Hl7("200001", "19580514", "M");
  private final Hl7 second = new Hl7("200002", "19601224", "F");
  @TempDir private Path home;

  @Test
  void aTwinThatHangsCannotTellAndTheNextPatientIsServed() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean hang = new AtomicBoolean(true);
    try (Hospital hospital =
        Hospital.open(
            home, parts -> withTwin(parts, question -> hung(question, parts, never, hang)))) {
      warfarinAndFluconazole(hospital, first);
      hang.set(false);

      List<JsonNode> other = warfarinAndFluconazole(hospital, second);

      assertThat(other)
          .anySatisfy(
              alert -> {
                assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
                assertThat(alert.at("/twin/verdict").asText()).isEqualTo("adjust");
              });
    } finally {
      never.countDown();
    }
  }

  @Test
  void aTwinThatHangsLeavesTheInteractionStandingAtItsTier() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean hang = new AtomicBoolean(true);
    try (Hospital hospital =
        Hospital.open(
            home, parts -> withTwin(parts, question -> hung(question, parts, never, hang)))) {
      List<JsonNode> alerts = warfarinAndFluconazole(hospital, first);

      assertThat(alerts)
          .anySatisfy(
              alert -> {
                assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
                assertThat(alert.at("/twin/verdict").asText()).isEqualTo("cannot-tell");
              });
    } finally {
      never.countDown();
    }
  }

  @Test
  void aTwinThatFailsCannotTell() throws Exception {
    try (Hospital hospital =
        Hospital.open(
            home,
            parts ->
                withTwin(
                    parts,
                    question -> {
                      throw new IllegalStateException("a fault");
                    }))) {
      assertThat(warfarinAndFluconazole(hospital, first))
          .anySatisfy(
              alert -> assertThat(alert.at("/twin/verdict").asText()).isEqualTo("cannot-tell"));
    }
  }

  @Test
  void anOrderWhoseAmountHoldsADrugCodeIsScreenedWithoutItsDoseAndTheTwinIsNotAsked()
      throws Exception {
    try (Hospital hospital = Hospital.open(home)) {
      hospital.send(first.admit(day(1, 8)));
      hospital.send(first.order(day(1, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260302120000"));

      List<JsonNode> alerts =
          hospital.send(
              first.message(
                  day(1, 10),
                  "RDE^O11^RDE_O11",
                  first.pid(),
                  Hl7.pv1(),
                  "ORC|NW|W1^PHARM|||||||" + Hl7.stamp(day(1, 10)),
                  "TQ1|1||QD||||20260302180000",
                  "RXE||" + Hl7.WARFARIN + "|" + Hl7.WARFARIN + "||mg|TAB",
                  "RXR|PO"));

      assertThat(alerts)
          .anySatisfy(
              alert -> {
                assertThat(alert.path("kind").asText()).isEqualTo("interaction");
                assertThat(alert.path("tier").asText()).isEqualTo("INTERRUPT");
                assertThat(alert.at("/twin/recommended").isMissingNode()).isTrue();
              })
          .anySatisfy(alert -> assertThat(alert.path("kind").asText()).isEqualTo("data-quality"));
    }
  }

  private static List<JsonNode> warfarinAndFluconazole(Hospital hospital, Hl7 patient) {
    hospital.send(patient.admit(day(1, 8)));
    hospital.send(patient.order(day(1, 9), "NW", "W1", Hl7.WARFARIN, "5", "20260105180000"));
    hospital.send(patient.inr(day(1, 10), "2.4"));
    return hospital.send(
        patient.order(day(3, 9), "NW", "F1", Hl7.FLUCONAZOLE, "200", "20260304120000"));
  }

  private static DoseVerdict hung(
      DoseQuestion question, Engine.Parts parts, CountDownLatch never, AtomicBoolean hang) {
    boolean interrupted = false;
    while (hang.get() && never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return parts.twin().apply(question);
  }

  private static Engine.Parts withTwin(
      Engine.Parts parts, java.util.function.Function<DoseQuestion, DoseVerdict> twin) {
    return parts.withTwin(twin, Duration.ofMillis(400));
  }
}
