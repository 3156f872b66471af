package org.rxtwin.rules.adjudication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rxtwin.chart.Alert;
import org.rxtwin.chart.Feedback;
import org.rxtwin.chart.Tier;

/** Whether a person's answer can be taken. */
public final class FeedbackCheck {
  private FeedbackCheck() {}

  /**
   * Why an answer cannot be taken; empty when it can. The text names no person.
   *
   * @param versions every version of the alert that was answered
   */
  public static Optional<String> objection(List<Alert> versions, Feedback feedback) {
    if (versions.stream().anyMatch(each -> !each.alertId().equals(feedback.alertId()))) {
      return Optional.of("the answer is to another alert");
    }
    Optional<Alert> answered =
        versions.stream().filter(each -> each.version() == feedback.version()).findFirst();
    if (answered.isEmpty()) {
      return Optional.of("version " + feedback.version() + " of this alert was never issued");
    }
    if (feedback.who().isBlank()) {
      return Optional.of("the answer does not say who gives it");
    }
    return feedback.outcome() == Feedback.Outcome.OVERRIDDEN
        ? override(answered.get(), versions.get(versions.size() - 1), feedback)
        : Optional.empty();
  }

  /** What was or is a HARD_STOP needs two, also when it has ended or grown since. */
  private static Optional<String> override(Alert answered, Alert last, Feedback feedback) {
    if (feedback.reason().map(String::isBlank).orElse(true)) {
      return Optional.of("an override needs a coded reason");
    }
    if (answered.tier() != Tier.HARD_STOP && last.tier() != Tier.HARD_STOP) {
      return Optional.empty();
    }
    String second = feedback.second().map(FeedbackCheck::plain).orElse("");
    if (second.isEmpty()) {
      return Optional.of("a HARD_STOP is overridden by two persons, the second is missing");
    }
    return second.equals(plain(feedback.who()))
        ? Optional.of("a HARD_STOP is overridden by two persons, both named are the same")
        : Optional.empty();
  }

  private static String plain(String person) {
    return person.strip().toLowerCase(Locale.ROOT);
  }
}
