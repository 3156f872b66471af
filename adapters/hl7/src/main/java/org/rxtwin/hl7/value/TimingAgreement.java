package org.rxtwin.hl7.value;

import java.util.List;
import java.util.Optional;
import org.rxtwin.chart.Timing;

/** Two accounts of one schedule: what both say together, or nothing where they contradict. */
public final class TimingAgreement {
  private TimingAgreement() {}

  /** What both tell; one that is not understood adds nothing. */
  public static Optional<Timing> of(Timing one, Timing other) {
    if (other.kind() == Timing.Kind.UNKNOWN) {
      return Optional.of(one);
    }
    if (one.kind() == Timing.Kind.UNKNOWN) {
      return Optional.of(other);
    }
    if (one.kind() == Timing.Kind.AS_NEEDED || other.kind() == Timing.Kind.AS_NEEDED) {
      return ceiling(TimingText.asNeeded(one), TimingText.asNeeded(other));
    }
    return one.kind() == other.kind() ? both(one, other) : Optional.empty();
  }

  /** Whether a schedule keeps to a limit. */
  public static boolean within(Timing schedule, Timing limit) {
    boolean often =
        limit.mostPerDay().isPresent()
            && schedule.mostPerDay().filter(each -> each > limit.mostPerDay().get()).isPresent();
    return !often && schedule.intervalHours() >= limit.intervalHours();
  }

  private static Optional<Timing> ceiling(Timing one, Timing other) {
    if (one.kind() != other.kind()) {
      return Optional.empty();
    }
    boolean open = one.intervalHours() == 0 || other.intervalHours() == 0;
    boolean limits = one.maxPerDay().isEmpty() || other.maxPerDay().isEmpty();
    if (!(open || one.intervalHours() == other.intervalHours())
        || !(limits || one.maxPerDay().equals(other.maxPerDay()))) {
      return Optional.empty();
    }
    Timing spaced = one.intervalHours() > 0 ? one : other;
    return Optional.of(
        new Timing(
            one.kind(),
            spaced.intervalHours(),
            one.maxPerDay().or(other::maxPerDay),
            one.original(),
            spaced.times(),
            spaced.weekdays()));
  }

  private static Optional<Timing> both(Timing one, Timing other) {
    boolean agree =
        Math.abs(one.intervalHours() - other.intervalHours()) < 1e-9
            && agree(one.times(), other.times())
            && agree(one.weekdays(), other.weekdays());
    return agree
        ? Optional.of(
            new Timing(
                one.kind(),
                one.intervalHours(),
                Optional.empty(),
                one.original(),
                one.times().isEmpty() ? other.times() : one.times(),
                one.weekdays().isEmpty() ? other.weekdays() : one.weekdays()))
        : Optional.empty();
  }

  private static <T> boolean agree(List<T> one, List<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
