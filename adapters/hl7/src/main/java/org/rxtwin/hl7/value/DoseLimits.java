package org.rxtwin.hl7.value;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;

/** The most doses of a day and the least hours between two, as words tell them. */
final class DoseLimits {
  private int most;
  private double apart;

  /** Takes a ceiling; false where it cannot be. */
  boolean most(int doses) {
    boolean fits = doses >= 1 && (most == 0 || most == doses);
    most = doses;
    return fits;
  }

  /** Takes the hours between two doses; false where they are told twice. */
  boolean apart(double hours) {
    boolean fits = apart == 0;
    apart = hours;
    return fits;
  }

  boolean told() {
    return most > 0 || apart > 0;
  }

  boolean toldMost() {
    return most > 0;
  }

  /** Whether a schedule keeps within them: a ceiling below what is scheduled contradicts it. */
  boolean allow(Timing timing) {
    return apart <= timing.intervalHours() && allowCount(timing);
  }

  boolean allowCount(Timing timing) {
    return most == 0 || timing.mostPerDay().orElse(0.0) <= most + 1e-9;
  }

  /** As needed within these limits, and within what else tells how often. */
  Optional<Timing> ceiling(TimingRate rate, String original) {
    Optional<Double> told = most > 0 ? Optional.of((double) most) : Optional.empty();
    if (!rate.told()) {
      return Optional.of(
          new Timing(Timing.Kind.AS_NEEDED, apart, told, original, List.of(), List.of()));
    }
    Optional<Timing> scheduled = rate.timing(original).map(TimingText::asNeeded);
    if (apart == 0) {
      return scheduled.map(each -> limited(each, each.intervalHours(), told));
    }
    return scheduled
        .filter(each -> rate.isCount() && apart <= each.intervalHours())
        .map(each -> limited(each, apart, told.or(each::mostPerDay)));
  }

  private static Timing limited(Timing timing, double hours, Optional<Double> most) {
    return new Timing(
        timing.kind(), hours, most, timing.original(), timing.times(), timing.weekdays());
  }
}
