package org.rxtwin.twin.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rxtwin.twin.model.Giving;
import org.rxtwin.twin.model.Range;
import org.rxtwin.twin.model.Target;

/** Dose and interval: ten points, limits, what can be given, and the smallest change. */
class RegimenSearchTest {
  private static final Target AREA =
      new Target("auc24", 400, 600, "mg*h/L", 600, 0.2, 0.3, true, "the test");
  private static final Target WIDE =
      new Target("average", 0.5, 0.9, "ng/mL", 2, 0.05, 0.3, true, "the test");
  private static final Giving GIVING =
      new Giving(
          250,
          500,
          2000,
          4500,
          List.of(8.0, 12.0, 24.0, 48.0),
          "IV",
          Optional.empty(),
          1,
          Double.POSITIVE_INFINITY,
          Optional.empty(),
          Optional.empty(),
          "the test");

  /** A hundred people whose exposure is the daily dose over a clearance, spread by a factor. */
  private static final class People implements Prospects {
    private final double clearance;
    private final double spread;

    People(double clearance, double spread) {
      this.clearance = clearance;
      this.spread = spread;
    }

    @Override
    public List<double[]> draws(Option option) {
      List<double[]> draws = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        double place = (i + 0.5) / 50 - 1;
        draws.add(new double[] {best(option) * Math.pow(spread, place)});
      }
      return draws;
    }

    @Override
    public double best(Option option) {
      return option.daily() / clearance;
    }

    @Override
    public int mostTried() {
      return 24;
    }
  }

  private static Decision decide(
      Target target, double milligrams, double interval, double clearance, double spread) {
    return decide(target, milligrams, interval, clearance, spread, new Range(0, 1e9));
  }

  private static Decision decide(
      Target target,
      double milligrams,
      double interval,
      double clearance,
      double spread,
      Range daily) {
    People people = new People(clearance, spread);
    Option current = new Option(milligrams, interval);
    return new RegimenSearch(target, GIVING, daily, people)
        .decide(current, Odds.of(target, people.draws(current)));
  }

  @ParameterizedTest
  @CsvSource({
    // mg, every h, clearance L/h, spread -> what
    "1000, 12, 4, 1.1, Keep", // 455-550: inside
    "1000, 12, 2, 1.1, Switch", // 1000: too much, half of it is right
    "500, 12, 4, 1.1, Switch", // 250: too little
    "1000, 12, 3.7, 2, Unclear", // 270-1080 around 540: nothing keeps both limits or does better
    "1000, 12, 1.2, 2, Switch", // 1670: nothing keeps both limits, but less is far better
    "500, 48, 0.2, 1.1, NoneSafe" // 1250 with the least that can be given
  })
  void theDecisionFollowsTheRules(
      double milligrams, double interval, double clearance, double spread, String what) {
    assertThat(decide(AREA, milligrams, interval, clearance, spread).getClass().getSimpleName())
        .isEqualTo(what);
  }

  @Test
  void theSmallestChangeThatDoesItIsTaken() {
    Decision.Switch change = (Decision.Switch) decide(AREA, 1000, 12, 2, 1.05);

    // 1000 mg a day: 500 every 12 h keeps the interval; 1000 every 24 h would not
    assertThat(change.option()).isEqualTo(new Option(500, 12));
    assertThat(change.odds().withinLimits(AREA)).isTrue();
  }

  @Test
  void nothingOutsideWhatMayBeGivenNowIsProposed() {
    assertThat(decide(AREA, 500, 12, 4, 1.1, new Range(0, 1000)))
        .isInstanceOf(Decision.Unclear.class);
    Decision.Switch change = (Decision.Switch) decide(AREA, 500, 12, 4, 1.1, new Range(0, 2000));
    assertThat(change.option().daily()).isLessThanOrEqualTo(2000);
  }

  @Test
  void whereHarmBeginsFarAboveTheTargetADoseThatMissesItIsChangedToo() {
    // 1.6 with harm from 2 on: nobody is harmed and nobody inside
    assertThat(decide(WIDE, 1500, 24, 937.5, 1.1)).isInstanceOf(Decision.Switch.class);
    assertThat(decide(WIDE, 750, 24, 937.5, 1.1)).isInstanceOf(Decision.Keep.class);
    assertThat(decide(WIDE, 1500, 24, 937.5, 1.1, new Range(1500, 1500)))
        .isInstanceOf(Decision.Keep.class);
  }

  @Test
  void belowTheTargetLessOfTooLittleIsOnlyProposedWhereItGains() {
    // 167-667 around 333: too little in 63 of 100, and 1250 mg are already too much in 24
    assertThat(decide(AREA, 1000, 24, 3, 2)).isInstanceOf(Decision.Unclear.class);
    assertThat(decide(AREA, 500, 24, 3, 2)).isInstanceOf(Decision.Switch.class);
  }
}
