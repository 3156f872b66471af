package org.rxtwin.twin.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.rxtwin.chart.DoseQuestion.ClearanceChange;

/** What a row of a drug's effect on a clearance becomes. */
class ClearanceCourseTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private static ClearanceCourse of(double low, double value, double high) {
    return ClearanceCourse.of(
        new ClearanceChange(
            "other", value, low, high, "CYP3A4", NOW, Optional.empty(), 1, 1, true, "the test"),
        NOW,
        left -> left);
  }

  private static double at(ClearanceCourse course, double deviations) {
    return FastMath.exp(course.log() + deviations * FastMath.sqrt(course.variance()));
  }

  @Test
  void aSymmetricIntervalIsTheNinetyPercentOfItsDraws() {
    ClearanceCourse course = of(0.4, 0.5, 0.625);

    assertThat(at(course, -1.6448536269514722)).isCloseTo(0.4, within(1e-9));
    assertThat(at(course, 1.6448536269514722)).isCloseTo(0.625, within(1e-9));
  }

  @Test
  void anAsymmetricIntervalKeepsItsValueAndReachesBothEnds() {
    // A strong inhibitor: a third left, perhaps a tenth, hardly more than four tenths.
    ClearanceCourse strong = of(0.1, 0.33, 0.4);
    ClearanceCourse inducer = of(1.3, 1.8, 3.0);

    assertThat(FastMath.exp(strong.log())).isCloseTo(0.33, within(1e-9));
    assertThat(at(strong, -1.6448536269514722)).isCloseTo(0.1, within(1e-9));
    assertThat(at(strong, 1.6448536269514722)).isGreaterThan(0.4);
    assertThat(at(inducer, 1.6448536269514722)).isCloseTo(3.0, within(1e-9));
    assertThat(at(inducer, -1.6448536269514722)).isLessThan(1.3);
  }
}
