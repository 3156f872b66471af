package org.rxtwin.twin.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/** The rule of ten points, the toxic limit, and doses that can be given. */
class DoseSearchTest {
  private static final Target TARGET = new Target("inr", 2, 3, "1", 4, 0.1, 0.3, true, "the test");
  private static final Giving GIVING = new Giving(0.5, 0.5, 10, 24, 1, 0.2, "the test");

  /** A hundred people whose exposure is the dose times a factor, evenly spread around it. */
  private static final class Proportional implements Exposures {
    private final double factor;
    private final double spread;

    Proportional(double factor, double spread) {
      this.factor = factor;
      this.spread = spread;
    }

    @Override
    public List<double[]> draws(double dailyDose) {
      return IntStream.range(0, 100)
          .mapToObj(i -> new double[] {dailyDose * factor * (1 + spread * ((i + 0.5) / 50 - 1))})
          .toList();
    }

    @Override
    public double[] best(double dailyDose) {
      return new double[] {dailyDose * factor};
    }
  }

  private static Decision decide(double current, double factor, double spread, double ceiling) {
    return decide(current, factor, spread, ceiling, true);
  }

  private static Decision decide(
      double current, double factor, double spread, double ceiling, boolean stable) {
    Exposures exposures = new Proportional(factor, spread);
    return new DoseSearch(TARGET, GIVING, new Range(0, ceiling), stable, exposures)
        .decide(current, Odds.of(TARGET, exposures.draws(current)));
  }

  @Test
  void probabilitiesAreCountsOverDrawsAndTimes() {
    Odds odds =
        Odds.of(
            TARGET,
            List.of(
                new double[] {1.9, 2.5},
                new double[] {2.5, 4.1},
                new double[] {3.5, 3.5},
                new double[] {2, 3}));

    assertThat(odds.pLow()).isCloseTo(1 / 8.0, within(1e-12));
    assertThat(odds.pTarget()).isCloseTo(4 / 8.0, within(1e-12));
    assertThat(odds.pToxic()).isCloseTo(1 / 4.0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    // dose in force, exposure per mg, spread -> what
    "5, 0.5, 0.1, Keep", // 2.25-2.75: inside
    "5.5, 0.5, 0.1, Keep", // 2.5-3.0: another dose gains less than ten points
    "8, 0.5, 0.1, Change", // 3.6-4.4: toxic in half of the people
    "3, 0.5, 0.1, Change", // 1.4-1.7: too low, and a dose does better
    "7, 0.5, 0.1, Change", // 3.2-3.9: not toxic, but never inside
    "5, 0.5, 0.9, Change", // 0.3-4.8: toxic in a fifth, a lower dose brings that under the limit
    "1, 9, 0.1, NoneSafe" // even half a milligram gives 4.5
  })
  void theDecisionFollowsTheRules(double current, double factor, double spread, String what) {
    assertThat(decide(current, factor, spread, 10).getClass().getSimpleName()).isEqualTo(what);
  }

  @Test
  void theProposedDoseIsAMultipleOfTheStepAndTheBestOne() {
    Decision.Change change = (Decision.Change) decide(8, 0.5, 0.1, 10);

    // 5 mg is inside for all, 5.5 mg for 96 of 100 and the smaller change
    assertThat(change.dailyDose()).isEqualTo(5.5);
    assertThat(change.odds().pTarget()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void goodControlIsLeftAloneInAStablePatientOnly() {
    // 2.61-3.19 at 5.8 mg: two thirds inside; 5 mg would be inside altogether
    assertThat(decide(5.8, 0.5, 0.1, 10, true)).isInstanceOf(Decision.Keep.class);
    assertThat(decide(5.8, 0.5, 0.1, 10, false)).isInstanceOf(Decision.Change.class);
  }

  @Test
  void amongNearlyEqualDosesTheSmallestChangeIsTaken() {
    // 4.5 to 6 mg lie inside for all: from 8 mg the way to 5.5 (2.5-3.0) is the shortest
    Decision.Change change = (Decision.Change) decide(8, 0.5, 0.05, 10);

    assertThat(change.dailyDose()).isEqualTo(5.5);
    assertThat(change.odds().pTarget()).isEqualTo(1.0);
  }

  /** Two kinds of people: most rise steadily with the dose, some far more. */
  private static final class TwoKinds implements Exposures {
    @Override
    public List<double[]> draws(double dailyDose) {
      return IntStream.range(0, 100)
          .mapToObj(i -> new double[] {dailyDose * (i < 70 ? 0.5 : 0.3)})
          .toList();
    }

    @Override
    public double[] best(double dailyDose) {
      return new double[] {dailyDose * 0.5};
    }
  }

  @Test
  void aDoseThatIsTooLowForManyIsNoAnswerWhereAnotherKeepsBothLimits() {
    Exposures people = new TwoKinds();
    Target strict = new Target("inr", 2, 3, "1", 3.9, 0.1, 0.2, true, "the test");
    Odds toxic = Odds.of(strict, people.draws(8));
    Decision kept =
        new DoseSearch(strict, GIVING, new Range(0, 10), false, people).decide(8, toxic);
    Decision low = new DoseSearch(strict, GIVING, new Range(0, 5), false, people).decide(8, toxic);

    // Up to 6.5 mg three in ten stay below 2; from 7 mg on nobody does, and toxic begins at 7.8.
    assertThat(((Decision.Change) kept).odds().withinLimits(strict)).isTrue();
    assertThat(((Decision.Change) kept).dailyDose()).isEqualTo(7.0);
    assertThat(((Decision.Change) low).odds().pLow()).isGreaterThan(strict.maxPLow());
  }

  @Test
  void nothingIsProposedAboveTheCeiling() {
    assertThat(decide(3, 0.5, 0.1, 3)).isInstanceOf(Decision.Unclear.class);
    assertThat(decide(3, 0.5, 0.1, 4.2)).isInstanceOf(Decision.Change.class);
    assertThat(((Decision.Change) decide(3, 0.5, 0.1, 4.2)).dailyDose()).isEqualTo(4.0);
    assertThat(decide(3, 0.5, 0.1, 0.2)).isInstanceOf(Decision.Unclear.class);
  }

  @Test
  void aTargetWithItsLimitsExchangedIsRefused() {
    assertThatThrownBy(() -> new Target("x", 3, 2, "1", 4, 0.1, 0.3, true, "s"))
        .hasMessageContaining("low < high");
    assertThatThrownBy(() -> new Giving(0.5, 2, 1, 24, 1, 0.2, "s")).hasMessageContaining("least");
  }
}
