package org.rxtwin.rules.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.AgeRange;
import org.rxtwin.chart.Reason;
import org.rxtwin.chart.Sex;
import org.rxtwin.knowledge.PregnancySign.Says;
import org.rxtwin.rules.screening.fact.PregnancyState;

/**
 * Whether a patient is pregnant, where that stands and until when it holds (rule 20): of the signs
 * that are still valid the latest speaks. A test that says no while a pregnancy stands recorded
 * leaves the question open.
 */
final class Pregnancy {
  private static final double DAYS_OF_PREGNANCY = 280;
  private static final double DAYS_PER_WEEK = 7;

  /** The longest a pregnancy lasts; a week beyond is one of another pregnancy, or mistyped. */
  private static final double LAST_WEEK = 44;

  /**
   * What a sign said, and when.
   *
   * @param valid whether it still says it; a pregnancy that is over stays over
   */
  record Told(Says says, Instant at, Reason reason, Optional<Instant> lastPeriod, boolean valid) {}

  private final Scene scene;
  private final List<Told> told;

  private Pregnancy(Scene scene) {
    this.scene = scene;
    List<Told> all =
        new PregnancySigns(scene).list().stream().sorted(Comparator.comparing(Told::at)).toList();
    Optional<Instant> over =
        all.stream()
            .filter(each -> each.says() == Says.ENDED)
            .map(Told::at)
            .max(Comparator.naturalOrder());
    this.told =
        all.stream()
            .filter(Told::valid)
            .filter(each -> each.says() != Says.PREGNANT || isAfter(each, over))
            .toList();
  }

  /** Whether a sign is of a pregnancy that has not ended since. */
  private static boolean isAfter(Told sign, Optional<Instant> over) {
    return over.map(end -> !sign.at().isBefore(end)).orElse(true);
  }

  static Pregnancy of(Scene scene) {
    return new Pregnancy(scene);
  }

  /** The state; empty where no pregnancy is possible. */
  Optional<PregnancyState> state() {
    Optional<Told> last = last(Says.PREGNANT, Says.NOT_PREGNANT, Says.ENDED);
    if (last.isPresent() && last.get().says() == Says.PREGNANT) {
      return Optional.of(PregnancyState.PREGNANT);
    }
    if (last(Says.NOT_POSSIBLE).isPresent() || !possible()) {
      return Optional.empty();
    }
    if (last.isEmpty()) {
      return Optional.of(PregnancyState.COULD_BE);
    }
    boolean contradicted =
        last.get().says() == Says.NOT_PREGNANT
            && last(Says.PREGNANT, Says.ENDED)
                .filter(each -> each.says() == Says.PREGNANT)
                .isPresent();
    return Optional.of(contradicted ? PregnancyState.COULD_BE : PregnancyState.EXCLUDED);
  }

  private Optional<Told> last(Says... wanted) {
    return told.stream()
        .filter(each -> List.of(wanted).contains(each.says()))
        .reduce((earlier, later) -> later);
  }

  /** By sex and age alone; what is not known is possible. */
  private boolean possible() {
    AgeRange age = scene.chart().age(scene.at()).orElse(AgeRange.ANY);
    return scene.chart().sex() != Sex.MALE
        && scene.knowledge().pregnancy().listSigns().stream()
            .filter(each -> each.says() == Says.POSSIBLE)
            .anyMatch(
                each ->
                    age.high() >= each.from().orElseThrow()
                        && age.low() < each.below().orElseThrow());
  }

  /** Completed weeks since the last period, where a day of birth is expected or a week was told. */
  Optional<Double> week() {
    return told.stream()
        .filter(each -> each.says() == Says.PREGNANT)
        .flatMap(each -> each.lastPeriod().stream())
        .map(from -> Math.floor(scene.days(from, scene.at()) / DAYS_PER_WEEK))
        .filter(week -> week >= 1 && week <= LAST_WEEK)
        .reduce((earlier, later) -> later);
  }

  /** First day of the last period of a child that is due then. */
  static Instant lastPeriod(Instant due) {
    return due.minus(Duration.ofDays((long) DAYS_OF_PREGNANCY));
  }

  /** Where the state stands. */
  List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    told.forEach(each -> reasons.add(each.reason()));
    if (reasons.isEmpty()) {
      reasons.add(
          Reason.of("pregnancy", "no test and no record of a pregnancy, and none excluded"));
    }
    if (last(Says.ENDED).isPresent()) {
      reasons.add(
          Reason.of("not-checked", "whether the drug passes into breast milk: not checked"));
    }
    return reasons;
  }
}
